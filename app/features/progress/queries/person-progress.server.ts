import type { Actor } from '#app/features/access/core/role.ts';
import { dueFor } from '#app/features/courses/core/assignment.ts';
import { type PersonPlace, personPlace } from '#app/features/org/queries/person-place.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { daysLateOf } from '../core/own-due.ts';
import type { Classification, Status } from '../core/status.ts';
import { listPersonEnrolments } from '../data/enrolments.server.ts';
import { listRuleQuizzes, loadActivity } from '../data/standings.server.ts';

/** A quiz that an assignment asks to be passed, and how the person stands in it. */
export interface PersonQuiz {
  quizId: string;
  title: string;
  grade: number | null;
  classification: Classification | null;
  isPassed: boolean;
  attemptsUsed: number;
  /** 0 = unlimited. */
  attemptsAllowed: number;
}

export interface PersonAssignment {
  assignmentId: string;
  /** In whose counters the person stands. */
  unitId: string;
  title: string;
  /** Null: it is open already. */
  opensAt: Date | null;
  /** The person's own where there is one, else that of all. */
  dueAt: Date | null;
  commonDueAt: Date | null;
  status: Status;
  /** No more in the audience: the record is kept, counted nowhere. */
  isReleased: boolean;
  daysLate: number | null;
  classification: Classification | null;
  grade: number | null;
  /** Null: the rule does not ask for lessons. */
  lessons: { read: number; total: number } | null;
  quizzes: PersonQuiz[];
  startedAt: Date | null;
  completedAt: Date | null;
  exemption: { reason: string; at: Date; by: string | null } | null;
  /** A due date of the person's own; without a reason it follows from a certificate that ends. */
  extension: { dueAt: Date; reason: string | null; by: string | null } | null;
}

export interface PersonProgress {
  person: PersonPlace;
  asOf: Date;
  assignments: PersonAssignment[];
}

/**
 * One person's way through every assignment, for a leader: states and grades, never answers. Three queries and five for
 * each assignment. Throws forbidden without the role, not-found outside of the scope.
 */
export async function personProgress(actor: Actor, personId: string): Promise<PersonProgress> {
  const person = await personPlace(actor, personId);
  const { sql } = database();
  const asOf = now();
  const assignments: PersonAssignment[] = [];
  for (const row of await listPersonEnrolments(sql, personId)) {
    const activity = (await loadActivity(sql, row, personId))(personId);
    const titles = new Map((await listRuleQuizzes(sql, row.rule)).map(({ id, title }) => [id, title]));
    const isReleased = row.releasedAt !== null;
    assignments.push({
      ...{ assignmentId: row.assignmentId, unitId: row.unitId, title: row.title, status: row.status, isReleased },
      opensAt: row.openAt > asOf ? row.openAt : null,
      ...{ dueAt: dueFor(row.dueAt, row.extendedDueAt), commonDueAt: row.dueAt },
      daysLate: isReleased ? null : daysLateOf({ ...row, ownDueAt: row.extendedDueAt }, asOf),
      ...{ classification: row.classification, grade: row.bestGrade },
      lessons: row.rule.lessons === 'all' ? { read: activity.lessonsRead, total: activity.lessonsTotal } : null,
      quizzes: activity.quizzes.map(({ isOpen: _, ...quiz }) => ({ ...quiz, title: titles.get(quiz.quizId) ?? '' })),
      ...{ startedAt: row.startedAt, completedAt: row.completedAt },
      exemption:
        row.exemptReason === null ? null : { reason: row.exemptReason, at: row.exemptAt!, by: row.exemptByName },
      extension: row.extendedDueAt && {
        ...{ dueAt: row.extendedDueAt, reason: row.extendReason, by: row.extendedByName },
      },
    });
  }
  return { person, asOf, assignments };
}
