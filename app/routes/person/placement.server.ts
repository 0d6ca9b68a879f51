import { data, type LoaderFunctionArgs } from '@remix-run/node';
import type { DayProblem } from '#app/features/org/core/people/person-edit.ts';
import { managedPerson } from '#app/features/org/queries/people/person-record.server.ts';
import { unitsFound } from '#app/features/org/queries/tree/units-found.server.ts';
import { transferSchema } from '#app/features/org/schema.people.ts';
import { readTreeSearch } from '#app/features/org/schema.tree.ts';
import type { PersonRefusal } from '#app/features/org/ui/people/person-step.tsx';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** A person who is to be put into a unit, and the units that a search found. */
export async function loadPlacement({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { search } = readTreeSearch(new URL(request.url).searchParams);
  const page = await managedPerson(actor, idParam(params.personId));
  return { page, search, found: await unitsFound(actor, 'person.manage', search), today: dateOf(now()) };
}

/** The form that names the unit, the day and the order. */
export const readPlacement = async (request: Request) => demand(transferSchema, formObject(await readForm(request)));

/** What a form that puts a person somewhere answers when it is not done. */
export interface PlacementAnswer {
  choose: boolean;
  order: { day: DayProblem | null; note: 'too-long' | null };
  refused: PersonRefusal | null;
  typed: { unitId: string; effectiveOn: string; note: string };
}

type Outcome =
  | { kind: 'invalid'; day: DayProblem | null; note: 'too-long' | null }
  | { kind: 'refused'; reason: PersonRefusal };

/** The answer to a form whose unit was not chosen (no outcome), or that was refused. */
export function placementAnswer(typed: PlacementAnswer['typed'], outcome: Outcome | null) {
  const refused = outcome?.kind === 'refused' ? outcome.reason : null;
  const order = outcome?.kind === 'invalid' ? { day: outcome.day, note: outcome.note } : { day: null, note: null };
  return data<PlacementAnswer>({ choose: outcome === null, order, refused, typed }, { status: refused ? 409 : 400 });
}
