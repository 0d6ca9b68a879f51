import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { keepLessonCopy, saveLessonDraft } from '#app/features/courses/commands/save-lesson-draft.server.ts';
import { en as documentEn } from '#app/features/courses/messages/en.ts';
import { en } from '#app/features/courses/messages/lesson-editor-en.ts';
import { vi } from '#app/features/courses/messages/lesson-editor-vi.ts';
import { vi as documentVi } from '#app/features/courses/messages/vi.ts';
import { lessonEditor } from '#app/features/courses/queries/lesson-editor.server.ts';
import { lessonPreview } from '#app/features/courses/queries/lesson-preview.server.ts';
import { draftFormSchema } from '#app/features/courses/schema.lesson-editor.ts';
import { LessonEditor } from '#app/features/courses/ui/author/lesson-editor/lesson-editor.tsx';
import { type LessonCheck as Check, draftChecks } from '#app/features/quiz/queries/lesson-checks.server.ts';
import { LessonCheck } from '#app/features/quiz/ui/lesson-checks/lesson-check.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageMeta(matches, (lang) => loaded?.editor.text.title || messagesFor(lang, vi, en).untitled);
export const headers = () => ({ 'Cache-Control': 'no-store' });
/** The editor keeps its own state: nothing is loaded again while it is open. */
export const shouldRevalidate = ({ formMethod }: { formMethod?: string }) => formMethod !== undefined;

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const at = { courseId: params.courseId ?? '', lessonId: params.lessonId ?? '' };
  const editor = await lessonEditor(actor, at.courseId, at.lessonId);
  const words = messagesFor(langFromCookieHeader(request.headers.get('Cookie')), documentVi, documentEn).document;
  const { checks, unitPath, ...rest } = await lessonPreview(actor, at, editor.text.body, words);
  const isSaved = new URL(request.url).searchParams.has('saved');
  return { editor, preview: { ...rest, checks: await draftChecks(checks, unitPath) }, isSaved };
});

/** Without scripts: saves by a button. What another was faster than is kept beside and not lost. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const at = { courseId: params.courseId ?? '', lessonId: params.lessonId ?? '' };
  const parsed = parseForm(draftFormSchema, await readForm(request));
  if (!parsed.ok) return data({ problems: parsed.problems, typed: parsed.typed, conflict: null }, { status: 400 });
  const { intent: _, base, ...text } = parsed.value;
  const result = await saveLessonDraft(actor, at, { base, text, keep: true });
  if (result.kind !== 'conflict') throw redirect(`/author/courses/${at.courseId}/lessons/${at.lessonId}?saved=1`, 303);
  await keepLessonCopy(actor, at, text);
  return data({ problems: {}, typed: {}, conflict: { by: result.by, at: result.at } }, { status: 409 });
});

export default function Lesson() {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { editor, preview, isSaved } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { course, lessonId } = editor;
  const base = `/author/courses/${course.id}/lessons/${lessonId}`;
  const problems = problemWords(answered?.problems ?? {}, words.formProblems);
  const typed = answered?.typed as Record<string, string> | undefined;
  const text = typed?.body === undefined ? editor.text : withTyped(editor.text, typed);
  return (
    <Page
      title={editor.text.title || words.untitled}
      kicker={words.kicker}
      lead={words.draftLead}
      crumbs={[
        { to: '/author/courses', label: words.courses },
        { to: `/author/courses/${course.id}`, label: course.title },
      ]}
      crumbsLabel={words.crumbs}
      actions={
        <>
          <LinkButton to={`${base}/versions`}>{words.versions}</LinkButton>
          <LinkButton to={`${base}/paper`}>{words.paperPage}</LinkButton>
        </>
      }
    >
      {isSaved && !answered && (
        <Notice kind="success" title={words.save.saved(formatDateTime(lang, editor.savedAt))} live />
      )}
      {answered?.conflict && (
        <Notice
          kind="warning"
          live
          title={words.conflict.title(
            answered.conflict.by ?? words.conflict.somebody,
            formatDateTime(lang, answered.conflict.at),
          )}
        >
          {words.conflict.text}
        </Notice>
      )}
      {Object.keys(problems).length > 0 && <Notice kind="error" live title={words.formProblem} />}
      <LessonEditor
        key={lessonId}
        editor={{ ...editor, text }}
        preview={preview}
        problems={problems}
        showCheck={(check) => <LessonCheck check={check as Check} lessonId={null} />}
      />
    </Page>
  );
}

function problemWords(problems: Record<string, string[]>, words: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, [code]]) => [field, words[`${field} ${code}`] ?? words.other ?? '']),
  );
}

function withTyped<T extends { title: string; body: string; sources: string[] }>(
  text: T,
  typed: Record<string, string>,
): T {
  const { title = text.title, body = text.body, sources } = typed;
  return { ...text, title, body, sources: sources === undefined ? text.sources : sources.split('\n') };
}
