import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en as documentEn } from '#app/features/courses/messages/en.ts';
import { en } from '#app/features/courses/messages/lesson-editor-en.ts';
import { vi } from '#app/features/courses/messages/lesson-editor-vi.ts';
import { vi as documentVi } from '#app/features/courses/messages/vi.ts';
import { lessonEditor } from '#app/features/courses/queries/lesson-editor.server.ts';
import { lessonPreview } from '#app/features/courses/queries/lesson-preview.server.ts';
import { LessonSources } from '#app/features/courses/ui/lesson-sources.tsx';
import { LessonText } from '#app/features/courses/ui/lesson-text.tsx';
import { draftChecks } from '#app/features/quiz/queries/lesson-checks.server.ts';
import { LessonCheck } from '#app/features/quiz/ui/lesson-checks/lesson-check.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { PrintIcon } from '#app/ui/icons.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (lang) => data?.editor.text.title || messagesFor(lang, vi, en).untitled);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const at = { courseId: params.courseId ?? '', lessonId: params.lessonId ?? '' };
  const words = messagesFor(langFromCookieHeader(request.headers.get('Cookie')), documentVi, documentEn).document;
  const editor = await lessonEditor(actor, at.courseId, at.lessonId);
  const { html, checks, unitPath } = await lessonPreview(actor, at, editor.text.body, words, { isOnPaper: true });
  // On paper nobody judges, and keys are not printed beside their questions.
  const shown = (await draftChecks(checks, unitPath)).map((check) =>
    'key' in check ? { ...check, key: null } : check,
  );
  return { editor, html, checks: shown };
});

export default function Paper() {
  const words = useMessages(vi, en);
  const { editor, html, checks } = useLoaderData<typeof loader>();
  const { course, lessonId, text } = editor;
  return (
    <Page
      title={text.title || words.untitled}
      kicker={course.title}
      width="reading"
      actions={
        <>
          <LinkButton to={`/author/courses/${course.id}/lessons/${lessonId}`}>{words.paper.back}</LinkButton>
          <Button type="button" look="primary" icon={PrintIcon} onClick={() => window.print()}>
            {words.paper.print}
          </Button>
        </>
      }
    >
      <p className="screen-only text-sm text-muted">{words.paper.draft}</p>
      <LessonText
        html={html}
        check={(number) => {
          const check = checks.find((each) => each.number === number);
          return check && <LessonCheck check={check} lessonId={null} />;
        }}
      />
      {text.asOf !== '' && <LessonSources sources={text.sources} asOf={text.asOf} />}
    </Page>
  );
}
