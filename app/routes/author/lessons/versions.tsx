import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { restoreLessonState } from '#app/features/courses/commands/restore-lesson-state.server.ts';
import { en } from '#app/features/courses/messages/lesson-editor-en.ts';
import { vi } from '#app/features/courses/messages/lesson-editor-vi.ts';
import { lessonStates } from '#app/features/courses/queries/lesson-states.server.ts';
import { restoreSchema } from '#app/features/courses/schema.lesson-editor.ts';
import { LessonStateComparison } from '#app/features/courses/ui/author/lesson-editor/lesson-state-comparison.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).states.title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const at = { courseId: params.courseId ?? '', lessonId: params.lessonId ?? '' };
  const states = await lessonStates(actor, at, searchParams.get('state'));
  return { ...states, restored: searchParams.get('restored') };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const at = { courseId: params.courseId ?? '', lessonId: params.lessonId ?? '' };
  const { state } = demand(restoreSchema, formObject(await readForm(request)));
  const isNew = await restoreLessonState(actor, at, state);
  throw redirect(
    `/author/courses/${at.courseId}/lessons/${at.lessonId}/versions?restored=${isNew ? 'yes' : 'same'}`,
    303,
  );
});

export default function Versions() {
  const { states: words, crumbs, courses, untitled } = useMessages(vi, en);
  const lang = useLang();
  const { course, lessonId, title, states, compared, restored } = useLoaderData<typeof loader>();
  const base = `/author/courses/${course.id}/lessons/${lessonId}`;
  const nameOf = ({ number, reason }: (typeof states)[number]) =>
    number !== null ? words.published(number) : words.reasons[reason ?? 'asked'];
  return (
    <Page
      title={words.title}
      kicker={title || untitled}
      lead={words.lead}
      crumbs={[
        { to: '/author/courses', label: courses },
        { to: `/author/courses/${course.id}`, label: course.title },
        { to: base, label: title || untitled },
      ]}
      crumbsLabel={crumbs}
      actions={<LinkButton to={base}>{words.back}</LinkButton>}
    >
      {restored && <Notice kind="success" live title={restored === 'yes' ? words.restored : words.unchanged} />}
      {states.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <div className="gap-10 space-y-8 lg:grid lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)] lg:space-y-0">
          <ol className="self-start border-t border-line">
            {states.map((state) => (
              <li key={state.key} className="border-b border-line">
                <Link
                  to={`?state=${state.key}`}
                  preventScrollReset
                  aria-current={compared?.state.key === state.key ? 'true' : undefined}
                  className="block px-3 py-2.5 no-underline hover:bg-sunken aria-[current]:bg-accent-soft"
                >
                  <span className="font-semibold">{nameOf(state)}</span>
                  <span className="tabular block text-sm text-muted">
                    {formatDateTime(lang, state.at)} · {state.by ?? words.unknown}
                  </span>
                </Link>
              </li>
            ))}
          </ol>
          {compared && (
            <div className="min-w-0 space-y-4">
              <h2 className="text-xl">
                {words.compared(`${nameOf(compared.state)}, ${formatDateTime(lang, compared.state.at)}`)}
              </h2>
              {compared.isSame ? (
                <p>{words.same}</p>
              ) : (
                <>
                  <p className="text-sm text-muted">{words.legend}</p>
                  <LessonStateComparison fields={compared.fields} />
                  <Form method="post" className="space-y-1">
                    <Button type="submit" name="state" value={compared.state.key} look="primary">
                      {words.restore}
                    </Button>
                    <p className="text-sm text-muted">{words.restoreNote}</p>
                  </Form>
                </>
              )}
            </div>
          )}
        </div>
      )}
    </Page>
  );
}
