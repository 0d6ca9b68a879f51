import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useMemo } from 'react';
import { checkAnswer } from '#app/features/quiz/commands/check-answer.server.ts';
import { flagAnswer } from '#app/features/quiz/commands/flag-answer.server.ts';
import { turnPage } from '#app/features/quiz/commands/rules/turn-page.server.ts';
import { type SaveOutcome, saveAnswers } from '#app/features/quiz/commands/save-answer.server.ts';
import { attemptPage } from '#app/features/quiz/queries/attempt-page.server.ts';
import { type AttemptForm, attemptFormSchema, pageParameter } from '#app/features/quiz/schema.attempt.ts';
import { ExamScreen } from '#app/features/quiz/ui/exam-screen.tsx';
import { pack, unpack } from '#app/kernel/packed.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle = { area: 'learner', isQuiet: true };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, () => data?.attempt.title ?? '');

export const loader = answer(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const attemptId = params.attemptId ?? '';
  const attempt = await attemptPage(actor, attemptId, pageParameter.parse(searchParams.get('page')), context.address);
  if (attempt.kind === 'ended') throw redirect(`/attempts/${attemptId}/result`);
  const stale = (searchParams.get('stale') ?? '')
    .split(',')
    .map(Number)
    .filter((wanted) => attempt.map.some(({ slot }) => slot === wanted));
  // A paper is hundreds of small values, and a whole room asks for theirs in the same second.
  const { questions, map, ...rest } = attempt;
  return { attempt: { ...rest, paper: pack({ questions, map }) }, stale };
});

/** A whole page by plain form: everything on it is saved, then the button that was pressed says where to go. */
export const action = answer(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const { address } = context;
  const attemptId = params.attemptId ?? '';
  const form: AttemptForm = demand(attemptFormSchema, formObject(await readForm(request)));
  const { kind, slot } = form.step;
  const outcomes = form.answers.length > 0 ? await saveAnswers(actor, attemptId, form.answers, address) : [];
  if (outcomes.some(isOver)) throw redirect(`/attempts/${attemptId}/result`, 303);
  if (kind === 'flag' || kind === 'unflag')
    await flagAnswer(actor, attemptId, { slot, flagged: kind === 'flag' }, address);
  if (kind === 'check') await checkAnswer(actor, attemptId, slot, address);
  // Forward only: the page is left for good, once what was on it is saved. Elsewhere nothing is kept of it.
  if (kind === 'next') await turnPage(actor, attemptId, form.page, address);
  if (kind === 'overview') throw redirect(`/attempts/${attemptId}/overview`, 303);
  throw redirect(
    await placeAfter(form, outcomes, (page) => attemptPage(actor, attemptId, page, address), attemptId),
    303,
  );
});

/** What is refused for another reason concerns one answer, or passes. */
const ends: readonly string[] = ['time-up', 'submitted', 'abandoned', 'not-started'];
const isOver = (outcome: SaveOutcome) => outcome.outcome === 'refused' && ends.includes(outcome.reason);

async function placeAfter(
  { page, step: { kind, slot } }: AttemptForm,
  outcomes: readonly SaveOutcome[],
  openPage: (page: number) => ReturnType<typeof attemptPage>,
  attemptId: string,
): Promise<string> {
  const stale = outcomes.flatMap((one) => (one.outcome === 'refused' && !one.holdsSame ? [one.slot] : []));
  const attempt = slot > 0 ? await openPage(page) : null;
  const pageOfSlot = attempt?.kind === 'open' ? attempt.map[slot - 1]?.page : undefined;
  const target = kind === 'next' ? page + 1 : kind === 'previous' ? Math.max(1, page - 1) : (pageOfSlot ?? page);
  const search = new URLSearchParams({ page: String(target), ...(stale.length > 0 && { stale: stale.join(',') }) });
  return `/attempts/${attemptId}?${search}${slot > 0 ? `#cau-${slot}` : ''}`;
}

export default function TakeAttempt() {
  const { attempt: sent, stale } = useLoaderData<typeof loader>();
  const attempt = useMemo(() => ({ ...sent, ...unpack(sent.paper) }), [sent]);
  return (
    <Page title={attempt.title}>
      <ExamScreen
        key={attempt.isForwardOnly ? `${attempt.attemptId} ${attempt.page}` : attempt.attemptId}
        attempt={attempt}
        stale={stale}
      />
    </Page>
  );
}
