import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { en as learnerEn } from '#app/features/courses/messages/en.ts';
import { en } from '#app/features/courses/messages/outline-en.ts';
import { vi } from '#app/features/courses/messages/outline-vi.ts';
import { vi as learnerVi } from '#app/features/courses/messages/vi.ts';
import { draftPreview } from '#app/features/courses/queries/draft-preview.server.ts';
import { LessonNeighbours } from '#app/features/courses/ui/lesson-neighbours.tsx';
import { LessonSources } from '#app/features/courses/ui/lesson-sources.tsx';
import { LessonText } from '#app/features/courses/ui/lesson-text.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ItemList } from '#app/ui/item-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, () => data?.lesson?.title ?? data?.course.title ?? '');

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const words = messagesFor(langFromCookieHeader(request.headers.get('Cookie')), learnerVi, learnerEn).document;
  const lessonId = params.lessonId === undefined ? null : idParam(params.lessonId);
  return draftPreview(actor, idParam(params.courseId), lessonId, words);
});

/** The draft as a learner would see it: its contents, or one lesson of it. Nothing is recorded. */
export default function CoursePreview() {
  const { preview: words, crumbs, course: courseWords } = useMessages(vi, en);
  const { course: learner, lesson: lessonWords } = useMessages(learnerVi, learnerEn);
  const { course, modules, lesson } = useLoaderData<typeof loader>();
  const at = `/author/courses/${course.id}`;
  const notice = (
    <Notice title={words.notice} className="screen-only">
      <Link to={lesson ? `${at}/lessons/${lesson.id}` : `${at}/outline`}>{lesson ? words.edit : words.back}</Link>
    </Notice>
  );
  const trail = [
    { to: at, label: course.title },
    { to: `${at}/outline`, label: courseWords.edit },
  ];
  if (lesson) {
    return (
      <Page
        title={lesson.title}
        kicker={learner.module(lesson.module.number, lesson.module.title)}
        lead={lessonWords.minutes(lesson.minutes)}
        crumbs={[...trail, { to: `${at}/preview`, label: words.kicker }]}
        crumbsLabel={crumbs}
        width="reading"
      >
        {notice}
        {lesson.isEmpty ? <EmptyState title={words.noText} /> : <LessonText html={lesson.html} />}
        {lesson.asOf !== '' && <LessonSources sources={lesson.sources} asOf={lesson.asOf} />}
        <LessonNeighbours
          courseId={course.id}
          previous={lesson.previous}
          next={lesson.next}
          pathOf={(id) => `${at}/preview/${id}`}
        />
      </Page>
    );
  }
  return (
    <Page
      title={course.title}
      kicker={words.kicker}
      lead={course.summary}
      crumbs={trail}
      crumbsLabel={crumbs}
      width="reading"
    >
      {notice}
      {modules.every(({ lessons }) => lessons.length === 0) && <EmptyState title={words.empty} />}
      {modules.map((module, place) => (
        <Section key={module.code} title={learner.module(place + 1, module.title)} lead={module.summary}>
          <ItemList
            items={module.lessons.map(({ id, title, minutes }) => ({
              ...{ key: id, to: `${at}/preview/${id}`, title, note: learner.minutes(minutes) },
            }))}
          />
        </Section>
      ))}
    </Page>
  );
}
