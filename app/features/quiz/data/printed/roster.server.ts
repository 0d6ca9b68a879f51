import type { UnitPath } from '#app/kernel/unit-path.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { type UnitNames, withUnitLabels } from '../../core/unit-labels.ts';
import { unitNameColumns, unitNameJoins } from '../unit-labels.server.ts';

/** A person who sits a set, or whose sheet was entered. */
export interface PaperPerson {
  readonly personId: string;
  readonly fullName: string;
  readonly rank: string | null;
  readonly unitName: string;
  readonly unitPath: UnitPath;
  /** The personnel number. */
  readonly personNumber: string;
  readonly login: string | null;
}

const columns = `p."id" AS "personId", p."fullName", p."rank", ${unitNameColumns}, u."path" AS "unitPath",
  p."number" AS "personNumber", c."login"`;
const from = `"Person" p ${unitNameJoins} LEFT JOIN "Account" c ON c."personId" = p."id"`;

/** These people, by id. */
export async function listPaperPeople(sql: Sql, ids: readonly string[]): Promise<Map<string, PaperPerson>> {
  const people: (PaperPerson & UnitNames)[] = [];
  for (let first = 0; first < ids.length; first += 1000) {
    const { text, values } = among(sql, ids.slice(first, first + 1000));
    people.push(
      ...(await sql.all<PaperPerson & UnitNames>(`SELECT ${columns} FROM ${from} WHERE p."id" ${text}`, ...values)),
    );
  }
  return new Map(withUnitLabels(people).map((person) => [person.personId, person]));
}

/** Somebody who serves within a unit, by login name or personnel number, or null. */
export async function findPersonByName(sql: Sql, unitPath: UnitPath, who: string): Promise<PaperPerson | null> {
  const within = pathWithin('u."path"', [unitPath]);
  const row = await sql.get<PaperPerson & UnitNames>(
    `SELECT ${columns} FROM ${from} WHERE p."leftAt" IS NULL AND ${within.text}
      AND (LOWER(p."number") = ? OR LOWER(c."login") = ?) ORDER BY p."id" LIMIT 1`,
    ...[...within.values, who.toLowerCase(), who.toLowerCase()],
  );
  return (row && withUnitLabels([row])[0]) ?? null;
}

/** Everybody who serves within a unit now, by unit and name: the list of a set without a session. */
export async function listUnitPeople(sql: Sql, unitPath: UnitPath, most: number): Promise<string[]> {
  const within = pathWithin('u."path"', [unitPath]);
  const rows = await sql.all<{ id: string }>(
    `SELECT p."id" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId" WHERE p."leftAt" IS NULL AND ${within.text}
     ORDER BY u."path", p."sortKey", p."id" LIMIT ${most}`,
    ...within.values,
  );
  return rows.map(({ id }) => id);
}

/** The people with a seat in a session, with their numbers. */
export async function listSessionNumbers(sql: Sql, sessionId: string): Promise<[string, number][]> {
  const rows = await sql.all<{ personId: string; number: number }>(
    'SELECT "personId", "number" FROM "ExamSeat" WHERE "sessionId" = ? ORDER BY "number"',
    sessionId,
  );
  return rows.map(({ personId, number }) => [personId, Number(number)]);
}

/** The session of a seat, where the set belongs to it: its unit, exam and whether it is closed. */
export async function findSessionOfSet(
  sql: Sql,
  scope: readonly UnitPath[],
  sessionId: string,
): Promise<{ id: string; quizId: string; unitId: string; unitPath: UnitPath; title: string } | null> {
  const within = pathWithin('u."path"', scope);
  const row = await sql.get<{ id: string; quizId: string; unitId: string; unitPath: UnitPath; title: string }>(
    `SELECT s."id", s."quizId", s."unitId", u."path" AS "unitPath", s."title" FROM "ExamSession" s
     JOIN "Unit" u ON u."id" = s."unitId" WHERE s."id" = ? AND ${within.text}`,
    ...[sessionId, ...within.values],
  );
  return row ?? null;
}

/** Open sessions of a quiz within the scope, for the choice of who sits. */
export async function listSessionsOfQuiz(
  sql: Sql,
  scope: readonly UnitPath[],
  quizId: string,
): Promise<{ id: string; title: string; seats: number }[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<{ id: string; title: string; seats: number }>(
    `SELECT s."id", s."title", (SELECT COUNT(*) FROM "ExamSeat" e WHERE e."sessionId" = s."id") AS "seats"
     FROM "ExamSession" s JOIN "Unit" u ON u."id" = s."unitId"
     WHERE s."quizId" = ? AND s."closedAt" IS NULL AND ${within.text} ORDER BY s."plannedAt", s."id" LIMIT 50`,
    ...[quizId, ...within.values],
  );
  return rows.map((row) => ({ ...row, seats: Number(row.seats) }));
}
