import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { assignCourse } from '#app/features/courses/commands/assign-course.server.ts';
import { audienceChoices } from '#app/features/courses/queries/audience-choices.server.ts';
import { authorCourses } from '#app/features/courses/queries/author-courses.server.ts';
import { audienceFormSchema } from '#app/features/courses/schema.assignment.ts';
import { en } from '#app/features/questions/messages/import-screen-en.ts';
import { vi } from '#app/features/questions/messages/import-screen-vi.ts';
import { takenQuestions } from '#app/features/questions/queries/imports/import-pages.server.ts';
import { importQuizSchema } from '#app/features/questions/schema.imports.ts';
import { createQuiz } from '#app/features/quiz/commands/create-quiz.server.ts';
import { publishQuiz } from '#app/features/quiz/commands/publish-quiz.server.ts';
import { QuizOfImportForm, type QuizOfImportTyped } from '#app/features/quiz/ui/author/quiz-of-import-form.tsx';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf, isLocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, parseForm, readForm } from '#app/platform/http/form.server.ts';
import { formKey } from '#app/platform/http/form-key.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).quiz.title);

/** What who may not assign sees instead: a quiz without a course and without units. */
async function unlessForbidden<Value>(asked: Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') return otherwise;
    throw error;
  }
}

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const taken = await takenQuestions(actor, idParam(params.importId));
  const courses = await unlessForbidden(authorCourses(actor), []);
  const audience = await unlessForbidden(audienceChoices(actor), null);
  return {
    taken,
    courses: courses.map(({ id, title }) => ({ id, title })),
    units: audience?.units ?? [],
    quizId: formKey(),
  };
});

/** Makes the quiz; with units it is published and assigned to them at once. Sent twice, it makes one. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const { questionIds, unitId } = await takenQuestions(actor, idParam(params.importId));
  const form = await readForm(request);
  const dueOn = String(form.get('dueOn') ?? '').slice(0, 20);
  const refuse = (problems: { field: string; code: string }[]) =>
    data({ problems, typed: typedOf(form) }, { status: 400 });
  const parsed = parseForm(importQuizSchema, form);
  if (!parsed.ok) {
    const problems = Object.entries(parsed.problems).map(([field, [code = '']]) => ({ field, code }));
    if (problems.some(({ field }) => field !== 'title')) demand(importQuizSchema, formObject(form));
    return refuse(problems);
  }
  const { quizId, title, kind, place, ...rules } = parsed.value;
  const { unitIds } = demand(audienceFormSchema, formObject(form));
  const isDraft = form.get('intent') === 'draft';
  const today = dateOf(now());
  if (!isDraft && unitIds.length > 0) {
    if (place === '') return refuse([{ field: 'place', code: 'missing' }]);
    if (dueOn !== '' && !isLocalDate(dueOn)) return refuse([{ field: 'dueOn', code: 'malformed' }]);
    if (dueOn !== '' && dueOn < today) return refuse([{ field: 'dueOn', code: 'order' }]);
  }
  const wanted = { quizId, title, kind, place, questionIds, rules };
  // Of the unit in whose bank the questions lie; who makes no quizzes for it makes one of the own unit.
  const there = await createQuiz(actor, { ...wanted, unitId });
  const isElsewhere = there.kind === 'invalid' && there.problems.some(({ field }) => field === 'unitId');
  const made = isElsewhere ? await createQuiz(actor, { ...wanted, unitId: '' }) : there;
  if (made.kind === 'invalid')
    return refuse(
      made.problems.map((one) => (one.field === 'slots' ? { field: 'questions', code: 'gone' } : { ...one })),
    );
  const toQuiz = (done: string) => redirect(`/author/quizzes/${quizId}?done=${done}`, 303);
  if (isDraft) throw toQuiz('edited');
  const published = await publishQuiz(actor, quizId, 1);
  if (published.kind !== 'published' || unitIds.length === 0) throw toQuiz(published.kind);
  const [courseId = ''] = place.split('/');
  const dates = { openOn: today, dueOn: dueOn === '' ? null : dueOn, closeOn: null };
  const rule = { lessons: 'none' as const, quizIds: [quizId] };
  const assigned = await assignCourse(actor, { courseId, title, unitIds, ...dates, rule });
  if (assigned.kind === 'refused') throw toQuiz('published');
  throw redirect(`/author/assignments/${assigned.assignmentId}?done=assigned`, 303);
});

function typedOf(form: FormData): QuizOfImportTyped {
  const one = (name: string) => String(form.get(name) ?? '');
  const unitIds = form.getAll('unitIds').map(String);
  return {
    ...{ title: one('title'), kind: one('kind'), place: one('place'), dueOn: one('dueOn'), unitIds },
    ...{ timeLimitMinutes: one('timeLimitMinutes'), attemptsAllowed: one('attemptsAllowed') },
    passGrade: one('passGrade'),
  };
}

export default function QuizOfImport() {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { taken, courses, units, quizId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const name = taken.name.replace(/\.[a-z0-9]{1,5}$/i, '') || words.pasted;
  const fresh = {
    ...{ title: words.quiz.defaultName(name), kind: 'exam', dueOn: '', unitIds: [] },
    place: courses.length === 1 ? courses[0]!.id : '',
  };
  return (
    <Page
      title={words.quiz.title}
      lead={taken.questionIds.length > 0 ? words.quiz.lead(formatNumber(lang, taken.questionIds.length)) : undefined}
      crumbs={[
        { to: '/author/imports', label: words.short },
        { to: `/author/imports/${taken.id}`, label: taken.name || words.pasted },
      ]}
      crumbsLabel={words.short}
      width="form"
    >
      {taken.questionIds.length === 0 ? (
        <Notice title={words.quiz.none} />
      ) : (
        <QuizOfImportForm
          importId={taken.id}
          quizId={quizId}
          questions={taken.questionIds.length}
          typed={refused?.typed ?? fresh}
          courses={courses}
          units={units}
          problems={refused?.problems ?? []}
        />
      )}
    </Page>
  );
}
