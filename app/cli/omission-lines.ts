import type { Omission } from '#app/features/course-package/core/course-package.ts';
import type { vi } from '#app/features/course-package/messages/vi.ts';
import type { Messages } from '#app/platform/i18n/messages.ts';

/** What a package leaves out, for whoever packs it and for whoever takes it in: a line each under `title`, or none. */
export function omissionLines(notIncluded: readonly Omission[], title: string, words: Messages<typeof vi>): string[] {
  if (notIncluded.length === 0) return [];
  const lines = notIncluded.map(({ kind, name }) => `  ${words.omissions[kind](name)}`);
  const hasLibrary = notIncluded.some(({ kind }) => kind === 'library');
  return [title, ...lines, ...(hasLibrary ? [words.libraryLeftOut] : [])];
}
