import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { type ShouldRevalidateFunction, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { giveBackOutage } from '#app/features/quiz/commands/room/give-back-outage.server.ts';
import { giveMinutesToQuiz, giveMinutesToRoom } from '#app/features/quiz/commands/room/give-minutes.server.ts';
import { pauseRoom, resumeRoom } from '#app/features/quiz/commands/room/stop-clock.server.ts';
import { boardEn } from '#app/features/quiz/messages/board-en.ts';
import { boardVi } from '#app/features/quiz/messages/board-vi.ts';
import { boardPage } from '#app/features/quiz/queries/room/board-page.server.ts';
import { roomMeasureSchema } from '#app/features/quiz/schema.measure.ts';
import { BoardScreen } from '#app/features/quiz/ui/room/board-screen.tsx';
import { MeasureDone } from '#app/features/quiz/ui/room/measure-done.tsx';
import { RoomPrints } from '#app/features/quiz/ui/room/room-prints.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';
import { readMeasure, whereTo } from './measures.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: given }) =>
  pageMeta(matches, (lang) => messagesFor(lang, boardVi, boardEn).of(given?.page.session.title ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  return { page: await boardPage(actor, idParam(params.sessionId)) };
});

/** Filter, search and page of the list are the browser's business: nothing is read anew for them. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}) =>
  formMethod === undefined && currentUrl.pathname === nextUrl.pathname && !nextUrl.searchParams.has('done')
    ? false
    : defaultShouldRevalidate;

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const sessionId = idParam(params.sessionId);
  const { form, parsed } = await readMeasure(request, roomMeasureSchema);
  if (!parsed.ok) return data({ form, problems: parsed.problems, typed: parsed.typed }, { status: 400 });
  const { reason, key, ...asked } = parsed.value;
  const measure = { sessionId, reason, key };
  const outcome =
    asked.do === 'minutes'
      ? await (asked.to === 'quiz' ? giveMinutesToQuiz : giveMinutesToRoom)(actor, {
          ...measure,
          seconds: asked.minutes * 60,
        })
      : asked.do === 'give-back'
        ? await giveBackOutage(actor, { ...measure, outageFromAt: asked.from })
        : await (asked.do === 'pause' ? pauseRoom : resumeRoom)(actor, measure);
  if (outcome.outcome === 'refused') return data({ form, refused: outcome.reason, typed: { reason } }, { status: 409 });
  throw redirect(whereTo(`/exam-sessions/${sessionId}/board`, asked.do, outcome), 303);
});

export default function Board() {
  const words = useMessages(boardVi, boardEn);
  const { page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const [parameters] = useSearchParams();
  const { session } = page;
  return (
    <Page
      title={session.title}
      kicker={words.title}
      lead={`${session.room}. ${session.quizTitle}`}
      crumbs={[
        { to: '/exam-sessions', label: words.sessions },
        { to: `/exam-sessions/${session.id}/plan`, label: session.title },
      ]}
      crumbsLabel={words.crumbs}
      actions={<RoomPrints sessionId={session.id} />}
    >
      {!answered && <MeasureDone parameters={parameters} />}
      <BoardScreen page={page} answer={answered} />
    </Page>
  );
}
