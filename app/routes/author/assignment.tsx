import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeDueDate } from '#app/features/courses/commands/change-due-date.server.ts';
import { withdrawAssignment } from '#app/features/courses/commands/withdraw-assignment.server.ts';
import { en as audienceEn } from '#app/features/courses/messages/audience-en.ts';
import { vi as audienceVi } from '#app/features/courses/messages/audience-vi.ts';
import { en } from '#app/features/courses/messages/author-en.ts';
import { vi } from '#app/features/courses/messages/author-vi.ts';
import { en as termsEn } from '#app/features/courses/messages/terms-en.ts';
import { vi as termsVi } from '#app/features/courses/messages/terms-vi.ts';
import { managedAssignment } from '#app/features/courses/queries/managed-assignment.server.ts';
import { changeDueSchema } from '#app/features/courses/schema.assignment.ts';
import { AssignmentFacts } from '#app/features/courses/ui/author/assignment-facts.tsx';
import { useAssignmentProblems } from '#app/features/courses/ui/author/assignment-problem-words.ts';
import { ChangeDueForm, WithdrawForm } from '#app/features/courses/ui/author/change-assignment-forms.tsx';
import { quizTitles } from '#app/features/quiz/queries/course-quiz-choices.server.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { formatDate, formatDateTime } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, () => page?.assignment.title ?? '');

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const assignment = await managedAssignment(actor, params.assignmentId ?? '');
  const titles = await quizTitles(actor, assignment.rule.quizIds);
  const done = new URL(request.url).searchParams.get('done');
  return { assignment, titles, done, now: now() };
});

type Refused = {
  dueOn: string;
  problems: { field: string; code: string }[];
  /** Somebody else changed it meanwhile: how it stands now. */
  current?: { revision: number; dueAt: Date | null };
};

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = params.assignmentId ?? '';
  const form = await readForm(request);
  if (form.get('intent') === 'withdraw') {
    await withdrawAssignment(actor, id);
    throw redirect(`/author/assignments/${id}?done=withdrawn`, 303);
  }
  form.set('assignmentId', id);
  const dueOn = String(form.get('dueOn') ?? '');
  const parsed = parseForm(changeDueSchema, form);
  if (!parsed.ok) {
    const problems = Object.entries(parsed.problems).map(([field, [code = '']]) => ({ field, code }));
    return data<Refused>({ dueOn, problems }, { status: 400 });
  }
  const result = await changeDueDate(actor, parsed.value);
  if (result.kind === 'refused') return data<Refused>({ dueOn, problems: result.problems }, { status: 400 });
  if (result.kind === 'conflict') {
    return data<Refused>({ dueOn, problems: [], current: result.current }, { status: 409 });
  }
  throw redirect(`/author/assignments/${id}?done=${result.kind}`, 303);
});

export default function Assignment() {
  const words = useMessages(vi, en);
  const more = useMessages(audienceVi, audienceEn);
  const { certificate, plan } = useMessages(termsVi, termsEn);
  const lang = useLang();
  const { assignment, titles, done, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = useAssignmentProblems(refused?.problems);
  const { course, courseId, withdrawnAt, dueAt } = assignment;
  const doneWords: Record<string, string> = {
    assigned: words.create.done,
    changed: words.edit.saved,
    unchanged: words.edit.unchanged,
    withdrawn: words.edit.withdrawn,
    audience: more.edit.saved,
    certification: certificate.saved,
    plan: plan.saved,
  };
  const said = done && !refused ? doneWords[done] : undefined;
  const current = refused?.current;
  const currentDue = current?.dueAt ? formatDate(lang, current.dueAt) : words.assignment.noDate;
  return (
    <Page
      title={assignment.title}
      kicker={words.edit.kicker}
      crumbs={[
        { to: '/author/courses', label: words.list.title },
        { to: `/author/courses/${courseId}`, label: course.title },
      ]}
      crumbsLabel={words.crumbs}
      width="reading"
    >
      {said && <Notice kind="success" title={said} live />}
      {current && (
        <Notice kind="warning" title={words.edit.conflictTitle} live>
          {words.edit.conflictText(currentDue)}
        </Notice>
      )}
      <AssignmentFacts assignment={assignment} quizTitles={titles} now={now} />
      {!withdrawnAt && (
        <ButtonRow className="screen-only">
          <LinkButton to="audience">{more.edit.link}</LinkButton>
          <LinkButton to="plan">{plan.link}</LinkButton>
          <LinkButton to="certification">{certificate.link}</LinkButton>
        </ButtonRow>
      )}
      {withdrawnAt ? (
        <Notice title={words.edit.withdrawnAt(formatDateTime(lang, withdrawnAt))} />
      ) : (
        <>
          <Section title={words.edit.changeDue}>
            <ChangeDueForm
              assignmentId={assignment.id}
              revision={current?.revision ?? assignment.revision}
              dueOn={refused?.dueOn ?? (dueAt ? dateOf(dueAt) : '')}
              problem={problems.of('dueOn')}
            />
          </Section>
          <WithdrawForm />
        </>
      )}
    </Page>
  );
}
