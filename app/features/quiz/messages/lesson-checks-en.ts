import type { Messages } from '#app/platform/i18n/messages.ts';
import type { vi } from './lesson-checks-vi.ts';

export const en: Messages<typeof vi> = {
  title: 'Check yourself',
  note: 'Not marked; try as often as you like.',
  check: 'Check my answer',
  checking: 'Checking',
  again: 'Try again',
  showKey: 'Show the answer',
  authorKey: 'Answer (seen here by authors alone)',
  incomplete: 'Answer every part, then check.',
  changed: 'The lesson was just edited. Load the page again to see the new question.',
  failed: 'Could not check. Look at the connection and try again.',
  needsScript: 'The server judges this question: turn JavaScript on to answer it.',
  broken: 'This check-yourself cannot be used yet',
  problems: {
    'not-found': (code) => `There is no question with the code "${code}" in the bank of the unit.`,
    'no-question': () =>
      'The block has no question yet. Write the question, its options and "Đáp án: B", or a question code behind the name of the block.',
    'several-questions': () => 'One question for each block: make several blocks.',
    'by-hand': () => 'A person marks essays: they cannot be used here.',
    unsound: (excerpt) =>
      excerpt === '' ? 'The question lacks options or a key.' : `The question lacks options or a key, see: ${excerpt}`,
  },
};
