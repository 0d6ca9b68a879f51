import { now } from '#app/platform/clock.server.ts';
import { database, type Tx } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { log } from '#app/platform/log.server.ts';
import { type Doer, theSystem } from '../core/actor.ts';
import type { DomainEvent } from '../core/event.ts';
import type { Op, QuietOp } from '../core/op.ts';
import { type AuditEventRow, insertAuditEvent, insertAuditEvents } from '../data/audit-events.server.ts';
import { reactionsTo } from './reactions.server.ts';

/** What a command's work gets: the transaction, its instant, and the pen for the audit log. */
export interface Change {
  readonly tx: Tx;
  /** Plain SQL in the same transaction. */
  readonly sql: Sql;
  readonly at: Date;
  /** Names what was changed, for the log: ids and codes, never answers, keys or passwords. */
  record(subjectId: string, details?: Record<string, unknown>, unitPath?: string): void;
  /** Tells higher features; they react in this same transaction. */
  emit(event: DomainEvent): void;
  /** Runs after the commit; a failure is logged and changes nothing. */
  after(effect: () => void | Promise<void>): void;
  /** Says that nothing was changed after all: no event is written. */
  unchanged(): void;
}

/** The same without Prisma: what reactions get, and the works that share a transaction with others. */
export type PlainChange = Omit<Change, 'tx'>;

/**
 * The one door for change: runs the work in a transaction, lets other features react, writes the audit event, commits,
 * then runs effects. The work may run again after a conflict, so it must touch nothing but the database.
 * No network, file or password work inside.
 */
export async function transact<T>(actor: Doer, op: Op, work: (change: Change) => Promise<T>): Promise<T> {
  let effects: Effect[] = [];
  const result = await database().write(async (tx, sql) => {
    const done = await carryOut(actor, op, sql, (change) => work({ ...change, tx }));
    effects = done.effects;
    if (done.event) await insertAuditEvent(tx, done.event);
    return done.value;
  });
  await runEffects(effects, op);
  return result;
}

/**
 * The same for a hot path in plain SQL alone, event and reactions included: on SQLite the works that arrive together
 * share one flush, as saves do.
 */
export async function transactTogether<T>(actor: Doer, op: Op, work: (change: PlainChange) => Promise<T>): Promise<T> {
  let effects: Effect[] = [];
  const result = await database().writeQuietly(async (sql) => {
    const done = await carryOut(actor, op, sql, work);
    effects = done.effects;
    if (done.event) await insertAuditEvents(sql, [done.event]);
    return done.value;
  });
  await runEffects(effects, op);
  return result;
}

const ahead = { isAhead: true };

/** What a work for several people gets: each change is entered under the name of who made it. */
export interface SharedChange extends Omit<PlainChange, 'record' | 'unchanged'> {
  record(doer: Doer, subjectId: string, details?: Record<string, unknown>, unitPath?: string): void;
}

/**
 * The same for one act that several people do at once (a room begins): one work and one set of reactions for all of them,
 * an event for each who is recorded. They succeed or fail together. On SQLite it passes the works of single people that wait:
 * behind a room's thousand saves each turn of those who begin would wait for all of them.
 */
export async function transactForAll<T>(op: Op, work: (change: SharedChange) => Promise<T>): Promise<T> {
  let effects: Effect[] = [];
  const result = await database().writeQuietly(async (sql) => {
    const rows: AuditEventRow[] = [];
    const done = await carryOut(theSystem, op, sql, (change) =>
      work({
        ...change,
        record: (doer, id, details = {}, unitPath) =>
          rows.push(rowOf(doer, op, change.at, { id, details, unitPath: unitPath ?? null })),
      }),
    );
    effects = done.effects;
    await insertAuditEvents(sql, rows);
    return done.value;
  }, ahead);
  await runEffects(effects, op);
  return result;
}

type Effect = () => void | Promise<void>;
type Subject = { id: string; details: Record<string, unknown>; unitPath: string | null };

const rowOf = (doer: Doer, op: Op, at: Date, subject: Subject | undefined): AuditEventRow => ({
  ...{ id: newId(), at, actorId: doer.personId, op },
  ...{ subjectId: subject?.id ?? null, unitPath: subject?.unitPath ?? null },
  details: JSON.stringify(subject?.details ?? {}),
});

/** Runs the work and the reactions to it; answers the event to be written, null where nothing was changed. */
async function carryOut<T>(actor: Doer, op: Op, sql: Sql, work: (change: PlainChange) => Promise<T>) {
  const at = now();
  const effects: Effect[] = [];
  const events: DomainEvent[] = [];
  let subject: Subject | undefined;
  let isUnchanged = false;
  const change: PlainChange = {
    sql,
    at,
    record: (id, details = {}, unitPath) => {
      subject = { id, details, unitPath: unitPath ?? null };
    },
    emit: (event) => events.push(event),
    after: (effect) => effects.push(effect),
    unchanged: () => {
      isUnchanged = true;
    },
  };
  const value = await work(change);
  if (isUnchanged) return { value, effects, event: null };
  // A reaction may emit in its turn: the list grows while it is read.
  for (const event of events) for (const react of reactionsTo(event.type)) await react(change, event);
  return { value, effects, event: rowOf(actor, op, at, subject) };
}

async function runEffects(effects: readonly Effect[], op: Op): Promise<void> {
  for (const effect of effects) {
    try {
      await effect();
    } catch (error) {
      log().error({ err: error, op }, 'an effect after the commit failed');
    }
  }
}

/**
 * The same door for small and very frequent changes (an answer saved, a place in a lesson): plain SQL, no audit event,
 * and on SQLite one flush for all that arrive together. Resolves only after the commit is durable.
 */
export function transactQuietly<T>(_op: QuietOp, work: (sql: Sql, at: Date) => Promise<T>): Promise<T> {
  return database().writeQuietly((sql) => work(sql, now()));
}
