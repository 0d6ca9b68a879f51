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
  const rows = await sql.all<{ personId: string; lastSeenAt: RawInstant; startedAt: RawInstant }>(
    `SELECT e."personId", e."lastSeenAt", a."startedAt" FROM "ExamSeat" e JOIN "Attempt" a ON a."id" = e."attemptId"
     WHERE e."sessionId" = ? AND e."lastSeenAt" < ? AND a."state" = 'in-progress'
       AND e."personId" IN (${signs.map(() => '?').join(', ')})`,
    ...[sessionId, new Date(latest - SILENT_AFTER_SECONDS * 1000), ...signs.map(({ personId }) => personId)],
  );
  const firstOf = new Map(signs.map(({ personId, firstAt }) => [personId, firstAt]));
  for (const row of rows) {
    const seenAt = instantOf(row.lastSeenAt) as Date;
    const startedAt = instantOf(row.startedAt) as Date;
    const fromAt = new Date(Math.max(seenAt.getTime(), startedAt.getTime()));
    const untilAt = firstOf.get(row.personId) as Date;
    if (!isGap(fromAt, untilAt)) continue;
    await sql.run(
      `INSERT INTO "ExamGap" ("id", "sessionId", "personId", "fromAt", "untilAt", "givenBack") VALUES (?, ?, ?, ?, ?, ?)`,
      ...[newId(), sessionId, row.personId, fromAt, untilAt, false],
    );
  }
}

function bySecond(signs: readonly Signs[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const { personId, lastAt } of signs) {
    const second = Math.floor(lastAt.getTime() / 1000) * 1000;
    groups.set(second, [...(groups.get(second) ?? []), personId]);
  }
  return groups;
}
