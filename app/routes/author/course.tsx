import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en as packageEn } from '#app/features/course-package/messages/en.ts';
import { vi as packageVi } from '#app/features/course-package/messages/vi.ts';
import { en } from '#app/features/courses/messages/author-en.ts';
import { vi } from '#app/features/courses/messages/author-vi.ts';
import { en as outlineEn } from '#app/features/courses/messages/outline-en.ts';
import { vi as outlineVi } from '#app/features/courses/messages/outline-vi.ts';
import { authorCourse } from '#app/features/courses/queries/author-courses.server.ts';
import { courseAccess } from '#app/features/courses/queries/course-access.server.ts';
import { managedAssignments } from '#app/features/courses/queries/manage-assignments.server.ts';
import { ArchiveForm } from '#app/features/courses/ui/author/archive-form.tsx';
import { AssignmentTable } from '#app/features/courses/ui/author/assignment-table.tsx';
import { CourseContents } from '#app/features/courses/ui/author/course-contents.tsx';
import { CourseStanding } from '#app/features/courses/ui/author/course-standing.tsx';
import { authorQuizzesOfCourse } from '#app/features/quiz/queries/author-quizzes.server.ts';
import { QuizList } from '#app/features/quiz/ui/author/quiz-list.tsx';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PencilIcon } from '#app/ui/icons.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, () => data?.course.title ?? '');

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const courseId = params.courseId ?? '';
  const course = await authorCourse(actor, courseId);
  const quizzes = await authorQuizzesOfCourse(actor, courseId);
  const assignments = await managedAssignments(actor, { courseId });
  const done = new URL(request.url).searchParams.get('done');
  const isReadable = course.state !== 'draft' && (await courseAccess(actor, courseId)) !== null;
  return { course, quizzes, assignments, isReadable, done, now: now() };
});

export default function Course() {
  const { course: words, list, crumbs } = useMessages(vi, en);
  const outline = useMessages(outlineVi, outlineEn);
  const { export: packing } = useMessages(packageVi, packageEn);
  const { course, quizzes, assignments, isReadable, done, now } = useLoaderData<typeof loader>();
  const isPublished = course.state === 'published';
  return (
    <Page
      title={course.title}
      kicker={words.kicker}
      crumbs={[{ to: '/author/courses', label: list.title }]}
      crumbsLabel={crumbs}
      actions={
        <>
          {isReadable && <LinkButton to={`/courses/${course.id}`}>{words.read}</LinkButton>}
          {course.isOwn && <LinkButton to={`/author/courses/${course.id}/package`}>{packing.link}</LinkButton>}
          {course.isOwn && (
            <LinkButton
              to={`/author/courses/${course.id}/outline`}
              look={course.state === 'draft' ? 'primary' : 'secondary'}
              icon={PencilIcon}
            >
              {outline.course.edit}
            </LinkButton>
          )}
          {isPublished && (
            <LinkButton to={`/author/courses/${course.id}/assignments/new`} look="primary">
              {words.assign}
            </LinkButton>
          )}
        </>
      }
    >
      <CourseStanding course={course} done={done} />
      <Section title={words.assignments}>
        <AssignmentTable assignments={assignments} now={now} />
      </Section>
      {quizzes && (
        <Section title={words.quizzes}>
          <QuizList quizzes={quizzes} isOfOneCourse empty={<EmptyState title={words.noQuizzes} />} />
        </Section>
      )}
      <Section title={words.contents}>
        <CourseContents course={course} isLinked={isReadable} />
      </Section>
      {course.isOwn && course.state !== 'archived' && <ArchiveForm courseId={course.id} />}
    </Page>
  );
}
