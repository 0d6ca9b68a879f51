import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/quiz/messages/en.ts';
import { vi } from '#app/features/quiz/messages/vi.ts';
import { quizStartPage } from '#app/features/quiz/queries/quiz-start-page.server.ts';
import { QuizStart } from '#app/features/quiz/ui/quiz-start.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle = { area: 'learner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, () => data?.page.quiz.title ?? '');

export const loader = answer(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const page = await quizStartPage(actor, params.quizId ?? '', context.address);
  return { page, refused: new URL(request.url).searchParams.get('refused') };
});

export default function StartQuiz() {
  const { page, refused } = useLoaderData<typeof loader>();
  const words = useMessages(vi, en);
  const { title, kind, courseId } = page.quiz;
  const crumbs = courseId ? [{ to: `/courses/${courseId}`, label: words.start.course }] : [];
  return (
    <Page title={title} kicker={words.kinds[kind]} crumbs={crumbs} width="reading">
      <QuizStart page={page} refused={refused} />
    </Page>
  );
}
