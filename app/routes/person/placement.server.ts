import { data } from '@remix-run/node';
import type { DayProblem } from '#app/features/org/core/people/person-edit.ts';
import type { PersonRefusal } from '#app/features/org/ui/people/person-step.tsx';

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
