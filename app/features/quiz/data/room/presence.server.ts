import { instantOf, type RawInstant, type Sql } from '#app/platform/db/sql.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { isGap, SILENT_AFTER_SECONDS } from '../../core/room/seat.ts';

/** Signs of life of one person in a session since they were last written. */
interface Signs {
  readonly sessionId: string;
  readonly personId: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

const slot = globalThis as { hoctap35Signs?: Map<string, Signs> };
const waiting = () => {
  slot.hoctap35Signs ??= new Map();
  return slot.hoctap35Signs;
};

/** Hot path (memory alone): somebody in a session gave a sign of life. Written by the next `takeSigns`. */
export function noteSign(sessionId: string, personId: string, at: Date): void {
  const key = `${sessionId} ${personId}`;
  const known = waiting().get(key);
  waiting().set(key, { sessionId, personId, firstAt: known?.firstAt ?? at, lastAt: at });
}

/** The signs since the last time, by session; they are forgotten here. */
export function takeSigns(): Map<string, Signs[]> {
  const taken = [...waiting().values()];
  waiting().clear();
  const bySession = new Map<string, Signs[]>();
  for (const one of taken) bySession.set(one.sessionId, [...(bySession.get(one.sessionId) ?? []), one]);
  return bySession;
}

/** After a failure: what was taken is noted again, so that a busy database makes nobody silent. */
export function putSignsBack(signs: readonly Signs[]): void {
  for (const { sessionId, personId, firstAt, lastAt } of signs) {
    const newer = waiting().get(`${sessionId} ${personId}`);
    waiting().set(`${sessionId} ${personId}`, { sessionId, personId, firstAt, lastAt: newer?.lastAt ?? lastAt });
  }
}

/**
 * Writes signs of life of one session: the silences of people at work that end with them, then when each was last seen, to
 * the second. Few statements, however many people.
 */
export async function storeSigns(sql: Sql, sessionId: string, signs: readonly Signs[]): Promise<void> {
  await insertGaps(sql, sessionId, signs);
  for (const [second, people] of bySecond(signs)) {
    const at = new Date(second);
    await sql.run(
      `UPDATE "ExamSeat" SET "lastSeenAt" = ?, "arrivedAt" = COALESCE("arrivedAt", ?)
       WHERE "sessionId" = ? AND ("lastSeenAt" IS NULL OR "lastSeenAt" < ?)
         AND "personId" IN (${people.map(() => '?').join(', ')})`,
      ...[at, at, sessionId, at, ...people],
    );
  }
}

async function insertGaps(sql: Sql, sessionId: string, signs: readonly Signs[]): Promise<void> {
  const latest = Math.max(...signs.map(({ firstAt }) => firstAt.getTime()));
  type Row = Record<'lastSeenAt' | 'startedAt' | 'closedAt' | 'givenUntil', RawInstant> & { personId: string };
  const rows = await sql.all<Row>(
    `SELECT e."personId", e."lastSeenAt", a."startedAt", ${closedColumn} AS "closedAt",
       (SELECT MAX(g."untilAt") FROM "ExamGap" g WHERE g."sessionId" = e."sessionId" AND g."personId" = e."personId"
         AND g."givenBack" = ?) AS "givenUntil"
     FROM "ExamSeat" e JOIN "Attempt" a ON a."id" = e."attemptId"
     WHERE e."sessionId" = ? AND e."lastSeenAt" < ?
       AND (a."state" = 'in-progress' OR (a."submittedBy" = 'time' AND e."lastSeenAt" < a."submittedAt"))
       AND e."personId" IN (${signs.map(() => '?').join(', ')})`,
    ...[true, sessionId, new Date(latest - SILENT_AFTER_SECONDS * 1000), ...signs.map(({ personId }) => personId)],
  );
  const firstOf = new Map(signs.map(({ personId, firstAt }) => [personId, firstAt]));
  for (const row of rows) {
    const { personId } = row;
    const begins = [row.lastSeenAt, row.startedAt, row.givenUntil].map((raw) => instantOf(raw)?.getTime() ?? 0);
    const fromAt = new Date(Math.max(...begins));
    const firstAt = firstOf.get(personId) as Date;
    const closedAt = instantOf(row.closedAt);
    const untilAt = closedAt && closedAt < firstAt ? closedAt : firstAt;
    if (isGap(fromAt, untilAt)) await insertGap(sql, { sessionId, personId, fromAt, untilAt, givenBack: false });
  }
}

/**
 * For SELECT lists, the attempt is called `a`: when its end was stored, which is not when it is dated; null before. What
 * waited for a marker was stored with its tasks.
 */
export const closedColumn = `COALESCE((SELECT MIN(t."createdAt") FROM "MarkingTask" t WHERE t."attemptId" = a."id"), a."gradedAt")`;

/** Notes a silence; `givenBack`: nobody lost time in it any more. */
export async function insertGap(
  sql: Sql,
  gap: { sessionId: string; personId: string; fromAt: Date; untilAt: Date; givenBack: boolean },
): Promise<void> {
  await sql.run(
    'INSERT INTO "ExamGap" ("id", "sessionId", "personId", "fromAt", "untilAt", "givenBack") VALUES (?, ?, ?, ?, ?, ?)',
    ...[newId(), gap.sessionId, gap.personId, gap.fromAt, gap.untilAt, gap.givenBack],
  );
}

function bySecond(signs: readonly Signs[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const { personId, lastAt } of signs) {
    const second = Math.floor(lastAt.getTime() / 1000) * 1000;
    groups.set(second, [...(groups.get(second) ?? []), personId]);
  }
  return groups;
}
