import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { assignPractice } from '#app/features/progress/commands/weak-topics/assign-practice.server.ts';
import { en } from '#app/features/progress/messages/weak-topics-en.ts';
import { vi } from '#app/features/progress/messages/weak-topics-vi.ts';
import { practicePage } from '#app/features/progress/queries/weak-topics/practice-page.server.ts';
import { practiceSchema, readPictureSearch } from '#app/features/progress/schema.picture.ts';
import type { PracticeAnswer, PracticeProblem } from '#app/features/progress/ui/weak-topics/practice-form.tsx';
import { PracticeView } from '#app/features/progress/ui/weak-topics/practice-view.tsx';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { formatDate } from '#app/platform/i18n/format.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).assign.title(loaded?.page.topic ?? ''));

const askedOf = ({ request, params }: LoaderFunctionArgs) => ({
  unitId: idParam(params.unitId),
  topicId: idParam(params.topicId),
  ...readPictureSearch(new URL(request.url).searchParams),
});

export const loader = answer(async (args: LoaderFunctionArgs) => {
  const actor = await requireActor(args.request);
  const { unitId, topicId, assignmentId } = askedOf(args);
  return { page: await practicePage(actor, unitId, topicId, assignmentId) };
});

export const action = answer(async (args: ActionFunctionArgs) => {
  const { request } = args;
  const actor = await requireActor(request);
  const { unitId, topicId, assignmentId } = askedOf(args);
  const form = await readForm(request);
  const typed = (name: string) => String(form.get(name) ?? '');
  const refuse = (problems: PracticeAnswer['problems']) =>
    data<PracticeAnswer>({ typed: { by: typed('by'), dueOn: typed('dueOn'), key: typed('key') }, problems }, 400);
  const parsed = parseForm(practiceSchema, form);
  if (!parsed.ok) {
    const codes = Object.entries(parsed.problems).map(([field, [code = '']]) => ({ field, code }));
    return refuse(codes as PracticeAnswer['problems']);
  }
  const lang = langFromCookieHeader(request.headers.get('Cookie'));
  const { topic } = await practicePage(actor, unitId, topicId, assignmentId);
  const title = messagesFor(lang, vi, en).assign.name(topic, formatDate(lang, now()));
  const result = await assignPractice(actor, { unitId, topicId, assignmentId, title, ...parsed.value });
  if (result.kind === 'refused') {
    const code: PracticeProblem = result.problem;
    return refuse([{ field: code === 'due-past' ? 'dueOn' : 'by', code }]);
  }
  const back = new URLSearchParams({ ...(assignmentId && { assignment: assignmentId }), given: String(result.people) });
  throw redirect(`/units/${unitId}/weak-topics?${back}`, 303);
});

export default function Practice() {
  const { page } = useLoaderData<typeof loader>();
  return <PracticeView page={page} answer={useActionData<typeof action>()} />;
}
