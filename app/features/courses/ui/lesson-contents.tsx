import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChevronDownIcon } from '#app/ui/icons.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

type Contents = readonly { id: string; title: string }[];

/** The lesson's headings: beside the text and staying in sight on a wide screen, folded above it on a phone. */
export function LessonContents({ contents }: { contents: Contents }) {
  const words = useMessages(vi, en).lesson;
  if (contents.length < 2) return null;
  return (
    <div className="screen-only md:order-last">
      <details className="group border border-line bg-surface md:hidden">
        <summary className="flex min-h-[2.75rem] list-none items-center justify-between gap-3 px-4 py-2 font-semibold [&::-webkit-details-marker]:hidden">
          {words.contents}
          <ChevronDownIcon className="h-5 w-5 group-open:rotate-180" />
        </summary>
        <nav aria-label={words.contents} className="border-t border-line px-4 py-2">
          <ContentsList contents={contents} />
        </nav>
      </details>
      <nav aria-label={words.contents} className="sticky top-6 hidden border-l border-line pl-5 md:block">
        <p className="mb-1 text-sm font-semibold">{words.contents}</p>
        <ContentsList contents={contents} />
      </nav>
    </div>
  );
}

function ContentsList({ contents }: { contents: Contents }) {
  return (
    <ol className="text-sm">
      {contents.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`} className="block py-1.5 no-underline hover:underline">
            {title}
          </a>
        </li>
      ))}
    </ol>
  );
}
