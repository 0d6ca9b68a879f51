import { booleanOf, instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import type { Classification } from '../../core/classification.ts';
import type { Sheet, SheetState } from '../../core/printed/sheet.ts';
import { readFirstEntry, readSecondEntry } from '../../schema.printed.ts';

/** A sheet as it is stored. */
export interface StoredSheet extends Sheet {
  readonly id: string;
  readonly setId: string;
  readonly personId: string;
  readonly attemptId: string | null;
}

type Raw = {
  id: string;
  setId: string;
  personId: string;
  first: string;
  second: string | null;
  state: SheetState;
  attemptId: string | null;
};

const columns = `t."id", t."setId", t."personId", t."first", t."second", t."state", t."attemptId"`;

function sheetOf({ id, setId, personId, first, second, state, attemptId }: Raw): StoredSheet {
  const read = second === null ? null : readSecondEntry(second);
  const { settled = null, ...entry } = read ?? {};
  return {
    ...{ id, setId, personId, state, attemptId, first: readFirstEntry(first) },
    second: read === null ? null : (entry as Sheet['second']),
    settled,
  };
}

const printSecond = ({ second, settled }: Pick<Sheet, 'second' | 'settled'>): string | null =>
  second === null ? null : JSON.stringify({ ...second, settled });

/** One person's sheet of a set, held until the transaction ends, or null. */
export async function holdSheet(sql: Sql, setId: string, personId: string): Promise<StoredSheet | null> {
  const row = await sql.get<Raw>(
    `SELECT ${columns} FROM "PaperSheet" t WHERE t."setId" = ? AND t."personId" = ?${sql.forUpdate}`,
    ...[setId, personId],
  );
  return row ? sheetOf(row) : null;
}

/** All sheets of a set. */
export async function listSheets(sql: Sql, setId: string): Promise<StoredSheet[]> {
  const rows = await sql.all<Raw>(`SELECT ${columns} FROM "PaperSheet" t WHERE t."setId" = ? ORDER BY t."id"`, setId);
  return rows.map(sheetOf);
}

/** Adds a sheet or replaces what one says; the attempt of an earlier, withdrawn one is forgotten with it. */
export async function storeSheet(
  sql: Sql,
  { id, setId, personId }: Pick<StoredSheet, 'id' | 'setId' | 'personId'>,
  sheet: Sheet,
): Promise<void> {
  const { state, first } = sheet;
  const second = printSecond(sheet);
  const checked = sheet.settled ?? sheet.second;
  const isChecked = state === 'checked';
  await sql.run(
    `INSERT INTO "PaperSheet" ("id", "setId", "personId", "variantCode", "first", "second", "state", "enteredById",
       "enteredAt", "checkedById", "checkedAt") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT ("setId", "personId") DO UPDATE SET "variantCode" = excluded."variantCode", "first" = excluded."first",
       "second" = excluded."second", "state" = excluded."state", "enteredById" = excluded."enteredById",
       "enteredAt" = excluded."enteredAt", "checkedById" = excluded."checkedById", "checkedAt" = excluded."checkedAt",
       "attemptId" = NULL`,
    ...[id, setId, personId, (sheet.settled ?? first).variant, JSON.stringify(first), second, state, first.byId],
    ...[first.at, isChecked ? (checked?.byId ?? null) : null, isChecked ? (checked?.at ?? null) : null],
  );
}

/** The sheet has become an attempt, or is taken back. */
export async function updateSheetState(
  sql: Sql,
  id: string,
  state: Extract<SheetState, 'counted' | 'withdrawn'>,
  attemptId: string | null,
): Promise<void> {
  await sql.run('UPDATE "PaperSheet" SET "state" = ?, "attemptId" = ? WHERE "id" = ?', state, attemptId, id);
}

/** Who typed the sheet stands with the attempt, and it is graded when it was counted, not when it was written. */
export async function updateAsEntered(
  sql: Sql,
  attemptId: string,
  { enteredById, gradedAt }: { enteredById: string; gradedAt: Date },
): Promise<void> {
  await sql.run(`UPDATE "Attempt" SET "enteredById" = ? WHERE "id" = ?`, enteredById, attemptId);
  await sql.run(`UPDATE "Attempt" SET "gradedAt" = ? WHERE "id" = ? AND "gradedAt" IS NOT NULL`, gradedAt, attemptId);
}

/** Writes what stood on the sheet into the rows of its attempt. */
export async function updateResponses(
  sql: Sql,
  attemptId: string,
  responses: readonly { slot: number; response: string }[],
  savedAt: Date,
): Promise<void> {
  for (const { slot, response } of responses) {
    await sql.run(
      'UPDATE "AttemptAnswer" SET "response" = ?, "sequence" = 1, "savedAt" = ? WHERE "attemptId" = ? AND "slot" = ?',
      ...[response, savedAt, attemptId, slot],
    );
  }
}

/** What the attempt of each sheet came to, by person. */
export interface SheetResult {
  readonly state: 'submitted' | 'graded' | 'abandoned' | 'in-progress';
  readonly submittedAt: Date | null;
  readonly grade: number | null;
  readonly passed: boolean | null;
  readonly classification: Classification | null;
}

export async function listSheetResults(sql: Sql, setId: string): Promise<Map<string, SheetResult>> {
  type Row = Omit<SheetResult, 'submittedAt' | 'passed'> & {
    personId: string;
    submittedAt: RawInstant;
    passed: number | boolean | null;
  };
  const rows = await sql.all<Row>(
    `SELECT t."personId", a."state", a."submittedAt", a."grade", a."passed", a."classification"
     FROM "PaperSheet" t JOIN "Attempt" a ON a."id" = t."attemptId" WHERE t."setId" = ?`,
    setId,
  );
  return new Map(
    rows.map(({ personId, submittedAt, passed, ...row }) => [
      personId,
      { ...row, submittedAt: instantOf(submittedAt), passed: passed === null ? null : booleanOf(passed) },
    ]),
  );
}
