import type { Actor } from '#app/features/access/core/role.ts';
import { dueFor } from '#app/features/courses/core/assignment.ts';
import { type UnitPlace, unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { daysLateOf } from '../../core/own-due.ts';
import { findAssignment } from '../../data/assignments.server.ts';
import { listOwing, type OwingPerson } from '../../data/extensions/extensions.server.ts';
import { type AssignmentChoice, assignmentChoice } from '../assignment-choice.server.ts';

export interface ExtendablePerson extends OwingPerson {
  /** The later of everybody's and the own. */
  effectiveDueAt: Date | null;
  daysLate: number | null;
}

export interface UnitExtensions {
  unit: { id: string; name: string };
  above: UnitPlace['above'];
  choices: AssignmentChoice['choices'];
  assignment: { id: string; title: string; dueAt: Date | null; closeAt: Date | null } | null;
  people: ExtendablePerson[];
  /** There are more than are shown. */
  isCut: boolean;
  asOf: Date;
}

/** So many people are offered at once; more are reached through the sub-units. */
const mostShown = 500;

/**
 * Who of a unit and below still owes something in an assignment, with the due date of each: whom a leader may give longer,
 * many at once, but not oneself. Throws not-found outside of the scope.
 */
export async function unitExtensions(actor: Actor, unitId: string, wantedId: string | null): Promise<UnitExtensions> {
  const { unit, above } = await unitPlace(actor, unitId, 'progress.exempt');
  const { sql } = database();
  const { choices, chosen } = await assignmentChoice(unit, wantedId);
  const asOf = now();
  const assignment = chosen && (await findAssignment(sql, chosen.id));
  const owing = assignment ? await listOwing(sql, [unit.path], assignment.id, mostShown + 2) : [];
  const rows = owing.filter(({ personId }) => personId !== actor.personId);
  const dueAt = assignment?.dueAt ?? null;
  return {
    unit: { id: unit.id, name: unit.name },
    ...{ above, choices, asOf },
    assignment: assignment && {
      ...{ id: assignment.id, title: assignment.title, dueAt, closeAt: assignment.closeAt },
    },
    people: rows.slice(0, mostShown).map((row) => ({
      ...row,
      effectiveDueAt: dueFor(dueAt, row.ownDueAt),
      daysLate: daysLateOf({ status: row.status, dueAt, ownDueAt: row.ownDueAt }, asOf),
    })),
    isCut: rows.length > mostShown,
  };
}
