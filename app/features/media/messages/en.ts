import type { Messages } from '#app/platform/i18n/messages.ts';
import type { vi } from './vi.ts';

export const en: Messages<typeof vi> = {
  page: {
    title: 'Insert a picture, sound, film or file',
    lead: 'Upload a file, then paste the line you get where it belongs in a question, an option or a lesson.',
  },
  insert: 'Insert picture/sound',
  insertInto: (field) => `Insert picture/sound into ${field}`,
  close: 'Close',
  file: 'File',
  fileHint: (picture, sound) =>
    `Pictures PNG, JPEG, WebP, GIF (up to ${picture}); sounds MP3, OGG, M4A, WAV (up to ${sound}); films (video) MP4, WebM (up to 200 MB); attachments PDF, DOCX (up to 10 MB). Large pictures are made smaller, to 1,600 pixels.`,
  alt: 'Description',
  altHint:
    'What the picture shows, for those who cannot see it, or the name of the sound, film or file. Do not give the answer away.',
  upload: 'Upload',
  uploadAndInsert: 'Upload and insert',
  uploading: 'Uploading',
  done: 'Uploaded',
  paste: 'Paste this line into the question',
  another: 'Upload another file',
  megabytes: (count) => `${count} MB`,
  problems: {
    'no-file': 'Choose a file.',
    'no-alt': 'Write a description: who cannot see the picture needs it.',
    empty: 'This file is empty.',
    'unknown-type':
      'This file is of no known type, or damaged. Its name does not decide that: save it in the right format.',
    'not-allowed': 'Files of this type cannot be used here.',
    'too-large': (largest) => `Too large: up to ${largest} of this kind.`,
    'too-many-pixels': 'Too many pixels: make the picture smaller first.',
    failed: 'Not uploaded. Check the connection and try again.',
  },
};
