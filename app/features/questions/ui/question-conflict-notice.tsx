import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { EditQuestionResult } from '../commands/edit-question.server.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { QuestionChangesTable } from './question-changes-table.tsx';

type Props = {
  conflict: Extract<EditQuestionResult, { kind: 'conflict' }>;
  categories: readonly { id: string; name: string }[];
};

/** Somebody else was faster: who, when and what, so that nothing is overwritten unseen. */
export function QuestionConflictNotice({ conflict, categories }: Props) {
  const { conflict: words } = useMessages(vi, en);
  const lang = useLang();
  const by = conflict.by ?? words.somebody;
  return (
    <Notice kind="warning" title={words.title} live>
      <p>{words.text(by, formatDateTime(lang, conflict.at))}</p>
      {conflict.changes.length > 0 && (
        <div className="mt-3">
          <p className="font-semibold">{words.changed}</p>
          <QuestionChangesTable caption={words.changed} changes={conflict.changes} categories={categories} />
        </div>
      )}
      <p className="mt-3">{words.how}</p>
      <LinkButton to="." reloadDocument size="small" className="mt-3">
        {words.theirs}
      </LinkButton>
    </Notice>
  );
}
