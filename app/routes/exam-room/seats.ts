import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { removeSeat } from '#app/features/quiz/commands/room/remove-seat.server.ts';
import { seatPeople } from '#app/features/quiz/commands/room/seat-people.server.ts';
import { seatsFormSchema } from '#app/features/quiz/schema.room.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** Seats people, or gives a seat up; the plan's page says what came of it. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const sessionId = params.sessionId ?? '';
  const form = demand(seatsFormSchema, formObject(await readForm(request)));
  const said = new URLSearchParams();
  if (form.do === 'remove') {
    const outcome = await removeSeat(actor, sessionId, form.personId);
    said.set('done', outcome.kind === 'refused' ? outcome.reason : 'removed');
  } else {
    const { do: _, ...wanted } = form;
    const outcome = await seatPeople(actor, sessionId, wanted);
    const { kind, ...counts } = outcome;
    said.set('done', kind === 'refused' ? 'closed' : 'seated');
    for (const [name, count] of Object.entries(counts)) if (typeof count === 'number') said.set(name, String(count));
  }
  throw redirect(`/exam-sessions/${sessionId}/plan?${said}#seats`, 303);
});

export const loader = answer(async ({ params }: LoaderFunctionArgs) => {
  throw redirect(`/exam-sessions/${idParam(params.sessionId)}/plan`);
});
