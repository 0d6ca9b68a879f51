import type { Messages } from '#app/platform/i18n/messages.ts';
import type { vi } from './import-keys-vi.ts';

export const en: Messages<typeof vi> = {
  title: 'Keyboard',
  open: 'Keyboard',
  close: 'Close',
  lead: 'Everything here can be done without a mouse.',
  groups: { doubts: 'Places to look at', questions: 'Questions', all: 'Everywhere' },
  list: {
    nextDoubt: 'next, previous place to look at',
    takeMend: 'take the first mend and go on to the next place',
    takeOther: 'take the mend of that number',
    setKey: 'choose the key by the letter of its option',
    nextQuestion: 'next, previous question',
    edit: 'edit the words of the question',
    leaveOut: 'leave out, take back',
    near: 'near-duplicate: the choice of that number',
    sides: 'to the other side: from a question to its source and back',
    leave: 'close the fields',
    undo: 'back, again (edits of either side)',
    take: 'take the good questions',
    help: 'this list',
  },
};
