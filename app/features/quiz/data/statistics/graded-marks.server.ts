import { LruMap } from '#app/kernel/lru-map.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { booleanOf, instantOf, type RawInstant, type Sql, type SqlValue } from '#app/platform/db/sql.server.ts';
import type { MarkRows } from '../../core/statistics/mark-rows.ts';
import { PaperColumns } from '../../core/statistics/paper-columns.ts';

/** Which graded attempts are meant. */
export interface GradedSelection {
  quizId: string;
  /** People who belong to this unit or below it today; null = everybody. */
  unitPath: UnitPath | null;
  /** When it was submitted, both ends included. */
  from: Date | null;
  until: Date | null;
  isFirstOnly: boolean;
}

/** An attempt beside its marks; the arrays of `GradedMarks` stand in the same order. */
export interface GradedAttemptFacts {
  id: string;
  submittedAt: Date;
  unitPath: UnitPath;
  grade: number | null;
  passed: boolean | null;
}

export interface GradedMarks {
  rows: MarkRows;
  /** Of each item of `rows`. */
  versionIds: string[];
  /** Of each attempt: its sum of marks as a fraction of the paper. */
  totals: Float64Array;
  attempts: GradedAttemptFacts[];
  /** Attempts that are graded but whose marks are not all known, or do not fit their paper. */
  leftOut: number;
}

// A paper never changes once it is drawn, so what was read of it holds for the life of the process: about 300 bytes each.
const columns = new PaperColumns();
const known = new LruMap<string, Int32Array>(40_000);

type Row = {
  id: string;
  /** Where the papers of the quiz were not read yet. */
  paper?: string;
  itemMarks: string | null;
  total: number;
  submittedAt: RawInstant;
  grade: number | null;
  passed: number | boolean | null;
  path: string;
};

/** The condition that says which attempts (`a`) of whom (`u`) are meant. */
function conditionOf({ quizId, unitPath, from, until, isFirstOnly }: GradedSelection) {
  const within = unitPath === null ? { text: '1 = 1', values: [] } : pathWithin('u."path"', [unitPath]);
  const values: SqlValue[] = [quizId, false, ...within.values];
  let text = `a."quizId" = ? AND a."state" = 'graded' AND a."preview" = ? AND a."maxMark" > 0 AND ${within.text}`;
  if (isFirstOnly) text += ' AND a."number" = 1';
  for (const [bound, sign] of [[from, '>='] as const, [until, '<='] as const]) {
    if (!bound) continue;
    text += ` AND a."submittedAt" ${sign} ?`;
    values.push(bound);
  }
  return { text, values };
}

const FROM = `"Attempt" a JOIN "Person" p ON p."id" = a."personId" JOIN "Unit" u ON u."id" = p."unitId"`;

/** Quizzes whose papers this process has read: of others they come along with the marks, whose rows are read anyway. */
const readQuizzes = new LruMap<string, true>(1000);

/**
 * The marks of all graded attempts that are meant, previews aside: one statement, and one for each thousand papers that
 * came since this process read the quiz first. No attempt becomes an object of more than its four facts.
 */
export async function listGradedMarks(sql: Sql, selection: GradedSelection): Promise<GradedMarks> {
  const { text, values } = conditionOf(selection);
  const paper = readQuizzes.get(selection.quizId) ? '' : ' a."paper",';
  const found = await sql.all<Row>(
    `SELECT a."id",${paper} a."itemMarks", a."markSum" / a."maxMark" AS "total", a."submittedAt", a."grade", a."passed", u."path"
       FROM ${FROM} WHERE ${text}`,
    ...values,
  );
  const papers = await readPapers(sql, found);
  if (found.length > 0) readQuizzes.set(selection.quizId, true);
  const marksOf = await readMarks(sql, found);
  const used = found.flatMap((row, at) => {
    const marks = marksOf[at];
    const paper = papers[at];
    return marks && paper && marks.length === paper.length && marks.every((mark) => mark !== null)
      ? [{ row, paper, marks: marks as number[] }]
      : [];
  });

  const entries = used.reduce((sum, { paper }) => sum + paper.length, 0);
  const rows = {
    attempts: used.length,
    offsets: new Int32Array(used.length + 1),
    items: new Int32Array(entries),
    marks: new Float64Array(entries),
    maxes: new Float64Array(entries),
  };
  const totals = new Float64Array(used.length);
  const itemOfColumn = new Map<number, number>();
  const itemOfVersion = new Map<string, number>();
  const itemOf = (column: number) => {
    let item = itemOfColumn.get(column);
    if (item === undefined) {
      const { questionVersionId } = columns.at(column);
      item = itemOfVersion.get(questionVersionId) ?? itemOfVersion.size;
      itemOfVersion.set(questionVersionId, item);
      itemOfColumn.set(column, item);
    }
    return item;
  };
  let entry = 0;
  for (const [at, { row, paper, marks }] of used.entries()) {
    for (let slot = 0; slot < paper.length; slot++, entry++) {
      const column = paper[slot]!;
      rows.items[entry] = itemOf(column);
      rows.marks[entry] = marks[slot]!;
      rows.maxes[entry] = columns.at(column).maxMark;
    }
    rows.offsets[at + 1] = entry;
    totals[at] = row.total;
  }
  return {
    rows: { ...rows, itemCount: itemOfVersion.size },
    versionIds: [...itemOfVersion.keys()],
    totals,
    attempts: used.map(({ row }) => ({
      id: row.id,
      submittedAt: instantOf(row.submittedAt)!,
      unitPath: row.path,
      grade: row.grade,
      passed: row.passed === null ? null : booleanOf(row.passed),
    })),
    leftOut: found.length - used.length,
  };
}

