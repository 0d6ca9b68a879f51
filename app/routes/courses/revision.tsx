import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useLoaderData, useNavigation } from '@remix-run/react';
import { moveToNewest } from '#app/features/courses/commands/move-to-newest.server.ts';
import { en as learnerEn } from '#app/features/courses/messages/en.ts';
import { en } from '#app/features/courses/messages/revision-en.ts';
import { vi } from '#app/features/courses/messages/revision-vi.ts';
import { vi as learnerVi } from '#app/features/courses/messages/vi.ts';
import { courseNews } from '#app/features/courses/queries/course-news.server.ts';
import { onlyInNewest } from '#app/features/courses/queries/only-in-newest.server.ts';
import { CourseNewsParts } from '#app/features/courses/ui/course-news.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'learner' };
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).news.title(page?.course.title ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const courseId = idParam(params.courseId);
  const news = await courseNews(actor, courseId);
  if (!news) throw redirect(`/courses/${courseId}`);
  const lessonId = new URL(request.url).searchParams.get('lesson');
  const wanted = lessonId && (await onlyInNewest(actor, { courseId, lessonId }));
  return { ...news, wanted: wanted || null };
});

/** Goes on to the newest revision. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const courseId = idParam(params.courseId);
  await moveToNewest(actor, courseId);
  const wanted = new URL(request.url).searchParams.get('lesson');
  throw redirect(wanted ? `/courses/${courseId}/lessons/${idParam(wanted)}` : `/courses/${courseId}?done=moved`, 303);
});

export default function CourseRevision() {
  const { news: words } = useMessages(vi, en);
  const learner = useMessages(learnerVi, learnerEn);
  const news = useLoaderData<typeof loader>();
  const isBusy = useNavigation().formMethod === 'POST';
  const at = `/courses/${news.course.id}`;
  return (
    <Page
      title={words.title(news.course.title)}
      lead={words.lead}
      crumbs={[
        { to: '/', label: learner.home.title },
        { to: at, label: news.course.title },
      ]}
      crumbsLabel={learner.crumbs}
      width="reading"
    >
      {news.wanted !== null && <Notice title={words.onlyHere(news.wanted)}>{words.onlyHereText}</Notice>}
      <CourseNewsParts news={news} />
      <Form method="post">
        <ButtonRow>
          <Button look="primary" busy={isBusy}>
            {words.button}
          </Button>
          <LinkButton to={at}>{words.stay}</LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  );
}
