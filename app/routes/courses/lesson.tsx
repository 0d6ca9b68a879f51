import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { beginCourse } from '#app/features/courses/commands/begin-course.server.ts';
import { openLesson } from '#app/features/courses/commands/open-lesson.server.ts';
import { en } from '#app/features/courses/messages/en.ts';
import { vi } from '#app/features/courses/messages/vi.ts';
import { lessonPage } from '#app/features/courses/queries/lesson-page.server.ts';
import { onlyInNewest } from '#app/features/courses/queries/only-in-newest.server.ts';
import { LessonReader } from '#app/features/courses/ui/lesson-reader.tsx';
import { ownTerms } from '#app/features/progress/queries/own-terms.server.ts';
import { lessonChecks } from '#app/features/quiz/queries/lesson-checks.server.ts';
import { LessonCheck } from '#app/features/quiz/ui/lesson-checks/lesson-check.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'learner' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, () => data?.lesson.title ?? '');

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { courseId = '', lessonId = '' } = params;
  const words = messagesFor(langFromCookieHeader(request.headers.get('Cookie')), vi, en).document;
  const terms = await ownTerms(actor);
  const page = await lessonPage(actor, { courseId, lessonId }, words, terms).catch(async (error: unknown) => {
    // A lesson that came with a newer revision: its reader is told where it is.
    if (await onlyInNewest(actor, { courseId, lessonId }))
      throw redirect(`/courses/${courseId}/revision?lesson=${lessonId}`);
    throw error;
  });
  if (page.isFirstStep) await beginCourse(actor, { courseId, revision: page.course.revision });
  if (page.readableFrom) await openLesson(actor, { courseId, lessonId }, terms);
  const checks = page.hasChecks ? await lessonChecks(actor, lessonId) : [];
  return { ...page, checks };
});

export default function Lesson() {
  const words = useMessages(vi, en);
  const page = useLoaderData<typeof loader>();
  const { course, lesson } = page;
  return (
    <Page
      title={lesson.title}
      kicker={words.course.module(page.module.number, page.module.title)}
      lead={`${words.lesson.number(page.number, course.lessons.total)} · ${words.lesson.minutes(lesson.minutes)}`}
      crumbs={[
        { to: '/', label: words.home.title },
        { to: `/courses/${course.id}`, label: course.title },
      ]}
      crumbsLabel={words.crumbs}
    >
      <LessonReader
        key={lesson.id}
        page={page}
        check={(number) => {
          const check = page.checks.find((each) => each.number === number);
          return check && <LessonCheck check={check} lessonId={lesson.id} />;
        }}
      />
    </Page>
  );
}
