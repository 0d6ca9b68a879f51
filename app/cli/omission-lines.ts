import type { Omission } from '#app/features/course-package/core/course-package.ts';
import type { vi } from '#app/features/course-package/messages/vi.ts';
import type { Messages } from '#app/platform/i18n/messages.ts';

type Sentences = Messages<typeof vi>['omissions'];

/** What a package leaves out, for whoever packs it and for whoever takes it in: a line each under `title`, or none. */
export function omissionLines(notIncluded: readonly Omission[], title: string, sentences: Sentences): string[] {
  const lines = notIncluded.map(({ kind, name }) => `  ${sentences[kind](name)}`);
  return lines.length > 0 ? [title, ...lines] : [];
}
