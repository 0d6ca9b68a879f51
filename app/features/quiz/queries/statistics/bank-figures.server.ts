import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { LruMap } from '#app/kernel/lru-map.ts';
import { now } from '#app/platform/clock.server.ts';
import { type Database, database } from '#app/platform/db/database.server.ts';
import { type BankFigures, bankFigures } from '../../core/statistics/bank-figures.ts';
import { flagBounds } from '../../core/statistics/flags.ts';
import { listAllAnswerSums, listAnswerSums } from '../../data/statistics/bank-sums.server.ts';

/** Whoever looks through the bank page by page needs no figures of this minute, and thousands of answers are summed for them. */
const FRESH_MS = 5 * 60_000;

interface Known {
  figures: LruMap<string, { at: number; value: BankFigures | null }>;
  flagged: LruMap<string, { at: number; ids: string[] }>;
}
const knownOf = new WeakMap<Database, Known>();

function known(): Known {
  const opened = database();
  let found = knownOf.get(opened);
  if (!found) {
    found = { figures: new LruMap(5000), flagged: new LruMap(20) };
    knownOf.set(opened, found);
  }
  return found;
}

/**
 * What answers say of these questions, at most five minutes old; questions that nobody answered have none. One statement for
 * those that are not known. The questions were found in scope before.
 */
export async function bankFiguresOf(
  actor: Actor,
  questionIds: readonly string[],
): Promise<Record<string, BankFigures>> {
  requireScope(actor, 'statistics.view');
  const { figures } = known();
  const at = now().getTime();
  const isFresh = (id: string) => at - (figures.get(id)?.at ?? Number.NEGATIVE_INFINITY) < FRESH_MS;
  const missing = questionIds.filter((id) => !isFresh(id));
  const sums = await listAnswerSums(database().sql, missing);
  for (const id of missing) {
    const own = sums.get(id);
    figures.set(id, { at, value: own ? bankFigures(own) : null });
  }
  return Object.fromEntries(
    questionIds.flatMap((id) => {
      const value = figures.get(id)?.value;
      return value ? [[id, value]] : [];
    }),
  );
}

/** The questions of the actor's banks of which the figures give reason to look at them, at most five minutes old. */
export async function flaggedQuestionIds(actor: Actor): Promise<string[]> {
  const scope = requireScope(actor, 'statistics.view');
  const { flagged } = known();
  const key = scope.join(' ');
  const at = now().getTime();
  const found = flagged.get(key);
  if (found && at - found.at < FRESH_MS) return found.ids;
  const sums = await listAllAnswerSums(database().sql, scope, flagBounds.minAttempts);
  const ids = [...sums].filter(([, own]) => bankFigures(own).flags.length > 0).map(([id]) => id);
  flagged.set(key, { at, ids });
  return ids;
}
