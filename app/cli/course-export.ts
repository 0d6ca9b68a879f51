import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportPackage } from '#app/features/course-package/commands/export-package.server.ts';
import { en } from '#app/features/course-package/messages/en.ts';
import { vi } from '#app/features/course-package/messages/vi.ts';
import { courseCalled } from '#app/features/course-package/queries/course-called.server.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { CliProblem, type Command } from './command.ts';
import { withInstallation } from './installation.ts';
import { omissionLines } from './omission-lines.ts';
import { systemAuthor } from './system-author.ts';
import { newUserPath } from './user-path.ts';

/** Writes the course with CODE into FILE, as published or with --draft as its authors have it; what is left out is named. */
export const courseExport: Command = {
  name: 'course export',
  words: ['CODE', 'FILE'],
  options: { draft: { isFlag: true } },
  async run({ args: [code = '', typed = ''], flags, lang, words: { course: words } }) {
    const texts = messagesFor(lang, vi, en);
    return withInstallation(async () => {
      const author = await systemAuthor();
      const courseId = await courseCalled(author, code);
      if (!courseId) throw new CliProblem('no-course-code', code);
      const packed = await exportPackage(author, courseId, { of: flags.has('draft') ? 'draft' : 'published' });
      await write(packed.chunks, typed);
      const { mark, counts, notIncluded } = packed.manifest;
      return {
        json: { code, file: typed, bytes: packed.byteSize, mark, counts, notIncluded },
        text: [
          words.exported(typed, String(packed.byteSize), mark),
          ...omissionLines(notIncluded, words.notIncluded, texts),
        ].join('\n'),
        ok: true,
      };
    });
  },
};

/** A file that is there is whole: it gets its name last. */
async function write(chunks: AsyncIterable<Uint8Array>, typed: string): Promise<void> {
  const file = newUserPath(typed);
  const making = `${file}.part`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(making));
    await rename(making, file);
  } catch (error) {
    await rm(making, { force: true });
    // What has no code of the system is no trouble with FILE: a content of the course is damaged.
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new CliProblem('no-writing', typed);
  }
}
