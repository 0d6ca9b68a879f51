import { ranksBySeniority } from '#app/features/org/core/rank.ts';
import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { idsIn } from '#app/platform/db/rows-of.server.ts';
import { instantOf, type RawInstant, type Sql, type SqlValue } from '#app/platform/db/sql.server.ts';
import type { PeopleFilter, Standing } from '../core/people-filter.ts';
import { type Classification, isOwing, type Status, statuses } from '../core/status.ts';
import { mayBeRenewed } from './picture/open-matters.server.ts';
import { type PeopleSource, peopleNow, peopleThen } from './picture/people-source.server.ts';

/** One person of a unit beside where the person stands in the assignment. */
export interface PersonStanding {
  personId: string;
  fullName: string;
  rank: string | null;
  position: string | null;
  unitId: string;
  unitPath: UnitPath;
  /** Where the person's unit stands today: null = has left since. */
  pathNow: UnitPath | null;
  standing: Standing;
  classification: Classification | null;
  /** These three are known of now alone. */
  grade: number | null;
  lessonsRead: number | null;
  completedAt: Date | null;
  /** A due date of the person's own. */
  ownDueAt: Date | null;
}

export interface PeopleQuestion {
  path: UnitPath;
  assignmentId: string;
  dueAt: Date | null;
  now: Date;
  /** The end of a day; null = now. */
  asOf: Date | null;
  filter: PeopleFilter;
  /** Who is away on the day, where the filter asks for it. */
  awayIds: readonly string[];
}

const order: readonly Standing[] = ['not-started', 'in-progress', 'failed', 'completed', 'exempt', 'not-assigned'];
const owing = statuses.filter(isOwing);
const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

function conditions(
  sql: Sql,
  source: PeopleSource,
  { path, assignmentId, dueAt, now, filter, awayIds }: PeopleQuestion,
): { text: string; values: SqlValue[] } {
  const values: SqlValue[] = [...source.values, path, filter.isOwn ? `${path} ` : pathUpperBound(path)];
  let text = `${source.from} AND ${source.path} >= ? AND ${source.path} < ?`;
  const and = (condition: string, ...more: SqlValue[]) => {
    text += ` AND ${condition}`;
    values.push(...more);
  };
  const { standing, classification, membership, personnelClass, presence, grade, search } = filter;
  if (standing === 'not-assigned') and(`${source.status} IS NULL`);
  else if (standing === 'assigned') and(`${source.status} IS NOT NULL`);
  else if (standing === 'owing') and(`${source.status} IN (${marks(owing)})`, ...owing);
  else if (standing === 'late') {
    and(`${source.status} IN (${marks(owing)})`, ...owing);
    // The later date counts: while everybody's has not come, an own one makes nobody late.
    if (dueAt !== null && now <= dueAt) and('1 = 0');
    else if (dueAt === null) and(`${source.ownDueAt} < ?`, now);
    else and(`(${source.ownDueAt} IS NULL OR ${source.ownDueAt} < ?)`, now);
  } else if (standing) and(`${source.status} = ?`, standing);
  if (classification === 'none') and(`${source.status} <> 'exempt' AND ${source.classification} IS NULL`);
  else if (classification) and(`${source.classification} = ?`, classification);
  if (membership) and(`${source.said}."membership" = ?`, membership);
  if (personnelClass) and(`${source.said}."personnelClass" = ?`, personnelClass);
  if (presence) and(`p."id" ${presence === 'present' ? 'NOT IN' : 'IN'} (${idsIn(sql)})`, JSON.stringify(awayIds));
  // A full ten belongs to the last of ten bars.
  if (grade !== null) and(`${source.grade} >= ? AND ${source.grade} < ?`, grade, grade === 9 ? 11 : grade + 1);
  if (filter.isRenewing)
    and(
      `EXISTS (SELECT 1 FROM "Certificate" c WHERE c."personId" = p."id" AND ${mayBeRenewed})`,
      assignmentId,
      now,
      now,
    );
  const words = foldForSearch(search);
  if (words) and(`p."searchKey" LIKE ? ESCAPE '\\'`, `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  return { text, values };
}

/** The order as SQL; equal rows stand by name, then by id, so that pages never overlap. */
function orderBy(source: PeopleSource, { key, isDescending }: PeopleFilter['sort']) {
  const direction = isDescending ? ' DESC' : '';
  const byName = 'p."sortKey", p."id"';
  if (key === 'name') return { text: `p."sortKey"${direction}, p."id"${direction}`, values: [] };
  const [column, list] =
    key === 'rank'
      ? [`${source.said}."rank"`, ranksBySeniority]
      : [`COALESCE(${source.status}, 'not-assigned')`, order];
  const cases = list.map((_, place) => `WHEN ? THEN ${place}`).join(' ');
  return { text: `CASE ${column} ${cases} ELSE ${list.length} END${direction}, ${byName}`, values: [...list] };
}

const sourceOf = ({ asOf, assignmentId }: PeopleQuestion) =>
  asOf === null ? peopleNow(assignmentId) : peopleThen(assignmentId, asOf);

/** How many people match. */
export async function countUnitPeople(sql: Sql, question: PeopleQuestion): Promise<number> {
  const { text, values } = conditions(sql, sourceOf(question), question);
  const row = await sql.get<{ n: number }>(`SELECT COUNT(*) AS n ${text}`, ...values);
  return Number(row?.n ?? 0);
}

type Raw = Omit<PersonStanding, 'standing' | 'completedAt' | 'ownDueAt' | 'lessonsRead'> & {
  status: Status | null;
  lessonsRead: number | null;
  completedAt: RawInstant;
  ownDueAt: RawInstant;
};

/** The people of a subtree who match, a page of them or all (limit null). */
export async function listUnitPeople(
  sql: Sql,
  question: PeopleQuestion,
  { limit, offset }: { limit: number | null; offset: number },
): Promise<PersonStanding[]> {
  const source = sourceOf(question);
  const { text, values } = conditions(sql, source, question);
  const sorted = orderBy(source, question.filter.sort);
  const page = limit === null ? '' : ' LIMIT ? OFFSET ?';
  const rows = await sql.all<Raw>(
    `SELECT p."id" AS "personId", p."fullName", ${source.said}."rank", ${source.said}."position",
            ${source.unitId} AS "unitId", ${source.path} AS "unitPath", ${source.pathNow} AS "pathNow",
            ${source.status} AS "status", ${source.classification} AS "classification", ${source.grade} AS "grade",
            ${source.lessonsRead} AS "lessonsRead", ${source.completedAt} AS "completedAt", ${source.ownDueAt} AS "ownDueAt"
     ${text} ORDER BY ${sorted.text}${page}`,
    ...values,
    ...sorted.values,
    ...(limit === null ? [] : [limit, offset]),
  );
  return rows.map(({ status, ...row }) => ({
    ...row,
    standing: status ?? 'not-assigned',
    lessonsRead: question.asOf === null ? Number(row.lessonsRead ?? 0) : null,
    completedAt: instantOf(row.completedAt),
    ownDueAt: instantOf(row.ownDueAt),
  }));
}
