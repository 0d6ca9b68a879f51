import { passesFilter } from '#app/features/courses/core/audience.ts';
import type { Membership, PersonnelClass } from '#app/features/org/core/person.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { type CounterDelta, deltasOf } from '../core/counter-delta.ts';
import {
  type AssignmentRow,
  findAssignment,
  listAssignmentsReaching,
  listAudiencePaths,
} from './assignments.server.ts';
import { admitAudience, holdUnits, readmitAudience, releaseOutsiders } from './audience.server.ts';
import { addToCounters, rebuildCounters } from './counters.server.ts';
import { closeGate } from './course-gate.server.ts';
import {
  holdEnrolments,
  holdEnrolmentsOf,
  insertEnrolment,
  listEnrolledIn,
  updateEnrolment,
} from './enrolments.server.ts';
import { judgePerson, restateAll } from './restate.server.ts';

const isClosed = ({ closeAt }: AssignmentRow, at: Date) => closeAt !== null && closeAt <= at;

/**
 * Brings the enrolments of one assignment in line with its audience, for however many people, in some ten statements:
 * admits who is missing, takes back who returned, lets go who is outside, judges by what has been done already, and
 * counts anew. A closed assignment admits nobody.
 */
export async function placeAudience(sql: Sql, assignmentId: string, at: Date): Promise<void> {
  const assignment = await findAssignment(sql, assignmentId);
  if (!assignment) return;
  await holdUnits(sql, await listAudiencePaths(sql, assignmentId));
  await closeGate(sql, [assignment]);
  await holdEnrolmentsOf(sql, assignmentId);
  await releaseOutsiders(sql, assignment, at);
  if (!isClosed(assignment, at)) {
    await readmitAudience(sql, assignment, at);
    await admitAudience(sql, assignment, at);
  }
  await restateAll(sql, assignment, at);
  await rebuildCounters(sql, assignmentId);
}

type Placed = {
  unitId: string;
  path: UnitPath;
  personnelClass: PersonnelClass;
  membership: Membership;
  isGone: boolean;
};

async function findPlaced(sql: Sql, personId: string): Promise<Placed | null> {
  const row = await sql.get<Omit<Placed, 'isGone'> & { leftAt: unknown }>(
    `SELECT p."unitId", u."path", p."personnelClass", p."membership", p."leftAt"
       FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE p."id" = ?`,
    personId,
  );
  return row ? { ...row, isGone: row.leftAt !== null } : null;
}

/**
 * Brings one person's enrolments in line with the unit where the person is now (or with having left): the record follows
 * the person, and is counted only where an assignment reaches. Who comes later is assigned from that day.
 */
export async function placePerson(sql: Sql, personId: string, at: Date): Promise<void> {
  const person = await findPlaced(sql, personId);
  if (!person) return;
  const reaching = person.isGone ? [] : await listAssignmentsReaching(sql, person.path);
  const meant = reaching.filter((assignment) => passesFilter(person, assignment.filter));
  const enrolledIn = await listEnrolledIn(sql, personId);
  await closeGate(
    sql,
    meant.filter(({ id }) => !enrolledIn.has(id)),
  );
  const held = await holdEnrolments(sql, personId, 'all');
  const deltas: CounterDelta[] = [];
  for (const row of held) {
    const assignment = meant.find(({ id }) => id === row.assignmentId);
    const isCounted = row.releasedAt === null;
    const isIn = assignment !== undefined && (isCounted || !isClosed(assignment, at));
    const unitId = isIn ? person.unitId : row.unitId;
    if (isIn === isCounted && unitId === row.unitId) continue;
    await updateEnrolment(sql, row, { unitId, releasedAt: isIn ? null : (row.releasedAt ?? at) }, at);
    deltas.push(
      ...deltasOf(
        row.assignmentId,
        { ...row, unitId: isCounted ? row.unitId : null },
        { ...row, unitId: isIn ? unitId : null },
      ),
    );
  }
  const known = new Set(held.map((row) => row.assignmentId));
  const fresh = meant.filter((assignment) => !known.has(assignment.id) && !isClosed(assignment, at));
  for (const { id: assignmentId } of fresh) {
    await insertEnrolment(sql, { assignmentId, personId, unitId: person.unitId, at });
    deltas.push(
      ...deltasOf(assignmentId, null, { unitId: person.unitId, status: 'not-started', classification: null }),
    );
    deltas.push(...(await judgePerson(sql, personId, { assignmentId }, at)));
  }
  await addToCounters(sql, deltas);
}
