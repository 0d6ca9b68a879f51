import { Form, Link } from '@remix-run/react';
import type { FormEvent } from 'react';
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import type { ImportPage } from '../../queries/imports/import-pages.server.ts';

type Props = {
  page: ImportPage;
  done: string | null;
  count: number;
  /** Questions of the text that are not in the bank and were not left out. */
  left: number;
  onSubmit(event: FormEvent<HTMLFormElement>): void;
};

/** What became of the import so far, and what can be done next: a quiz, the bank, or all of it back. */
export function ImportDone({ page, done, count, left, onSubmit }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { id, state, taken, categoryId, twin, revision, kept } = page;
  return (
    <>
      {twin && state === 'staged' && (
        <Notice title={words.twin(formatDateTime(lang, twin.createdAt))}>
          <Link to={`/author/imports/${twin.id}`}>{words.twinLink}</Link>
        </Notice>
      )}
      {state === 'undone' && (done === 'undone' || kept.length > 0) && (
        <Notice
          kind={kept.length > 0 ? 'warning' : 'success'}
          title={done === 'undone' ? words.undoneTitle(formatNumber(lang, count)) : words.states.undone}
          live={done === 'undone'}
        >
          {kept.length > 0 && (
            <>
              <p>{words.undoneKept(formatNumber(lang, kept.length))}</p>
              <ul className="ml-5 list-disc">
                {kept.map(({ questionId, code, because }) => (
                  <li key={questionId}>
                    <Link to={`/author/questions/${questionId}`}>{code}</Link>: {words.keptBecause[because]}
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>{words.undoneAgain}</p>
        </Notice>
      )}
      {state === 'taken' && (
        <Notice kind="success" title={words.takenTitle(formatNumber(lang, taken))} live={done === 'taken'}>
          {left > 0 && <p>{words.takenLeft(formatNumber(lang, left))}</p>}
          <div className="mt-2 flex flex-wrap gap-3">
            <LinkButton to={`/author/imports/${id}/quiz`} look={done === 'taken' ? 'primary' : 'secondary'}>
              {words.makeQuiz}
            </LinkButton>
            <LinkButton to={`/author/questions?category=${categoryId ?? ''}`}>{words.seeBank}</LinkButton>
            <Form method="post" onSubmit={onSubmit}>
              <input type="hidden" name="revision" value={revision} />
              <Button type="submit" name="intent" value="undo">
                {words.undoImport}
              </Button>
            </Form>
          </div>
          <p className="mt-2 text-sm text-muted">{words.undoText}</p>
        </Notice>
      )}
    </>
  );
}
