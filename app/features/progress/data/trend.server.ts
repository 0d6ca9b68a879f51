import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { CounterRow } from '../core/rollup.ts';
import { type DayChange, type TrendPoint, trendOf } from '../core/trend.ts';

export interface TrendQuestion {
  readonly unitId: string;
  readonly assignmentId: string;
  /** Days there, both included; `until` is not after today. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Whose: the whole subtree, as it was composed on each day, or the unit's own people alone. */
  readonly of?: 'subtree' | 'own';
}

/**
 * Where a unit stood in an assignment at the end of each day, strength included. Three statements; reads a row for each
 * counter and day that changed since `from`, however many people there are. Whatever the scope: find the unit in scope first.
 */
export async function readTrend(sql: Sql, question: TrendQuestion): Promise<TrendPoint[]> {
  const { unitId, assignmentId, from, until, of = 'subtree' } = question;
  const column = of === 'subtree' ? 'total' : 'count';
  const counters = await sql.all<CounterRow>(
    `SELECT "dimension", "key", "${column}" AS "count" FROM "ProgressCounter" WHERE "assignmentId" = ? AND "unitId" = ?`,
    assignmentId,
    unitId,
  );
  const days = await sql.all<DayChange>(
    `SELECT "day", "dimension", "key", "${column}" AS "count" FROM "ProgressDay"
      WHERE "assignmentId" = ? AND "unitId" = ? AND "day" > ? AND "${column}" <> 0`,
    assignmentId,
    unitId,
    from,
  );
  const [now, later] = of === 'subtree' ? ['subtreeStrength', 'subtree'] : ['strength', 'own'];
  // The strength of today stands beside the days as one without a day.
  const strengths = await sql.all<{ day: LocalDate | null; by: number }>(
    `SELECT NULL AS "day", "${now}" AS "by" FROM "Unit" WHERE "id" = ?
      UNION ALL SELECT "day", "${later}" AS "by" FROM "StrengthDay" WHERE "unitId" = ? AND "day" > ? AND "${later}" <> 0`,
    unitId,
    unitId,
    from,
  );
  const strength = Number(strengths.find(({ day }) => day === null)?.by ?? 0);
  const moves = strengths.flatMap(({ day, by }) => (day === null ? [] : [{ day, by: Number(by) }]));
  return trendOf({ strength, counters }, { counters: days, strength: moves }, { from, until });
}
