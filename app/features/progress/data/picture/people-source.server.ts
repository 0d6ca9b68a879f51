import type { SqlValue } from '#app/platform/db/sql.server.ts';
import { spanAt } from '../units-as-of.server.ts';

/** Where the people of a list come from, as SQL: today's rows, or the intervals that held at an instant. */
export interface PeopleSource {
  /** FROM and the beginning of WHERE, with "Person" p. */
  from: string;
  values: SqlValue[];
  /** The table that says rank, position, class and membership. */
  said: string;
  unitId: string;
  path: string;
  pathNow: string;
  status: string;
  classification: string;
  ownDueAt: string;
  grade: string;
  lessonsRead: string;
  completedAt: string;
}

/** As it is. */
export const peopleNow = (assignmentId: string): PeopleSource => ({
  from: `
    FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
    LEFT JOIN "Enrolment" e ON e."personId" = p."id" AND e."assignmentId" = ? AND e."releasedAt" IS NULL
   WHERE p."leftAt" IS NULL`,
  values: [assignmentId],
  said: 'p',
  unitId: 'u."id"',
  path: 'u."path"',
  pathNow: 'u."path"',
  status: 'e."status"',
  classification: 'e."classification"',
  ownDueAt: 'e."extendedDueAt"',
  grade: 'e."bestGrade"',
  lessonsRead: 'e."lessonsRead"',
  completedAt: 'e."completedAt"',
});

/**
 * As it was: who belonged where by the intervals of people and units, and what each counted as by the last change before
 * the instant. Grades and lessons of an earlier day are kept nowhere.
 */
export const peopleThen = (assignmentId: string, asOf: Date): PeopleSource => ({
  from: `
    FROM "UnitSpan" s JOIN "UnitMembership" m ON m."unitId" = s."unitId" JOIN "Person" p ON p."id" = m."personId"
    JOIN "Unit" u ON u."id" = p."unitId"
    LEFT JOIN "EnrolmentChange" c ON c."assignmentId" = ? AND c."personId" = p."id" AND c."unitId" IS NOT NULL
     AND c."at" = (SELECT MAX(l."at") FROM "EnrolmentChange" l
                    WHERE l."assignmentId" = ? AND l."personId" = p."id" AND l."at" <= ?)
    LEFT JOIN (SELECT x."personId", MAX(x."dueAt") AS "dueAt" FROM "DueExtension" x
                WHERE x."assignmentId" = ? AND x."decidedAt" <= ? AND (x."endedAt" IS NULL OR x."endedAt" > ?)
                GROUP BY x."personId") d ON d."personId" = p."id"
   WHERE ${spanAt('s')} AND ${spanAt('m')}`,
  values: [...[assignmentId, assignmentId, asOf, assignmentId, asOf, asOf], ...[asOf, asOf, asOf, asOf]],
  said: 'm',
  unitId: 's."unitId"',
  path: 's."path"',
  pathNow: 'CASE WHEN p."leftAt" IS NULL THEN u."path" END',
  status: 'c."status"',
  classification: 'c."classification"',
  ownDueAt: 'd."dueAt"',
  grade: 'NULL',
  lessonsRead: 'NULL',
  completedAt: `CASE WHEN c."status" = 'completed' THEN c."at" END`,
});
