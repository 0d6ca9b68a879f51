import type { Messages } from '#app/platform/i18n/messages.ts';
import type { vi } from './near-vi.ts';

export const en: Messages<typeof vi> = {
  differs: (parts) => `They differ in: ${parts}.`,
  alike: 'No difference: words, key and explanation are the same.',
  empty: '(none)',
  parts: {
    type: 'type of question',
    stem: 'question text',
    options: 'options',
    key: 'key',
    details: 'scoring, formatting or remarks',
    explanation: 'explanation',
    source: 'source',
    difficulty: 'difficulty',
    tags: 'tags',
  },
  labels: {
    type: 'Type',
    key: 'Key',
    explanation: 'Explanation',
    source: 'Source',
    difficulty: 'Difficulty',
    tags: 'Tags',
  },
};
