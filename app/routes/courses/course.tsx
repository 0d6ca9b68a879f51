import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/courses/messages/en.ts';
import { vi } from '#app/features/courses/messages/vi.ts';
import { coursePage } from '#app/features/courses/queries/course-page.server.ts';
import { CourseOutline } from '#app/features/courses/ui/course-outline.tsx';
import { CourseSummary } from '#app/features/courses/ui/course-summary.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'learner' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, () => data?.course.title ?? '');

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  return coursePage(actor, params.courseId ?? '');
});

export default function Course() {
  const words = useMessages(vi, en);
  const page = useLoaderData<typeof loader>();
  return (
    <Page
      title={page.course.title}
      kicker={words.course.kicker}
      lead={page.course.summary}
      crumbs={[{ to: '/', label: words.home.title }]}
      crumbsLabel={words.crumbs}
      width="reading"
    >
      <CourseSummary page={page} />
      {page.modules.length === 0 && <EmptyState title={words.course.empty}>{words.course.emptyText}</EmptyState>}
      <CourseOutline courseId={page.course.id} modules={page.modules} />
    </Page>
  );
}
