import type { Actor } from '#app/features/access/core/role.ts';
import { addDays, endOfDay, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type ComparedUnit, compareFigures, compareUnits, type Difference } from '../../core/picture/comparison.ts';
import { listAssignmentsAsOf } from '../../data/picture/assignments-as-of.server.ts';
import { findUnitAsOf } from '../../data/units-as-of.server.ts';
import { figuresAt, type UnitPart } from './figures-at.server.ts';
import { type UnitAt, unitAt } from './unit-at.server.ts';

/** A unit at the ends of two days, figure by figure and sub-unit by sub-unit. */
export interface UnitComparison extends Omit<UnitAt, 'chosen' | 'path' | 'then'> {
  /** The earlier day; the later one is `asOfDay`, or now. */
  fromDay: LocalDate;
  /** The earlier day that was asked for does not come before the later one; the usual one stands instead. */
  isBadOrder: boolean;
  differences: Difference[];
  parts: ComparedUnit<UnitPart>[];
  /** Shares completed of the strength of each day. */
  coverage: { before: number | null; after: number | null };
}

/** Without a wish the comparison goes back this many days. */
const DAYS_BACK = 7;

/**
 * What changed in a unit between the ends of two days; the later one null = now. Some ten statements that read no people.
 * Throws like `unitAt`.
 */
export async function unitComparison(
  actor: Actor,
  unitId: string,
  asked: { assignmentId?: string | null; asOf?: Date | null; fromDay?: LocalDate | null },
): Promise<UnitComparison> {
  const { chosen, path, then, ...page } = await unitAt(actor, unitId, asked);
  const { sql } = database();
  const until = page.asOfDay ?? page.today;
  const isBadOrder = Boolean(asked.fromDay && asked.fromDay >= until);
  const fromDay = asked.fromDay && !isBadOrder ? asked.fromDay : addDays(until, -DAYS_BACK);
  const from = endOfDay(fromDay);
  const before = await findUnitAsOf(sql, unitId, from);
  const early = chosen && (await listAssignmentsAsOf(sql, unitId, from)).find(({ id }) => id === chosen.id);
  const { unit } = page;
  const [one, other] = [
    await figuresAt(actor, {
      ...{ unit, path: before?.path ?? path, at: from, asOf: from },
      assignment: chosen && { id: chosen.id, dueAt: early?.dueAt ?? null },
    }),
    await figuresAt(actor, { unit, path, assignment: chosen, at: page.asOf, asOf: then }),
  ];
  const named = ({ parts }: { parts: UnitPart[] }) =>
    // The unit's own people are a part beside the units, and bear its id.
    parts.map((part) => ({ ...part, unitId: part.isOwn ? `own ${part.unitId}` : part.unitId }));
  return {
    ...page,
    fromDay,
    isBadOrder,
    differences: compareFigures(one.total, other.total),
    parts: compareUnits(named(one), named(other)).map(({ before: then, after: now, ...each }) => ({
      ...each,
      before: then && { ...then, unitId: then.isOwn ? unitId : then.unitId },
      after: now && { ...now, unitId: now.isOwn ? unitId : now.unitId },
    })),
    coverage: { before: one.total.coverage, after: other.total.coverage },
  };
}
