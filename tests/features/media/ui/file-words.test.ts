import { expect, it } from 'vitest';
import { en } from '#app/features/media/messages/files-en.ts';

it('counts one file as one', () => {
  expect([en.count('1', '703 KB'), en.count('12', '3 MB')]).toEqual(['1 file, 703 KB', '12 files, 3 MB']);
});
