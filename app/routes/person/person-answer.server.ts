import { data } from '@remix-run/node';
import type { DayProblem, PersonProblems, TypedPerson } from '#app/features/org/core/people/person-edit.ts';
import type { PersonRefusal } from '#app/features/org/ui/people/person-step.tsx';

/** What was typed of a person, and of the order. */
export interface TypedPersonForm extends TypedPerson {
  effectiveOn: string;
  note: string;
}

type Order = { day: DayProblem | null; note: 'too-long' | null };
type Outcome = ({ kind: 'invalid'; problems: PersonProblems } & Order) | { kind: 'refused'; reason: PersonRefusal };

/** The answer to a form about a person that was not carried out: what is wrong, and everything as it was typed. */
export function personAnswer<T extends TypedPersonForm>(typed: T, outcome: Outcome) {
  const refused = outcome.kind === 'refused' ? outcome.reason : null;
  const problems: PersonProblems = outcome.kind === 'invalid' ? outcome.problems : {};
  const order: Order =
    outcome.kind === 'invalid' ? { day: outcome.day, note: outcome.note } : { day: null, note: null };
  return data({ problems, order, refused, typed }, { status: refused ? 409 : 400 });
}
