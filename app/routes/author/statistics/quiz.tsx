import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/quiz/messages/statistics-en.ts';
import { vi } from '#app/features/quiz/messages/statistics-vi.ts';
import { quizStatistics } from '#app/features/quiz/queries/statistics/quiz-statistics.server.ts';
import { readStatisticsSearch } from '#app/features/quiz/schema.statistics.ts';
import { QuizStatisticsView } from '#app/features/quiz/ui/statistics/quiz-statistics-view.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).titleOf(data?.page.quiz.title ?? ''));
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const asked = readStatisticsSearch(new URL(request.url).searchParams);
  return { page: await quizStatistics(actor, idParam(params.quizId), asked), sort: asked.sort };
});

export default function QuizStatistics() {
  return <QuizStatisticsView {...useLoaderData<typeof loader>()} />;
}
