import { formatDateTime, formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ItemList } from '#app/ui/item-list.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { ResultLine } from '../queries/my-results.server.ts';
import { OutcomeTag } from './attempt-lines.tsx';

/** Another person's latest attempts, for who leads or manages them: what the quizzes show now, without a way to the answers. */
export function PersonResults({ results }: { results: readonly ResultLine[] }) {
  const { history, result } = useMessages(vi, en);
  const lang = useLang();
  if (results.length === 0) return null;
  return (
    <Section title={history.caption}>
      <ItemList
        items={results.map((line) => {
          const when = line.submittedAt ?? line.startedAt;
          return {
            key: line.attemptId,
            title: line.title,
            note: [`${history.attempt} ${line.number}`, when && formatDateTime(lang, when)].filter(Boolean).join(', '),
            aside: (
              <span className="flex items-center gap-3">
                {line.grade !== null && (
                  <span className="tabular">
                    {result.gradeOf(formatMark(lang, line.grade), formatMark(lang, line.gradeScale))}
                  </span>
                )}
                <OutcomeTag line={line} />
              </span>
            ),
          };
        })}
      />
    </Section>
  );
}
