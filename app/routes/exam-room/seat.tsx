import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { allowRestart } from '#app/features/quiz/commands/room/allow-restart.server.ts';
import { giveMinutesToPerson } from '#app/features/quiz/commands/room/give-minutes.server.ts';
import { pausePerson, resumePerson } from '#app/features/quiz/commands/room/stop-clock.server.ts';
import { submitFor } from '#app/features/quiz/commands/room/submit-for.server.ts';
import { voidAttempt } from '#app/features/quiz/commands/room/void-attempt.server.ts';
import { boardEn } from '#app/features/quiz/messages/board-en.ts';
import { boardVi } from '#app/features/quiz/messages/board-vi.ts';
import { seatPage } from '#app/features/quiz/queries/room/seat-page.server.ts';
import { seatMeasureSchema } from '#app/features/quiz/schema.measure.ts';
import { MeasureDone } from '#app/features/quiz/ui/room/measure-done.tsx';
import { SeatScreen } from '#app/features/quiz/ui/room/seat-screen.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';
import { readMeasure, whereTo } from './measures.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: given }) =>
  pageMeta(matches, () => given?.page.seat.name ?? '');

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  return { page: await seatPage(actor, idParam(params.sessionId), idParam(params.personId)) };
});

const alone = { pause: pausePerson, resume: resumePerson, submit: submitFor, void: voidAttempt };

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const [sessionId, personId] = [idParam(params.sessionId), idParam(params.personId)];
  const { form, parsed } = await readMeasure(request, seatMeasureSchema);
  if (!parsed.ok) return data({ form, problems: parsed.problems, typed: parsed.typed }, { status: 400 });
  const { reason, key, ...asked } = parsed.value;
  const measure = { sessionId, personId, reason, key };
  const outcome =
    asked.do === 'minutes'
      ? await giveMinutesToPerson(actor, { ...measure, seconds: asked.minutes * 60 })
      : asked.do === 'restart'
        ? await allowRestart(actor, { ...measure, old: asked.old })
        : await alone[asked.do](actor, measure);
  if (outcome.outcome === 'refused') return data({ form, refused: outcome.reason, typed: { reason } }, { status: 409 });
  throw redirect(whereTo(`/exam-sessions/${sessionId}/seats/${personId}`, asked.do, outcome), 303);
});

export default function Seat() {
  const words = useMessages(boardVi, boardEn);
  const { page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const [parameters] = useSearchParams();
  const { session, seat } = page;
  return (
    <Page
      title={words.seat.of(seat.number, seat.name)}
      kicker={`${session.title}, ${session.room}`}
      lead={[seat.rank, seat.unit].filter(Boolean).join(', ')}
      crumbs={[
        { to: `/exam-sessions/${session.id}/plan`, label: session.title },
        { to: `/exam-sessions/${session.id}/board`, label: words.title },
      ]}
      crumbsLabel={words.crumbs}
    >
      {!answered && <MeasureDone parameters={parameters} />}
      <SeatScreen page={page} answer={answered} minutes={parameters.get('minutes') ?? ''} />
    </Page>
  );
}
