import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { editQuestion } from '#app/features/questions/commands/edit-question.server.ts';
import { en as bankEn } from '#app/features/questions/messages/bank-en.ts';
import { vi as bankVi } from '#app/features/questions/messages/bank-vi.ts';
import { en } from '#app/features/questions/messages/en.ts';
import { vi } from '#app/features/questions/messages/vi.ts';
import { questionEditor } from '#app/features/questions/queries/question-editor.server.ts';
import { redrawnDraft } from '#app/features/questions/queries/question-preview.server.ts';
import { questionReview } from '#app/features/questions/queries/question-review.server.ts';
import { toldSchema } from '#app/features/questions/schema.bank.ts';
import { questionFormSchema } from '#app/features/questions/schema.draft.ts';
import { ArchiveQuestionForm } from '#app/features/questions/ui/archive-question-form.tsx';
import { QuestionComments } from '#app/features/questions/ui/question-comments.tsx';
import { type QuestionAnswer, QuestionForm } from '#app/features/questions/ui/question-form.tsx';
import { QuestionReviewPanel } from '#app/features/questions/ui/question-review-panel.tsx';
import { questionUses } from '#app/features/quiz/queries/question-uses.server.ts';
import { keyChangeOffer } from '#app/features/quiz/queries/regrade/key-change-offer.server.ts';
import { bankFiguresOf } from '#app/features/quiz/queries/statistics/bank-figures.server.ts';
import { FiguresOfQuestion } from '#app/features/quiz/ui/bank/figures-of-question.tsx';
import { QuestionUsesList } from '#app/features/quiz/ui/bank/question-uses.tsx';
import { KeyChangeOfferNotice } from '#app/features/quiz/ui/regrade/key-change-offer-notice.tsx';
import { AppError } from '#app/kernel/app-error.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { formKey } from '#app/platform/http/form-key.server.ts';
import { demandNestedForm } from '#app/platform/http/nested-form.server.ts';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).editor.editTitle);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const saved = searchParams.get('saved');
  const id = params.questionId ?? '';
  const editor = await questionEditor(actor, id);
  const told = toldSchema.parse(Object.fromEntries(searchParams));
  const { [id]: figures } = await bankFiguresOf(actor, [id]);
  const review = await questionReview(actor, id);
  const uses = await questionUses(actor, id);
  return {
    ...{ ...editor, saved, told, review, uses, figures, commentId: formKey() },
    offer: await keyChangeOffer(actor, id),
  };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const { intent, draft, base } = await demandNestedForm(questionFormSchema, request);
  if (!base) throw new AppError('bad-input', { fields: { 'base.number': ['missing'] } });
  if (intent !== 'save') {
    const redrawn = await redrawnDraft(actor, draft, intent);
    if (!redrawn) throw new AppError('bad-input', { fields: { intent: ['malformed'] } });
    return redrawn satisfies QuestionAnswer as QuestionAnswer;
  }
  const id = params.questionId ?? '';
  const result = await editQuestion(actor, id, { base, draft });
  if (result.kind === 'edited') throw redirect(`/author/questions/${id}?saved=${result.number}`, 303);
  if (result.kind === 'unchanged') throw redirect(`/author/questions/${id}?saved=unchanged`, 303);
  const typed: QuestionAnswer = (await redrawnDraft(actor, draft, 'preview'))!;
  return result.kind === 'conflict'
    ? data<QuestionAnswer>({ ...typed, conflict: result }, { status: 409 })
    : data<QuestionAnswer>({ ...typed, problems: result.problems }, { status: 400 });
});

export default function Question() {
  const words = useMessages(vi, en);
  const lang = useLang();
  const bank = useMessages(bankVi, bankEn);
  const { draft, preview, categories, stored, saved, offer, told, review, uses, figures, commentId } =
    useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  if (!stored) return null;
  const { id, code, base, archivedAt, savedAt, savedBy } = stored;
  return (
    <Page
      title={words.editor.editTitle}
      kicker={`${words.editor.kicker(code)} · ${words.types[draft.type]}`}
      lead={words.editor.savedLead(base.number, savedBy ?? words.editor.unknownAuthor, formatDateTime(lang, savedAt))}
      crumbs={[{ to: '/author/questions', label: words.list.title }]}
      crumbsLabel={words.crumbs}
      actions={<LinkButton to={`/author/questions/${id}/history`}>{words.editor.history}</LinkButton>}
    >
      {saved && !answered && (
        <Notice
          kind="success"
          title={saved === 'unchanged' ? words.editor.savedUnchanged : words.editor.saved(base.number)}
          live
        />
      )}
      {told.moved && !answered && <Notice kind="success" title={bank.review.moved(bank.standings[told.moved])} live />}
      {!answered && <KeyChangeOfferNotice offer={offer} />}
      {archivedAt && <ArchiveQuestionForm questionId={id} isArchived />}
      <QuestionForm
        key={id}
        draft={draft}
        preview={preview}
        base={base}
        categories={categories}
        answer={answered}
        backTo="/author/questions"
      />
      <div className="grid gap-10 border-t border-line pt-8 md:grid-cols-2">
        <QuestionReviewPanel
          questionId={id}
          review={review}
          refused={told.refused && { reason: told.refused, note: told.note }}
        />
        <QuestionComments
          questionId={id}
          comments={review.comments}
          commentId={commentId}
          refused={told.comment && { problem: told.comment, text: '' }}
        />
        <FiguresOfQuestion figures={figures} stated={base.difficulty} />
        <QuestionUsesList uses={uses} />
      </div>
      {!archivedAt && <ArchiveQuestionForm questionId={id} isArchived={false} />}
    </Page>
  );
}
