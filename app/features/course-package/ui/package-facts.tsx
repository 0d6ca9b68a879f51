import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import type { PackageManifest } from '../core/course-package.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

type Manifest = Pick<PackageManifest, 'counts' | 'notIncluded'>;

const parts = ['modules', 'lessons', 'quizzes', 'questions', 'categories', 'media', 'captions'] as const;

/** How much a package holds; of what it has none it says nothing. */
export function PackageCounts({ counts }: Pick<Manifest, 'counts'>) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const items = parts
    .filter((part) => counts[part] > 0)
    .map((part) => ({ term: words.counts[part], value: formatNumber(lang, counts[part]) }));
  return <DefinitionList items={items} />;
}

/** What the course names and the package leaves out. */
export function PackageOmissions({ notIncluded }: Pick<Manifest, 'notIncluded'>) {
  const words = useMessages(vi, en);
  return (
    <>
      <ul className="list-disc space-y-1 pl-5">
        {notIncluded.map(({ kind, name }, at) => (
          <li key={at} className="break-words">
            {words.omissions[kind](name)}
          </li>
        ))}
      </ul>
      {notIncluded.some(({ kind }) => kind === 'library') && <p className="mt-2">{words.libraryLeftOut}</p>}
    </>
  );
}
