import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/quiz/messages/statistics-en.ts';
import { vi } from '#app/features/quiz/messages/statistics-vi.ts';
import { questionStatistics } from '#app/features/quiz/queries/statistics/question-statistics.server.ts';
import { readStatisticsSearch } from '#app/features/quiz/schema.statistics.ts';
import { QuestionStatisticsView } from '#app/features/quiz/ui/statistics/question-statistics-view.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).question.titleOf(data?.page.question.code ?? ''));
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { filter } = readStatisticsSearch(new URL(request.url).searchParams);
  return { page: await questionStatistics(actor, idParam(params.quizId), idParam(params.questionId), filter) };
});

export default function QuestionStatistics() {
  return <QuestionStatisticsView {...useLoaderData<typeof loader>()} />;
}
