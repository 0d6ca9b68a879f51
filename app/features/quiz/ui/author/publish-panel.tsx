import { Form } from '@remix-run/react';
import { en as bankEn } from '#app/features/questions/messages/bank-en.ts';
import { vi as bankVi } from '#app/features/questions/messages/bank-vi.ts';
import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, type ButtonLook, ButtonRow } from '#app/ui/button.tsx';
import { CheckIcon, WarningIcon } from '#app/ui/icons.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { QuizEditor } from '../../queries/author-quiz.server.ts';
import { useQuizProblems } from './quiz-problem-words.ts';
import { QuizStateTag } from './quiz-state-tag.tsx';

type Intent = 'publish' | 'unpublish' | 'archive' | 'restore';

/** Where the stored quiz stands, what keeps it from its learners, and the buttons that change that. */
export function PublishPanel({ editor }: { editor: QuizEditor }) {
  const { publish: words, editor: titles } = useMessages(vi, en);
  const { unapproved } = useMessages(bankVi, bankEn);
  const lang = useLang();
  const { id, state, base, problems } = editor;
  const leads = {
    draft: words.draftLead,
    published: words.publishedLead(formatDate(lang, editor.publishedAt ?? editor.savedAt)),
    archived: words.archivedLead,
  };
  const button = (intent: Intent, label: string, look?: ButtonLook) => (
    <Button type="submit" name="intent" value={intent} look={look}>
      {label}
    </Button>
  );
  return (
    <Section id="publish" title={titles.publish}>
      <div className="space-y-4">
        <p className="flex flex-wrap items-center gap-3">
          <QuizStateTag state={state} />
          <span>{leads[state]}</span>
        </p>
        {state === 'draft' && <Readiness problems={problems} />}
        {state !== 'archived' && editor.unapproved.length > 0 && (
          <p className="flex items-start gap-2">
            <WarningIcon className="mt-1 h-4 w-4 text-amber" />
            {unapproved(editor.unapproved.join(', '))}
          </p>
        )}
        {state !== 'archived' && base.draft.place === '' && (
          <p className="flex items-start gap-2">
            <WarningIcon className="mt-1 h-4 w-4 text-amber" />
            {words.noPlace}
          </p>
        )}
        <Form method="post" action={`/author/quizzes/${id}/state`}>
          <input type="hidden" name="revision" value={base.revision} />
          <ButtonRow>
            {state === 'draft' && problems.length === 0 && button('publish', words.publish, 'primary')}
            {state === 'published' && button('unpublish', words.unpublish)}
            {state === 'draft' && button('archive', words.archive)}
            {state === 'archived' && button('restore', words.restore)}
          </ButtonRow>
          {state === 'published' && <p className="mt-1 text-sm text-muted">{words.unpublishText}</p>}
        </Form>
        {base.draft.slots.length > 0 && (
          <Form method="post" action={`/quizzes/${id}/attempts`} className="border-t border-line pt-4">
            <input type="hidden" name="preview" value="yes" />
            <Button type="submit">{words.preview}</Button>
            <p className="mt-1 text-sm text-muted">{words.previewText}</p>
          </Form>
        )}
      </div>
    </Section>
  );
}

function Readiness({ problems }: { problems: QuizEditor['problems'] }) {
  const { publish: words } = useMessages(vi, en);
  const { summary } = useQuizProblems(problems);
  if (problems.length === 0) {
    return (
      <p className="flex items-start gap-2">
        <CheckIcon className="mt-1 h-4 w-4 text-accent" />
        {words.ready}
      </p>
    );
  }
  return (
    <div>
      <p className="font-semibold">{words.notReady}</p>
      <ul className="mt-1 space-y-1">
        {summary.map(({ id, message }) => (
          <li key={`${id} ${message}`} className="flex items-start gap-2">
            <WarningIcon className="mt-1 h-4 w-4 text-amber" />
            <a href={`#${id}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
