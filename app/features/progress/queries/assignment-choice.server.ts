import type { UnitPath } from '#app/kernel/unit-path.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { chooseAssignment } from '../core/choose-assignment.ts';
import { type AssignmentRow, listAssignmentsTouching } from '../data/assignments.server.ts';
import { type AssignmentAsOf, listAssignmentsAsOf } from '../data/picture/assignments-as-of.server.ts';

export interface ShownAssignment {
  id: string;
  title: string;
  openAt: Date;
  dueAt: Date | null;
  isClosed: boolean;
}

export interface AssignmentChoice {
  /** Every assignment that somebody of the unit's subtree has been given, the newest first. */
  choices: ShownAssignment[];
  /** The one that is shown; null when there is none at all. */
  chosen: (ShownAssignment & Pick<AssignmentRow, 'courseId' | 'rule'>) | null;
}

/**
 * The assignments of a unit and the one to show, as of an instant (null = now): those of an earlier day with the due dates
 * of that day. One query. Nothing is chosen where the wanted one was opened later; a wanted one
 * that does not concern the unit gives way to the usual one. The unit must have been found within the actor's scope.
 */
export async function assignmentChoice(
  unit: { id: string; path: UnitPath },
  wantedId: string | null,
  asOf: Date | null = null,
): Promise<AssignmentChoice> {
  const at = asOf ?? now();
  const { sql } = database();
  const rows: AssignmentAsOf[] =
    asOf === null ? await listAssignmentsTouching(sql, unit.path) : await listAssignmentsAsOf(sql, unit.id, asOf);
  let chosen = chooseAssignment(rows, wantedId, at);
  if (wantedId !== null && !chosen) {
    // Of a day before it was opened there is nothing to show; that is no reason to lose the page.
    const isLater = asOf !== null && (await listAssignmentsTouching(sql, unit.path)).some(({ id }) => id === wantedId);
    // Whoever goes from unit to unit takes the assignment along to where nobody has it: the unit shows its own.
    if (!isLater) chosen = chooseAssignment(rows, null, at);
  }
  const shown = ({ id, title, openAt, dueAt, closeAt }: AssignmentAsOf): ShownAssignment => ({
    ...{ id, title, openAt, dueAt },
    isClosed: closeAt !== null && closeAt <= at,
  });
  return {
    choices: rows.map(shown),
    chosen: chosen && { ...shown(chosen), courseId: chosen.courseId, rule: chosen.rule },
  };
}
