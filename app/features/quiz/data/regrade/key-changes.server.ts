import type { UnitPath } from '#app/kernel/unit-path.ts';
import { pathWithin } from '#app/platform/db/scope.server.ts';
import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { DryRuns, KeyChangeState } from '../../core/regrade/key-change.ts';
import type { ApprovedKey } from '../../core/regrade/resolve-keys.ts';
import { readDryRuns } from '../../schema.regrade.ts';

/** A change of key with the names of who took part. */
export interface KeyChange {
  id: string;
  questionId: string;
  questionCode: string;
  /** Of the unit that owns the question. */
  unitPath: UnitPath;
  fromVersionId: string;
  toVersionId: string;
  reason: string;
  state: KeyChangeState;
  requestedById: string;
  requestedBy: string | null;
  requestedAt: Date;
  decidedById: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionNote: string;
  dryRuns: DryRuns;
  /** Of the regrade: attempts in all and done. */
  total: number;
  done: number;
  cursor: string | null;
  stoppedAt: Date | null;
  finishedAt: Date | null;
}

type Instants = 'requestedAt' | 'decidedAt' | 'stoppedAt' | 'finishedAt';
type Row = Omit<KeyChange, 'dryRuns' | Instants> & { dryRun: string } & Record<Instants, RawInstant>;

const select = `SELECT k."id", k."questionId", qn."code" AS "questionCode", u."path" AS "unitPath", k."fromVersionId",
    k."toVersionId", k."reason", k."state", k."requestedById", rp."fullName" AS "requestedBy", k."requestedAt",
    k."decidedById", dp."fullName" AS "decidedBy", k."decidedAt", k."decisionNote", k."dryRun", k."total", k."done",
    k."cursor", k."stoppedAt", k."finishedAt"
  FROM "KeyChange" k
  JOIN "Question" qn ON qn."id" = k."questionId"
  JOIN "QuestionCategory" c ON c."id" = qn."categoryId"
  JOIN "Unit" u ON u."id" = c."unitId"
  LEFT JOIN "Person" rp ON rp."id" = k."requestedById"
  LEFT JOIN "Person" dp ON dp."id" = k."decidedById"`;

function changeOf({ dryRun, requestedAt, decidedAt, stoppedAt, finishedAt, ...row }: Row): KeyChange {
  return {
    ...row,
    requestedAt: instantOf(requestedAt) as Date,
    decidedAt: instantOf(decidedAt),
    stoppedAt: instantOf(stoppedAt),
    finishedAt: instantOf(finishedAt),
    dryRuns: readDryRuns(dryRun),
  };
}

/** A change of a question within the scope, or null. */
export async function findKeyChange(sql: Sql, scope: readonly UnitPath[], id: string): Promise<KeyChange | null> {
  const within = pathWithin('u."path"', scope);
  const row = await sql.get<Row>(`${select} WHERE k."id" = ? AND ${within.text}`, id, ...within.values);
  return row ? changeOf(row) : null;
}

/** The changes of questions within the scope, of one question where it is named: those that wait first, then the newest. */
export async function listKeyChanges(
  sql: Sql,
  scope: readonly UnitPath[],
  { questionId, limit }: { questionId?: string; limit: number },
): Promise<KeyChange[]> {
  const within = pathWithin('u."path"', scope);
  const rows = await sql.all<Row>(
    `${select} WHERE ${within.text}${questionId === undefined ? '' : ' AND k."questionId" = ?'}
     ORDER BY CASE k."state" WHEN 'proposed' THEN 0 WHEN 'approved' THEN 1 ELSE 2 END, k."requestedAt" DESC, k."id"
     LIMIT ${limit}`,
    ...within.values,
    ...(questionId === undefined ? [] : [questionId]),
  );
  return rows.map(changeOf);
}

/** Every approved change, whoever's: by which the versions of questions are graded. */
export async function listApproved(sql: Sql): Promise<(ApprovedKey & { id: string })[]> {
  return sql.all(`SELECT "id", "fromVersionId", "toVersionId" FROM "KeyChange" WHERE "state" IN ('approved', 'done')`);
}

