import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { publishCourse } from '#app/features/courses/commands/publish-course.server.ts';
import { en } from '#app/features/courses/messages/revision-en.ts';
import { vi } from '#app/features/courses/messages/revision-vi.ts';
import { publicationPage } from '#app/features/courses/queries/publication-page.server.ts';
import { publicationSchema } from '#app/features/courses/schema.outline.ts';
import { type PublicationAnswer, PublicationPage } from '#app/features/courses/ui/author/publication-page.tsx';
import { courseRevisions } from '#app/features/progress/queries/course-revisions.server.ts';
import { StudyingPeople } from '#app/features/progress/ui/course-revisions/studying-people.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).publish.title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const courseId = idParam(params.courseId);
  const page = await publicationPage(actor, courseId);
  return { page, people: await courseRevisions(actor, courseId) };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const courseId = idParam(params.courseId);
  const form = await readForm(request);
  const readAgain = form.getAll('readAgain[]').map(String);
  const refuse = (refused: Pick<PublicationAnswer, 'kind' | 'revision'>, status: number) =>
    data<PublicationAnswer>({ ...refused, note: String(form.get('note') ?? ''), readAgain }, { status });
  const parsed = parseForm(publicationSchema, form);
  if (!parsed.ok) {
    if (!parsed.problems.note) demand(publicationSchema, formObject(form));
    return refuse({ kind: 'invalid' }, 400);
  }
  const { revision, state, note } = parsed.value;
  const given = { seen: { revision, state }, note, readAgain: parsed.value.readAgain };
  const result = await publishCourse(actor, courseId, given);
  if (result.kind === 'published') throw redirect(`/author/courses/${courseId}?done=published`, 303);
  if (result.kind === 'already-published') return refuse(result, 409);
  return refuse({ kind: result.kind }, result.kind === 'changed-meanwhile' ? 409 : 400);
});

export default function CoursePublication() {
  const { page, people } = useLoaderData<typeof loader>();
  return (
    <PublicationPage page={page} people={<StudyingPeople people={people} />} answer={useActionData<typeof action>()} />
  );
}
