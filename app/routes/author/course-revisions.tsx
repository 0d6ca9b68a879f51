import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { movePeople } from '#app/features/courses/commands/move-people.server.ts';
import { en as outlineEn } from '#app/features/courses/messages/outline-en.ts';
import { vi as outlineVi } from '#app/features/courses/messages/outline-vi.ts';
import { en } from '#app/features/courses/messages/revision-en.ts';
import { vi } from '#app/features/courses/messages/revision-vi.ts';
import { publishedRevisions } from '#app/features/courses/queries/published-revisions.server.ts';
import { movePeopleSchema } from '#app/features/courses/schema.outline.ts';
import { RevisionTable } from '#app/features/courses/ui/author/revision-table.tsx';
import { courseRevisions } from '#app/features/progress/queries/course-revisions.server.ts';
import { MoveForm } from '#app/features/progress/ui/course-revisions/move-form.tsx';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).revisions.title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const courseId = idParam(params.courseId);
  const { course, revisions } = await publishedRevisions(actor, courseId);
  const asked = new URL(request.url).searchParams;
  const count = /^\d{1,7}$/.test(asked.get('moved') ?? '') ? Number(asked.get('moved')) : null;
  const done = count === null ? null : { count, isAll: asked.get('left') === null };
  return { course, revisions, people: await courseRevisions(actor, courseId), done };
});

/** A request goes on moving for so long; the rest is moved by the next press. */
const mostMs = 15_000;

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const courseId = idParam(params.courseId);
  const form = await readForm(request);
  const parsed = parseForm(movePeopleSchema, form);
  if (!parsed.ok) {
    if (!parsed.problems.reason) demand(movePeopleSchema, formObject(form));
    const typed = { from: '', unitId: '', reason: '', ...parsed.typed };
    return data({ typed, problem: parsed.problems.reason?.[0] }, { status: 400 });
  }
  const until = now().getTime() + mostMs;
  const { moved, isDone } = await movePeople(actor, courseId, parsed.value, () => now().getTime() < until);
  throw redirect(`/author/courses/${courseId}/revisions?moved=${moved}${isDone ? '' : '&left=1'}`, 303);
});

export default function CourseRevisions() {
  const words = useMessages(vi, en).revisions;
  const outline = useMessages(outlineVi, outlineEn);
  const lang = useLang();
  const { course, revisions, people, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problem = refused && (refused.problem === 'too-long' ? words.reasonTooLong : words.reasonMissing);
  return (
    <Page
      title={words.title}
      kicker={course.title}
      lead={words.lead}
      crumbs={[
        { to: '/author/courses', label: outline.courses },
        { to: `/author/courses/${course.id}`, label: course.title },
      ]}
      crumbsLabel={outline.crumbs}
    >
      {done && !refused && (
        <Notice kind="success" title={words.moved(formatNumber(lang, done.count))} live>
          {!done.isAll && words.left}
        </Notice>
      )}
      <RevisionTable
        revisions={revisions}
        newest={course.revision}
        countOf={(number) => people.revisions.find(({ revision }) => revision === number)}
      />
      {course.revision > 1 && (
        <Section title={words.move}>
          <MoveForm page={people} typed={refused?.typed} problem={problem} />
        </Section>
      )}
    </Page>
  );
}
