import { Form } from '@remix-run/react';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en as bankEn } from '../messages/bank-en.ts';
import { vi as bankVi } from '../messages/bank-vi.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { QuestionHistory } from '../queries/question-history.server.ts';
import { QuestionChangesTable } from './question-changes-table.tsx';

/** The versions of a question, the newest first, each with what it changed. */
export function QuestionHistoryList({ id, versions }: Pick<QuestionHistory, 'id' | 'versions'>) {
  const { history: bank } = useMessages(bankVi, bankEn);
  const latest = versions[0]?.number ?? 0;
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
          {index > 0 && (
            <Form method="post" action={`/author/questions/${id}/history`} className="screen-only mt-2">
              <input type="hidden" name="number" value={number} />
              <input type="hidden" name="seen" value={latest} />
              <Button type="submit" size="small">
                {bank.restore(number)}
              </Button>
              <span className="ml-3 text-sm text-muted">{bank.restoreHint}</span>
            </Form>
          )}
        </li>
      ))}
    </ol>
  );
}
