import type { Messages } from '#app/platform/i18n/messages.ts';
import type { vi } from './files-vi.ts';

export const en: Messages<typeof vi> = {
  title: (question) => `Files of question ${question}`,
  attach: 'Attach or remove files',
  room: (most) => `Takes up to ${most} files (PDF, Word, pictures). Opens in another tab; your paper stays as it is.`,
  have: (count, most) => `${count}/${most} files attached`,
  none: 'No file attached yet',
  file: 'Choose a file',
  fileHint: (document, picture, all) =>
    `PDF or Word .docx up to ${document}, pictures up to ${picture}; all files of this answer up to ${all}.`,
  upload: 'Attach this file',
  remove: 'Remove',
  removeOf: (name) => `Remove ${name}`,
  back: 'Back to the paper',
  attached: 'Attached',
  removed: 'File removed',
  refused: 'File not taken',
  reasons: {
    closed: 'The paper is handed in or its time is up: files cannot be changed any more.',
    paused: 'The paper is paused: wait until the examiner lets it go on.',
    'page-closed': 'The page of this question is not open any more.',
    'too-many-files': 'The number of files is reached: remove one to replace it.',
    'too-many-bytes': 'The files of this answer are too large together: remove or shrink some.',
    'same-file': 'This file is attached already.',
  },
};
