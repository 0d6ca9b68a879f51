import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { assignCourse } from '#app/features/courses/commands/assign-course.server.ts';
import { en } from '#app/features/courses/messages/author-en.ts';
import { vi } from '#app/features/courses/messages/author-vi.ts';
import { audiencePreview } from '#app/features/courses/queries/audience-preview.server.ts';
import { newAssignmentPage } from '#app/features/courses/queries/new-assignment.server.ts';
import { assignCourseSchema, audienceFormSchema } from '#app/features/courses/schema.assignment.ts';
import { type AssignmentAnswer, NewAssignmentForm } from '#app/features/courses/ui/author/new-assignment-form.tsx';
import { completionProblems, courseQuizChoices } from '#app/features/quiz/queries/course-quiz-choices.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, parseForm, readForm } from '#app/platform/http/form.server.ts';
import { formKey } from '#app/platform/http/form-key.server.ts';
import { formatMark } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).create.title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const courseId = params.courseId ?? '';
  return {
    page: await newAssignmentPage(actor, courseId),
    quizzes: await courseQuizChoices(actor, courseId),
    newId: formKey(),
  };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const courseId = params.courseId ?? '';
  const form = await readForm(request);
  form.set('courseId', courseId);
  const audience = demand(audienceFormSchema, formObject(form));
  const refuse = async (problems: AssignmentAnswer['problems'], status: number) =>
    data<AssignmentAnswer>(
      { typed: typedOf(form, audience.filter.positions), problems, counted: await audiencePreview(actor, audience) },
      { status },
    );
  if (form.get('intent') === 'count') return refuse([], 200);
  const parsed = parseForm(assignCourseSchema, form);
  if (!parsed.ok) {
    return refuse(
      Object.entries(parsed.problems).map(([field, [code = '']]) => ({ field, code })),
      400,
    );
  }
  const { newId: id, title, unitIds, groupIds, openOn, dueOn, closeOn, lessons, readingShare, quizIds } = parsed.value;
  const rule = { lessons, quizIds, ...(lessons === 'all' && readingShare > 0 && { readingShare }) };
  const problems = await completionProblems(actor, courseId, rule);
  if (problems.length > 0) return refuse(problems, 400);
  const { filter } = audience;
  const given = { courseId, title, unitIds, groupIds, openOn, dueOn, closeOn, filter, rule, ...(id && { id }) };
  const result = await assignCourse(actor, given);
  if (result.kind === 'refused') return refuse(result.problems, 400);
  throw redirect(`/author/assignments/${result.assignmentId}?done=assigned`, 303);
});

function typedOf(form: FormData, positions: string[]): AssignmentAnswer['typed'] {
  const one = (name: string) => String(form.get(name) ?? '');
  const all = (name: string) => form.getAll(name).map(String);
  return {
    ...{ title: one('title'), openOn: one('openOn'), dueOn: one('dueOn'), closeOn: one('closeOn') },
    ...{ lessons: one('lessons'), readingShare: one('readingShare'), unitIds: all('unitIds'), quizIds: all('quizIds') },
    ...{ groupIds: all('groupIds'), classes: all('classes'), memberships: all('memberships') },
    positions,
  };
}

export default function NewAssignment() {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { page, quizzes, newId } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const choices = quizzes.map(({ id, title, passGrade, gradeScale }) => ({
    id,
    title,
    passGrade: `${formatMark(lang, passGrade)}/${formatMark(lang, gradeScale)}`,
  }));
  return (
    <Page
      title={words.create.title}
      kicker={page.course.title}
      crumbs={[
        { to: '/author/courses', label: words.list.title },
        { to: `/author/courses/${page.course.id}`, label: page.course.title },
      ]}
      crumbsLabel={words.crumbs}
      width="reading"
    >
      <NewAssignmentForm page={page} quizzes={choices} answer={answered} newId={newId} />
    </Page>
  );
}