const CHUNK = 1000;

function keep(id: string, text: string): Int32Array {
  const paper = columns.read(text);
  known.set(id, paper);
  return paper;
}

async function readPapers(sql: Sql, rows: readonly Row[]): Promise<(Int32Array | undefined)[]> {
  const found = rows.map(({ id, paper }) => known.get(id) ?? (paper === undefined ? undefined : keep(id, paper)));
  const missing = rows.flatMap(({ id }, at) => (found[at] ? [] : [{ id, at }]));
  for (let from = 0; from < missing.length; from += CHUNK) {
    const chunk = missing.slice(from, from + CHUNK);
    const papers = await sql.all<{ id: string; paper: string }>(
      `SELECT "id", "paper" FROM "Attempt" WHERE "id" IN (${chunk.map(() => '?').join(', ')})`,
      ...chunk.map(({ id }) => id),
    );
    const read = new Map(papers.map(({ id, paper }) => [id, keep(id, paper)]));
    for (const { id, at } of chunk) found[at] = read.get(id);
  }
  return found;
}

/** The marks of each row by slot. An older release kept them with the answers alone: those are read from there. */
async function readMarks(sql: Sql, rows: readonly Row[]): Promise<((number | null)[] | undefined)[]> {
  const parsed = JSON.parse(`[${rows.map(({ itemMarks }) => itemMarks ?? 'null').join(',')}]`) as (number[] | null)[];
  const older = rows.filter(({ itemMarks }) => itemMarks === null).map(({ id }) => id);
  if (older.length === 0) return parsed as number[][];
  const byId = new Map<string, (number | null)[]>();
  for (let from = 0; from < older.length; from += CHUNK) {
    const ids = older.slice(from, from + CHUNK);
    const marks = await sql.all<{ attemptId: string; slot: number; mark: number | null }>(
      `SELECT "attemptId", "slot", "mark" FROM "AttemptAnswer"
        WHERE "attemptId" IN (${ids.map(() => '?').join(', ')}) ORDER BY "attemptId", "slot"`,
      ...ids,
    );
    for (const { attemptId, mark } of marks) byId.set(attemptId, [...(byId.get(attemptId) ?? []), mark]);
  }
  return rows.map(({ id }, at) => parsed[at] ?? byId.get(id));
}

export interface CountedResponse {
  questionVersionId: string;
  /** The version whose key graded it, where a change of key replaced the one that was shown. */
  gradedVersionId: string | null;
  response: string | null;
  third: number;
  count: number;
}

/** The answers to these versions that were given in a quiz, whatever became of the attempt. */
export interface GivenResponse {
  attemptId: string;
  questionVersionId: string;
  /** The version whose key graded it, where a change of key replaced the one that was shown. */
  gradedVersionId: string | null;
  response: string | null;
}

/** Every answer to these versions in a quiz. Reads nothing of the attempts but their ids: their rows are long. */
export async function listResponses(sql: Sql, quizId: string, versionIds: readonly string[]): Promise<GivenResponse[]> {
  if (versionIds.length === 0) return [];
  return sql.all<GivenResponse>(
    `SELECT "attemptId", "questionVersionId", "gradedVersionId", "response" FROM "AttemptAnswer"
      WHERE "questionVersionId" IN (${versionIds.map(() => '?').join(', ')})
        AND "attemptId" IN (SELECT a."id" FROM "Attempt" a WHERE a."quizId" = ?)`,
    ...versionIds,
    quizId,
  );
}
