import { ranksBySeniority } from '#app/features/org/core/rank.ts';
import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { instantOf, type RawInstant, type Sql, type SqlValue } from '#app/platform/db/sql.server.ts';
import type { PeopleFilter, Standing } from '../core/people-filter.ts';
import { type Classification, isOwing, type Status, statuses } from '../core/status.ts';

/** One person of a unit beside where the person stands in the assignment. */
export interface PersonStanding {
  personId: string;
  fullName: string;
  rank: string | null;
  position: string | null;
  unitId: string;
  unitPath: UnitPath;
  standing: Standing;
  classification: Classification | null;
  grade: number | null;
  lessonsRead: number;
  completedAt: Date | null;
}

export interface PeopleQuestion {
  path: UnitPath;
  assignmentId: string;
  dueAt: Date | null;
  now: Date;
  filter: PeopleFilter;
}

const order: readonly Standing[] = ['not-started', 'in-progress', 'failed', 'completed', 'exempt', 'not-assigned'];

const from = `
  FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
  LEFT JOIN "Enrolment" e ON e."personId" = p."id" AND e."assignmentId" = ? AND e."releasedAt" IS NULL
 WHERE p."leftAt" IS NULL AND u."path" >= ? AND u."path" < ?`;

function conditions({ path, assignmentId, dueAt, now, filter }: PeopleQuestion): { text: string; values: SqlValue[] } {
  const values: SqlValue[] = [assignmentId, path, pathUpperBound(path)];
  let text = from;
  const and = (condition: string, ...more: SqlValue[]) => {
    text += ` AND ${condition}`;
    values.push(...more);
  };
  const { standing, classification, search } = filter;
  if (standing === 'not-assigned') and('e."status" IS NULL');
  else if (standing === 'late') {
    const owing = statuses.filter(isOwing);
    if (dueAt === null || now <= dueAt) and('1 = 0');
    else and(`e."status" IN (${owing.map(() => '?').join(', ')})`, ...owing);
  } else if (standing) and('e."status" = ?', standing);
  if (classification === 'none') and(`e."status" <> 'exempt' AND e."classification" IS NULL`);
  else if (classification) and('e."classification" = ?', classification);
  const words = foldForSearch(search);
  if (words) and(`p."searchKey" LIKE ? ESCAPE '\\'`, `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  return { text, values };
}

/** The order as SQL; equal rows stand by name, then by id, so that pages never overlap. */
function orderBy({ key, isDescending }: PeopleFilter['sort']): { text: string; values: SqlValue[] } {
  const direction = isDescending ? ' DESC' : '';
  const byName = 'p."sortKey", p."id"';
  if (key === 'name') return { text: `p."sortKey"${direction}, p."id"${direction}`, values: [] };
  const [column, list] =
    key === 'rank' ? ['p."rank"', ranksBySeniority] : [`COALESCE(e."status", 'not-assigned')`, order];
  const cases = list.map((_, place) => `WHEN ? THEN ${place}`).join(' ');
  return { text: `CASE ${column} ${cases} ELSE ${list.length} END${direction}, ${byName}`, values: [...list] };
}

/** How many people match. */
export async function countUnitPeople(sql: Sql, question: PeopleQuestion): Promise<number> {
  const { text, values } = conditions(question);
  const row = await sql.get<{ n: number }>(`SELECT COUNT(*) AS n ${text}`, ...values);
  return Number(row?.n ?? 0);
}

type Raw = Omit<PersonStanding, 'standing' | 'completedAt'> & { status: Status | null; completedAt: RawInstant };

/** The people of a subtree who match, a page of them or all (limit null). */
export async function listUnitPeople(
  sql: Sql,
  question: PeopleQuestion,
  { limit, offset }: { limit: number | null; offset: number },
): Promise<PersonStanding[]> {
  const { text, values } = conditions(question);
  const sorted = orderBy(question.filter.sort);
  const page = limit === null ? '' : ' LIMIT ? OFFSET ?';
  const rows = await sql.all<Raw>(
    `SELECT p."id" AS "personId", p."fullName", p."rank", p."position", u."id" AS "unitId", u."path" AS "unitPath",
            e."status", e."classification", e."bestGrade" AS "grade", e."lessonsRead", e."completedAt"
     ${text} ORDER BY ${sorted.text}${page}`,
    ...values,
    ...sorted.values,
    ...(limit === null ? [] : [limit, offset]),
  );
  return rows.map(({ status, ...row }) => ({
    ...row,
    standing: status ?? 'not-assigned',
    lessonsRead: Number(row.lessonsRead ?? 0),
    completedAt: instantOf(row.completedAt),
  }));
}
