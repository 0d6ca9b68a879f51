import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import { dateOf, endOfDay, type LocalDate } from '#app/kernel/vietnam-time.ts';

/** By how much a unit's own count of something changed on a day. */
export interface OwnChange {
  readonly unitId: string;
  /** What is counted: the name of a counter, or of the strength. */
  readonly name: string;
  readonly by: number;
}

/** Where a unit stood from an instant on. */
export interface PathSpan {
  readonly unitId: string;
  readonly path: UnitPath;
  readonly fromAt: Date;
}

/**
 * What the changes of units' own counts do to the totals of these units and all above them, day by day: the answer is
 * called once for each day, in order, and for each day on which a unit moved (`movingDays`). A unit that moved takes what
 * was counted before along: from those above the one place to those above the other.
 */
export function dayTotals(spans: readonly PathSpan[], pathNow: (unitId: string) => UnitPath | undefined) {
  const moved = new Map<string, PathSpan[]>();
  for (const span of [...spans].sort((a, b) => a.fromAt.getTime() - b.fromAt.getTime())) {
    moved.set(span.unitId, [...(moved.get(span.unitId) ?? []), span]);
  }
  const counted = new Map<string, Map<string, number>>();
  let before: LocalDate | null = null;
  const pathOn = (unitId: string, day: LocalDate): UnitPath | undefined => {
    const own = moved.get(unitId);
    if (!own) return pathNow(unitId);
    const end = endOfDay(day);
    return (own.findLast(({ fromAt }) => fromAt <= end) ?? own[0])?.path;
  };
  const totalsOf = (day: LocalDate, changes: readonly OwnChange[]): OwnChange[] => {
    const totals = new Map<string, OwnChange>();
    const add = (path: UnitPath | undefined, name: string, by: number) => {
      if (path === undefined || by === 0) return;
      for (const unitId of idsOf(path)) {
        const key = `${unitId}\n${name}`;
        totals.set(key, { unitId, name, by: by + (totals.get(key)?.by ?? 0) });
      }
    };
    for (const unitId of before === null ? [] : moved.keys()) {
      const [from, to] = [pathOn(unitId, before!), pathOn(unitId, day)];
      if (from === to) continue;
      for (const [name, count] of counted.get(unitId) ?? []) {
        add(from, name, -count);
        add(to, name, count);
      }
    }
    for (const { unitId, name, by } of changes) {
      add(pathOn(unitId, day), name, by);
      if (!moved.has(unitId)) continue;
      const own = counted.get(unitId) ?? new Map<string, number>();
      own.set(name, by + (own.get(name) ?? 0));
      counted.set(unitId, own);
    }
    before = day;
    return [...totals.values()].filter(({ by }) => by !== 0);
  };
  const movingDays = [
    ...new Set([...moved.values()].flatMap((own) => own.slice(1).map((span) => dateOf(span.fromAt)))),
  ];
  return { totalsOf, movingDays: movingDays.sort() };
}
