import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

/** What the lesson rests on, and until when it holds. */
export function LessonSources({ sources, asOf }: { sources: readonly string[]; asOf: string }) {
  const words = useMessages(vi, en).lesson;
  const lang = useLang();
  return (
    <section className="max-w-reading border-t border-line pt-5 text-sm">
      <h2 className="text-base">{words.sources}</h2>
      <ul lang="vi" className="mt-2 list-disc space-y-1 pl-5">
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
      <p className="mt-3 text-muted">{words.asOf(formatDate(lang, `${asOf}T05:00:00Z`))}</p>
    </section>
  );
}
