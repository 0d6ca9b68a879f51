import type { Actor } from '#app/features/access/core/role.ts';
import { unitLabels } from '#app/features/access/queries/unit-labels.server.ts';
import { dueFor } from '#app/features/courses/core/assignment.ts';
import { unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf, daysBetween } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { findAssignment } from '../../data/assignments.server.ts';
import { listLatePeople } from '../../data/reminders/late-people.server.ts';
import { listDueAssignments } from '../../data/reminders/late-units.server.ts';
import { listRuleQuizzes, loadActivity } from '../../data/standings.server.ts';

/** One person to be called, and what is still missing. */
export interface CalledPerson {
  assignmentId: string;
  assignmentTitle: string;
  personId: string;
  fullName: string;
  rank: string | null;
  position: string | null;
  unitId: string;
  /** As the unit of the sheet tells its sub-units apart: 'c1/d2'. */
  unitLabel: string;
  daysLate: number;
  /** Lessons not read; null: the rule does not ask for them. */
  lessonsLeft: number | null;
  /** Titles of the quizzes that are not passed. */
  quizzesLeft: string[];
}

export interface CallSheet {
  unit: { id: string; name: string };
  /** Null: every assignment in which somebody is late. */
  assignment: { id: string; title: string } | null;
  asOf: Date;
  /** By unit and name. */
  people: CalledPerson[];
  /** There are more than one sheet holds. */
  isCut: boolean;
}

/** So many people one sheet holds; more are called by sub-unit. */
export const mostCalled = 2000;

/**
 * Who of a unit and below is late in what, for a sheet to call them by: names, what is missing, days. Throws not-found
 * outside of the scope, and for an assignment in which nobody can be late now.
 */
export async function callSheet(actor: Actor, unitId: string, assignmentId: string | null): Promise<CallSheet> {
  const { unit } = await unitPlace(actor, unitId);
  const { sql } = database();
  const asOf = now();
  const due = await listDueAssignments(sql, asOf);
  const asked = assignmentId === null ? due : due.filter(({ id }) => id === assignmentId);
  if (assignmentId !== null && asked.length === 0) throw new AppError('not-found');
  const people: CalledPerson[] = [];
  let isCut = false;
  for (const each of asked) {
    const late = await listLatePeople(sql, each, [unit.path], asOf, mostCalled + 1 - people.length);
    if (late.length === 0) continue;
    const assignment = (await findAssignment(sql, each.id))!;
    const activityOf = await loadActivity(
      sql,
      assignment,
      late.map(({ personId }) => personId),
    );
    const labelOf = await unitLabels(
      unit.path,
      late.map(({ unitPath }) => unitPath),
    );
    const titles = new Map((await listRuleQuizzes(sql, assignment.rule)).map(({ id, title }) => [id, title]));
    for (const { ownDueAt, status: _, unitPath, ...person } of late) {
      const { lessonsRead, lessonsTotal, quizzes } = activityOf(person.personId);
      const dueAt = dueFor(each.dueAt, ownDueAt) ?? asOf;
      people.push({
        ...{ assignmentId: each.id, assignmentTitle: each.title, ...person, unitLabel: labelOf(unitPath) },
        daysLate: Math.max(1, daysBetween(dateOf(dueAt), dateOf(asOf))),
        lessonsLeft: assignment.rule.lessons === 'all' ? Math.max(0, lessonsTotal - lessonsRead) : null,
        quizzesLeft: quizzes.filter(({ isPassed }) => !isPassed).map(({ quizId }) => titles.get(quizId) ?? ''),
      });
    }
    isCut = people.length > mostCalled;
    if (isCut) break;
  }
  return {
    unit: { id: unit.id, name: unit.name },
    assignment: assignmentId === null ? null : { id: assignmentId, title: asked[0]!.title },
    ...{ asOf, isCut, people: people.slice(0, mostCalled) },
  };
}
