import { ancestorsOf, idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { type Audience, admit, countMisplaced, type Misplaced } from './admission.server.ts';
import { type AssignmentRow, findAssignment, listAudienceReach } from './assignments.server.ts';
import {
  listAssignmentsAsking,
  listAssignmentsCounting,
  listAssignmentsNaming,
  listAssignmentsOfPeople,
} from './assignments-of.server.ts';
import { audienceCondition, holdUnits } from './audience.server.ts';
import { settleCertificates } from './certificates/settle-certificates.server.ts';
import { moveTotals } from './counters.server.ts';
import { closeGate, passGate } from './course-gate.server.ts';
import { holdEnrolmentsOf, listBeginners } from './enrolments.server.ts';
import { restateMany, restatePerson } from './restate.server.ts';
import { settleLedger } from './settle-ledger.server.ts';
import { everybody, people, subtree, type Within } from './within.server.ts';

const isClosed = ({ closeAt }: AssignmentRow, at: Date) => closeAt !== null && closeAt <= at;

/**
 * Brings the enrolments of one assignment in line with its audience and its rule, for however many people, in some ten
 * statements and one for each 5,000: admits who is missing, takes back who returned, lets go who is outside, judges
 * everybody by what has been done already, and enters what changed. A closed assignment admits nobody.
 */
export async function placeAudience(sql: Sql, assignmentId: string, at: Date): Promise<void> {
  const assignment = await findAssignment(sql, assignmentId);
  if (!assignment) return;
  await holdUnits(sql, await listAudienceReach(sql, assignmentId));
  await closeGate(sql, [assignment]);
  await holdEnrolmentsOf(sql, assignmentId);
  const audience = await audienceCondition(sql, assignment);
  const misplaced = await countMisplaced(sql, assignmentId, audience);
  await admit(sql, assignmentId, audience, { misplaced, isClosed: isClosed(assignment, at), within: everybody, at });
  await restateMany(sql, assignment, at);
  await settleLedger(sql, assignmentId, at, { isTouched: true });
  if (assignment.certification) await settleCertificates(sql, assignment, everybody, at);
}

/** One person's enrolments: see `placePeople`. */
export const placePerson = (sql: Sql, personId: string, at: Date): Promise<void> => placePeople(sql, [personId], at);

/** How many people are placed with one set of statements: they travel as a parameter. */
const batch = 10_000;

/**
 * Brings these people's enrolments in line with where and what they are now (or with having left): the record follows the
 * person, and is counted only where an assignment reaches. Who comes later is assigned from that day. A statement for each
 * assignment where nothing is to be done, some ten where something is, for 10,000 people at a time.
 */
export async function placePeople(sql: Sql, personIds: readonly string[], at: Date): Promise<void> {
  const ids = [...new Set(personIds)].sort();
  for (let from = 0; from < ids.length; from += batch) {
    const part = ids.slice(from, from + batch);
    await place(sql, await listAssignmentsOfPeople(sql, part), people(sql, part), at);
  }
}

/**
 * Judges these people anew in the assignments that a course or a quiz bears upon, after the limits of many changed or many
 * went on to another revision: in some ten statements for each assignment and 10,000 people.
 */
export async function restatePeople(
  sql: Sql,
  personIds: readonly string[],
  which: { courseId: string | null; quizId?: string },
  at: Date,
): Promise<void> {
  await passGate(sql, which);
  const ids = [...new Set(personIds)].sort();
  const assignments = await listAssignmentsAsking(sql, which);
  for (let from = 0; from < ids.length; from += batch) {
    const within = people(sql, ids.slice(from, from + batch));
    for (const { id } of assignments) await holdEnrolmentsOf(sql, id, within);
    for (const assignment of assignments) {
      await restateMany(sql, assignment, at, { within });
      await settleLedger(sql, assignment.id, at, { within, isTouched: true });
      if (assignment.certification) await settleCertificates(sql, assignment, within, at);
    }
  }
}

/**
 * The same after a start, which changes only enrolments of people who had not begun, or had used up their attempts: the
 * others are left with one short question, since a whole room starts in the same second.
 */
export async function restateBeginners(
  sql: Sql,
  personIds: readonly string[],
  which: { courseId: string | null; quizId: string },
  at: Date,
): Promise<void> {
  await passGate(sql, which);
  const beginners = await listBeginners(sql, personIds, which);
  if (beginners.length === 1) await restatePerson(sql, beginners[0]!, which, at);
  else if (beginners.length > 1) await restatePeople(sql, beginners, which, at);
}

/**
 * After a unit has been moved with its subtree: its totals go from the units above the former place to those above the new
 * one, and the assignments that reach only one of the two places take in or let go who is below. The command has
 * rewritten the paths and holds the units of the subtree and of both ways.
 */
export async function moveUnit(
  sql: Sql,
  { unitId, fromPath, toPath }: { unitId: string; fromPath: UnitPath; toPath: UnitPath },
  at: Date,
): Promise<void> {
  const before = unitsAbove(fromPath);
  const after = unitsAbove(toPath);
  const ofOneWay = [...before.filter((id) => !after.includes(id)), ...after.filter((id) => !before.includes(id))];
  const reaching = await listAssignmentsNaming(sql, ofOneWay);
  await closeGate(sql, [...(await listAssignmentsCounting(sql, unitId)), ...reaching]);
  await moveTotals(sql, { unitId, fromPath, toPath }, dateOf(at));
  await place(sql, reaching, subtree(toPath), at);
}

const unitsAbove = (path: UnitPath): string[] => ancestorsOf(path).map((above) => idsOf(above).at(-1)!);

async function place(sql: Sql, assignments: readonly AssignmentRow[], within: Within, at: Date): Promise<void> {
  const concerned: { assignment: AssignmentRow; audience: Audience; misplaced: Misplaced }[] = [];
  for (const assignment of assignments) {
    const audience = await audienceCondition(sql, assignment);
    const misplaced = await countMisplaced(sql, assignment.id, audience, within);
    const { missing, returned, outside, elsewhere } = misplaced;
    const coming = isClosed(assignment, at) ? 0 : missing + returned;
    if (coming + outside + elsewhere > 0) concerned.push({ assignment, audience, misplaced });
  }
  // All gates before the first enrolment: everybody takes locks in this order.
  await closeGate(
    sql,
    concerned.map(({ assignment }) => assignment),
  );
  for (const { assignment } of concerned) await holdEnrolmentsOf(sql, assignment.id, within);
  for (const { assignment, audience, misplaced } of concerned) {
    await admit(sql, assignment.id, audience, { misplaced, isClosed: isClosed(assignment, at), within, at });
    await restateMany(sql, assignment, at, { within, isTouched: true });
    await settleLedger(sql, assignment.id, at, { within, isTouched: true });
    if (assignment.certification) await settleCertificates(sql, assignment, within, at);
  }
}