/** Keeps others who hold a change of this question waiting until the transaction ends. */
export async function holdChangesOf(sql: Sql, questionId: string): Promise<void> {
  await sql.all(`SELECT "id" FROM "KeyChange" WHERE "questionId" = ? ORDER BY "id"${sql.forUpdate}`, questionId);
}

export interface HeldChange {
  id: string;
  fromVersionId: string;
  toVersionId: string;
  state: KeyChangeState;
  cursor: string | null;
  stoppedAt: Date | null;
}

/** Where the regrade of a change stands, held until the transaction ends: two processes take turns. */
export async function holdKeyChange(sql: Sql, id: string): Promise<HeldChange | null> {
  const row = await sql.get<Omit<HeldChange, 'stoppedAt'> & { stoppedAt: RawInstant }>(
    `SELECT "id", "fromVersionId", "toVersionId", "state", "cursor", "stoppedAt" FROM "KeyChange"
     WHERE "id" = ?${sql.forUpdate}`,
    id,
  );
  return row ? { ...row, stoppedAt: instantOf(row.stoppedAt) } : null;
}

/** The approved changes whose regrade is to go on, the oldest approval first. */
export async function listToRegrade(sql: Sql): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT "id" FROM "KeyChange" WHERE "state" = 'approved' AND "stoppedAt" IS NULL ORDER BY "decidedAt", "id"`,
  );
  return rows.map(({ id }) => id);
}

export interface NewKeyChange {
  id: string;
  questionId: string;
  fromVersionId: string;
  toVersionId: string;
  reason: string;
  requestedById: string;
  requestedAt: Date;
  dryRuns: DryRuns;
}

export async function insertKeyChange(sql: Sql, change: NewKeyChange): Promise<void> {
  const { id, questionId, fromVersionId, toVersionId, reason, requestedById, requestedAt, dryRuns } = change;
  await sql.run(
    `INSERT INTO "KeyChange" ("id", "questionId", "fromVersionId", "toVersionId", "reason", "state", "requestedById",
       "requestedAt", "decisionNote", "dryRun", "total", "done") VALUES (?, ?, ?, ?, ?, 'proposed', ?, ?, '', ?, 0, 0)`,
    ...[id, questionId, fromVersionId, toVersionId, reason, requestedById, requestedAt, JSON.stringify(dryRuns)],
  );
}

/** Stores a decision with the figures that it rests on. */
export async function updateDecision(
  sql: Sql,
  id: string,
  decision: {
    state: 'approved' | 'refused' | 'withdrawn';
    byId: string | null;
    at: Date;
    note: string;
    dryRuns: DryRuns;
    total: number;
  },
): Promise<void> {
  const { state, byId, at, note, dryRuns, total } = decision;
  await sql.run(
    `UPDATE "KeyChange" SET "state" = ?, "decidedById" = ?, "decidedAt" = ?, "decisionNote" = ?, "dryRun" = ?,
       "total" = ? WHERE "id" = ?`,
    ...[state, byId, at, note, JSON.stringify(dryRuns), total, id],
  );
}

/** One batch further: up to this attempt, so many more are done. */
export async function updateCursor(sql: Sql, id: string, cursor: string, more: number): Promise<void> {
  await sql.run('UPDATE "KeyChange" SET "cursor" = ?, "done" = "done" + ? WHERE "id" = ?', cursor, more, id);
}

export async function updateStopped(sql: Sql, id: string, stoppedAt: Date | null): Promise<void> {
  await sql.run('UPDATE "KeyChange" SET "stoppedAt" = ? WHERE "id" = ?', stoppedAt, id);
}

/** All are regraded; `total` becomes what was really done, closings in the moment of the approval included. */
export async function updateFinished(sql: Sql, id: string, at: Date): Promise<void> {
  await sql.run(
    `UPDATE "KeyChange" SET "state" = 'done', "finishedAt" = ?, "total" = "done" WHERE "id" = ?`,
    ...[at, id],
  );
}
