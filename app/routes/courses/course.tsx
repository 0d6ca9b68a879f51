import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/courses/messages/en.ts';
import { vi } from '#app/features/courses/messages/vi.ts';
import { coursePage } from '#app/features/courses/queries/course-page.server.ts';
import { CourseOutline } from '#app/features/courses/ui/course-outline.tsx';
import { CourseSummary } from '#app/features/courses/ui/course-summary.tsx';
import { QuizLinks } from '#app/features/courses/ui/quiz-links.tsx';
import { RevisionNotice } from '#app/features/courses/ui/revision-notice.tsx';
import { ownTerms } from '#app/features/progress/queries/own-terms.server.ts';
import { courseQuizzes } from '#app/features/quiz/queries/course-quizzes.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'learner' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, () => data?.course.title ?? '');

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const courseId = params.courseId ?? '';
  const quizzes = await courseQuizzes(actor, courseId);
  const passed = new Set(quizzes.filter((quiz) => quiz.passed).map(({ id }) => id));
  const done = new URL(request.url).searchParams.get('done');
  return { ...(await coursePage(actor, courseId, passed, await ownTerms(actor))), quizzes, done };
});

export default function Course() {
  const words = useMessages(vi, en);
  const page = useLoaderData<typeof loader>();
  const under = (moduleCode: string) => page.quizzes.filter((quiz) => quiz.moduleCode === moduleCode);
  // Those of a module that the reader's revision does not have stand with those of the whole course.
  const whole = page.quizzes.filter(({ moduleCode }) => !page.modules.some(({ code }) => code === moduleCode));
  const asked = page.quizzes.filter(({ id }) => page.assignment?.rule.quizIds.includes(id));
  const passed = asked.filter((quiz) => quiz.passed);
  return (
    <Page
      title={page.course.title}
      kicker={words.course.kicker}
      lead={page.course.summary}
      crumbs={[{ to: '/', label: words.home.title }]}
      crumbsLabel={words.crumbs}
      width="reading"
    >
      <RevisionNotice page={page} done={page.done} />
      <CourseSummary page={page} quizzes={asked.length > 0 ? { done: passed.length, total: asked.length } : null} />
      {page.modules.length === 0 && <EmptyState title={words.course.empty}>{words.course.emptyText}</EmptyState>}
      <CourseOutline
        courseId={page.course.id}
        modules={page.modules}
        under={(code) => <QuizLinks quizzes={under(code)} />}
      />
      {whole.length > 0 && (
        <Section title={words.course.quizzes}>
          <QuizLinks quizzes={whole} />
        </Section>
      )}
    </Page>
  );
}
