import { AppError } from '#app/kernel/app-error.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { chooseAssignment } from '../core/choose-assignment.ts';
import { type AssignmentRow, listAssignmentsTouching } from '../data/assignments.server.ts';

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
 * The assignments of a unit and the one to show. One query. Throws not-found for a wanted one that does not concern the
 * unit. The unit must have been found within the actor's scope.
 */
export async function assignmentChoice(path: UnitPath, wantedId: string | null): Promise<AssignmentChoice> {
  const at = now();
  const rows = await listAssignmentsTouching(database().sql, path);
  const chosen = chooseAssignment(rows, wantedId, at);
  if (wantedId !== null && !chosen) throw new AppError('not-found');
  const shown = ({ id, title, openAt, dueAt, closeAt }: AssignmentRow): ShownAssignment => ({
    ...{ id, title, openAt, dueAt },
    isClosed: closeAt !== null && closeAt <= at,
  });
  return {
    choices: rows.map(shown),
    chosen: chosen && { ...shown(chosen), courseId: chosen.courseId, rule: chosen.rule },
  };
}
