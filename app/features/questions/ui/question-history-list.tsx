import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { QuestionHistory } from '../queries/question-history.server.ts';
import { QuestionChangesTable } from './question-changes-table.tsx';

/** The versions of a question, the newest first, each with what it changed. */
export function QuestionHistoryList({ versions }: { versions: QuestionHistory['versions'] }) {
  const { history: words, editor } = useMessages(vi, en);
  const lang = useLang();
  return (
    <ol className="space-y-8">
      {versions.map(({ number, at, by, isFirst, changes }, index) => (
        <li key={number}>
          <h2 className="flex flex-wrap items-center gap-3 text-xl">
            {words.version(number)}
            {index === 0 && <Tag kind="done">{words.current}</Tag>}
          </h2>
          <p className="text-muted">{words.by(by ?? editor.unknownAuthor, formatDateTime(lang, at))}</p>
          <div className="mt-2">
            {changes.length > 0 ? (
              <QuestionChangesTable caption={words.version(number)} changes={changes} categories={[]} />
            ) : (
              <p>{isFirst ? words.first : words.metaOnly}</p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
