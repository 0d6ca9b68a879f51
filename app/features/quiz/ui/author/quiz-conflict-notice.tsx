import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { QuizConflict } from '../../commands/edit-quiz.server.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { QuizEditorNames } from '../../queries/author-quiz.server.ts';
import { QuizChangesTable } from './quiz-changes-table.tsx';

type Props = { conflict: Pick<QuizConflict, 'by' | 'at' | 'changes'>; names: QuizEditorNames };

/** Somebody else was faster: who, when and what; both can be had by merging. Stands inside the form. */
export function QuizConflictNotice({ conflict, names }: Props) {
  const { conflict: words, editor } = useMessages(vi, en);
  const lang = useLang();
  return (
    <Notice kind="warning" title={words.title} live>
      <p>{words.text(conflict.by ?? editor.system, formatDateTime(lang, conflict.at))}</p>
      {conflict.changes.length > 0 && (
        <div className="mt-3">
          <p className="font-semibold">{words.changed}</p>
          <QuizChangesTable caption={words.changed} changes={conflict.changes} names={names} />
        </div>
      )}
      <p className="mt-3">{words.how}</p>
      <p>{words.keep}</p>
      <ButtonRow className="mt-3">
        <Button type="submit" name="intent" value="merge" formNoValidate size="small">
          {words.merge}
        </Button>
        <LinkButton to="." reloadDocument look="quiet" size="small">
          {words.theirs}
        </LinkButton>
      </ButtonRow>
    </Notice>
  );
}
