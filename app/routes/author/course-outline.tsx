import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { changeOutline } from '#app/features/courses/commands/change-outline.server.ts';
import { discardCourseDraft } from '#app/features/courses/commands/discard-course-draft.server.ts';
import { en } from '#app/features/courses/messages/outline-en.ts';
import { vi } from '#app/features/courses/messages/outline-vi.ts';
import { outlineEditor } from '#app/features/courses/queries/outline-editor.server.ts';
import { discardSchema, outlineBaseSchema, outlineChangeSchema } from '#app/features/courses/schema.outline.ts';
import type { OutlineAnswer } from '#app/features/courses/ui/author/outline/outline-answer.ts';
import { OutlinePage } from '#app/features/courses/ui/author/outline/outline-page.tsx';
import { authorQuizzesOfCourse } from '#app/features/quiz/queries/author-quizzes.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { formKey } from '#app/platform/http/form-key.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, () => page?.page.title ?? '');

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const courseId = idParam(params.courseId);
  const page = await outlineEditor(actor, courseId);
  const quizzes = (await authorQuizzesOfCourse(actor, courseId)) ?? [];
  return {
    page,
    newIds: [formKey(), ...page.modules.map(() => formKey())],
    quizzes: quizzes.map(({ id, title, moduleCode }) => ({ id, title, moduleCode })),
  };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const courseId = idParam(params.courseId);
  const fields = formObject(await readForm(request));
  const say = (result: OutlineAnswer, status = 200) => data<OutlineAnswer>(result, { status });
  if (fields.intent === 'discard') {
    const { state } = demand(discardSchema, fields);
    const { kind } = await discardCourseDraft(actor, courseId, state);
    return kind === 'discarded' ? say({ kind }) : say({ kind: 'changed-meanwhile' }, 409);
  }
  const { base } = demand(outlineBaseSchema, fields);
  const { base: _, ...rest } = fields;
  const sent = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
  const parsed = outlineChangeSchema.safeParse(rest);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), code: message }));
    // Words can be mended where they were typed; anything else no form of ours sends.
    if (problems.some(({ field }) => field !== 'title' && field !== 'summary')) demand(outlineChangeSchema, rest);
    return say({ kind: 'invalid', sent, problems }, 400);
  }
  const result = await changeOutline(actor, courseId, { base, change: parsed.data });
  if (result.kind === 'conflict') {
    const { by, at, steps } = result;
    return say({ kind: 'conflict', sent, conflict: { by, at, steps } }, 409);
  }
  if (result.kind !== 'changed') return say({ kind: result.kind, sent }, result.kind === 'unchanged' ? 200 : 409);
  return say({ kind: 'changed', change: parsed.data.kind, title: result.title, undo: result.undo, sent });
});

export default function CourseOutline() {
  const words = useMessages(vi, en).outline;
  const { page, newIds, quizzes } = useLoaderData<typeof loader>();
  const under = (moduleCode: string) => {
    const own = quizzes.filter((quiz) => quiz.moduleCode === moduleCode);
    return own.length === 0 ? null : (
      <p className="text-sm">
        <span className="text-muted">{words.quizzes}: </span>
        {own.map(({ id, title }, at) => (
          <span key={id}>
            {at > 0 && ', '}
            <Link to={`/author/quizzes/${id}`}>{title}</Link>
          </span>
        ))}
      </p>
    );
  };
  return <OutlinePage page={page} newIds={newIds} answer={useActionData<typeof action>()} under={under} />;
}
