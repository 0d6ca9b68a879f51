import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Section } from '#app/ui/page.tsx';
import { en } from '../messages/revision-en.ts';
import { vi } from '../messages/revision-vi.ts';
import type { CourseNews } from '../queries/course-news.server.ts';
import { DifferenceTable } from './author/outline/difference-table.tsx';

/** What the authors say, what differs, and how the reader would stand. */
export function CourseNewsParts({ news }: { news: CourseNews }) {
  const { news: words } = useMessages(vi, en);
  const lang = useLang();
  const number = (value: number) => formatNumber(lang, value);
  const { notes, difference, again, now, after } = news;
  return (
    <>
      <ul className="space-y-3">
        {notes.map((each) => (
          <li key={each.number}>
            <p className="text-sm text-muted">
              {words.revision(number(each.number), formatDate(lang, each.publishedAt))}
            </p>
            <p className="whitespace-pre-line">{each.note || words.noNote}</p>
          </li>
        ))}
      </ul>
      <Section title={words.changes}>
        <DifferenceTable difference={difference} caption={words.changes} />
      </Section>
      <div className="tabular">
        <p>{words.now(number(now.read), number(now.total))}</p>
        <p>{words.kept(number(after.read), number(after.total))}</p>
        {again.length > 0 && (
          <p>
            {words.again}: {again.map(({ title }) => title).join(', ')}
          </p>
        )}
      </div>
    </>
  );
}
