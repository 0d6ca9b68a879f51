import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql, type SqlValue } from '#app/platform/db/sql.server.ts';
import { parsePaper, printPaper } from '../../core/paper.ts';
import type { PaperSetSettings } from '../../core/printed/paper-set.ts';
import type { SheetState } from '../../core/printed/sheet.ts';
import type { Variant } from '../../core/printed/variants.ts';
import { printPaperSetSettings, readPaperSetSettings } from '../../schema.printed.ts';

/** A set of variants as it is stored, with the names that every page shows. */
export interface StoredPaperSet {
  readonly id: string;
  readonly quizId: string;
  readonly quizTitle: string;
  readonly quizUnitPath: UnitPath;
  readonly courseId: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: UnitPath;
  readonly title: string;
  readonly seed: string;
  readonly settings: PaperSetSettings;
  /** The day there, 2026-11-23. */
  readonly heldOn: string;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
}

/** Where an actor reaches sets: as examiner those of units, as author those of quizzes. */
export interface PaperScope {
  readonly run: readonly UnitPath[];
  readonly author: readonly UnitPath[];
}

type Raw = Omit<StoredPaperSet, 'settings' | 'createdAt' | 'closedAt'> & {
  settings: string;
  createdAt: RawInstant;
  closedAt: RawInstant;
};

const columns = `s."id", s."quizId", q."title" AS "quizTitle", qu."path" AS "quizUnitPath", q."courseId", s."unitId",
  su."name" AS "unitName", su."path" AS "unitPath", s."title", s."seed", s."settings", s."heldOn", s."createdAt", s."closedAt"`;
const from = `"PaperSet" s JOIN "Unit" su ON su."id" = s."unitId" JOIN "Quiz" q ON q."id" = s."quizId"
  JOIN "Unit" qu ON qu."id" = q."unitId"`;

const setOf = ({ settings, createdAt, closedAt, ...row }: Raw): StoredPaperSet => ({
  ...row,
  settings: readPaperSetSettings(settings),
  createdAt: instantOf(createdAt) as Date,
  closedAt: instantOf(closedAt),
});

function reached({ run, author }: PaperScope): { text: string; values: SqlValue[] } {
  const asExaminer = pathWithin('su."path"', run);
  const asAuthor = pathWithin('qu."path"', author);
  return {
    text: `(${asExaminer.text} OR ${asAuthor.text})`,
    values: [...asExaminer.values, ...asAuthor.values],
  };
}

/** A set within the reach, or null. */
export async function findPaperSet(sql: Sql, scope: PaperScope, id: string): Promise<StoredPaperSet | null> {
  const within = reached(scope);
  const row = await sql.get<Raw>(
    `SELECT ${columns} FROM ${from} WHERE s."id" = ? AND ${within.text}`,
    ...[id, ...within.values],
  );
  return row ? setOf(row) : null;
}

/** Whether a set with this id is there, whoever asks: a form that is sent twice. */
export const isPaperSetThere = async (sql: Sql, id: string): Promise<boolean> =>
  (await sql.get('SELECT "id" FROM "PaperSet" WHERE "id" = ?', id)) !== undefined;

/** The set held until the transaction ends: what is entered and closed follow one another. */
export async function holdPaperSet(sql: Sql, scope: PaperScope, id: string): Promise<StoredPaperSet | null> {
  await sql.get(`SELECT "id" FROM "PaperSet" WHERE "id" = ?${sql.forUpdate}`, id);
  return findPaperSet(sql, scope, id);
}

export type SheetCounts = Record<SheetState, number>;

export interface ListedPaperSet extends StoredPaperSet {
  readonly variants: number;
  readonly counts: SheetCounts;
}

const noSheets: SheetCounts = { entered: 0, differs: 0, checked: 0, counted: 0, withdrawn: 0 };

/** The sets within the reach, of one quiz or of all: the newest day first. */
export async function listPaperSets(
  sql: Sql,
  scope: PaperScope,
  quizId: string | null,
  limit = 200,
): Promise<ListedPaperSet[]> {
  const within = reached(scope);
  const ofQuiz = quizId === null ? { text: '', values: [] } : { text: ' AND s."quizId" = ?', values: [quizId] };
  const rows = await sql.all<Raw & { variants: number }>(
    `SELECT ${columns}, (SELECT COUNT(*) FROM "PaperVariant" v WHERE v."setId" = s."id") AS "variants"
     FROM ${from} WHERE ${within.text}${ofQuiz.text} ORDER BY s."heldOn" DESC, s."id" DESC LIMIT ${limit}`,
    ...[...within.values, ...ofQuiz.values],
  );
  const counts = await countSheets(
    sql,
    rows.map(({ id }) => id),
  );
  return rows.map(({ variants, ...row }) => ({
    ...setOf(row),
    variants: Number(variants),
    counts: counts.get(row.id) ?? noSheets,
  }));
}

/** How many sheets of each set are in each state. */
export async function countSheets(sql: Sql, setIds: readonly string[]): Promise<Map<string, SheetCounts>> {
  if (setIds.length === 0) return new Map();
  const rows = await sql.all<{ setId: string; state: SheetState; n: number }>(
    `SELECT "setId", "state", COUNT(*) AS "n" FROM "PaperSheet" WHERE "setId" IN (${setIds.map(() => '?').join(', ')})
     GROUP BY "setId", "state"`,
    ...setIds,
  );
  const counts = new Map<string, SheetCounts>();
  for (const { setId, state, n } of rows) counts.set(setId, { ...(counts.get(setId) ?? noSheets), [state]: Number(n) });
  return counts;
}

export type NewPaperSet = Pick<StoredPaperSet, 'id' | 'quizId' | 'unitId' | 'title' | 'seed' | 'settings' | 'heldOn'>;

/** Stores a set with its variants. */
export async function insertPaperSet(
  sql: Sql,
  set: NewPaperSet,
  variants: readonly Variant[],
  { createdById, at }: { createdById: string; at: Date },
): Promise<void> {
  await sql.run(
    `INSERT INTO "PaperSet" ("id", "quizId", "unitId", "title", "seed", "settings", "heldOn", "createdById", "createdAt")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[set.id, set.quizId, set.unitId, set.title, set.seed, printPaperSetSettings(set.settings), set.heldOn],
    ...[createdById, at],
  );
  await sql.run(
    `INSERT INTO "PaperVariant" ("setId", "code", "paper") VALUES ${variants.map(() => '(?, ?, ?)').join(', ')}`,
    ...variants.flatMap(({ code, paper }) => [set.id, code, printPaper(paper)]),
  );
}

/** The variants of a set in the order of their codes. */
export async function listVariants(sql: Sql, setId: string): Promise<Variant[]> {
  const rows = await sql.all<{ code: string; paper: string }>(
    'SELECT "code", "paper" FROM "PaperVariant" WHERE "setId" = ? ORDER BY "code"',
    setId,
  );
  return rows.map(({ code, paper }) => ({ code, paper: parsePaper(paper) }));
}

/** Nothing more is entered; answers whether it was open. */
export async function updateAsClosed(sql: Sql, id: string, closedAt: Date | null): Promise<boolean> {
  const open = closedAt === null ? 'IS NOT NULL' : 'IS NULL';
  return (
    (await sql.run(`UPDATE "PaperSet" SET "closedAt" = ? WHERE "id" = ? AND "closedAt" ${open}`, closedAt, id)) === 1
  );
}
