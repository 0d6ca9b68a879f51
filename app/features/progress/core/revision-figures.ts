import { ancestorsOf, isWithin, type UnitPath } from '#app/kernel/unit-path.ts';

export interface CountedRevision {
  readonly revision: number;
  readonly unitPath: UnitPath;
  readonly begun: number;
  readonly completed: number;
}

export interface RevisionFigures {
  /** The newest revision first; one that nobody studies is left out. */
  readonly revisions: readonly { revision: number; begun: number; completed: number }[];
  /** Units with people on an earlier revision than the newest one, each with its subtree, the higher ones first. */
  readonly behind: readonly { path: UnitPath; people: number }[];
}

/** The figures of a course's revisions, from the counts of single units; `scope` is what the reader sees. */
export function revisionFigures(
  counts: readonly CountedRevision[],
  newest: number,
  scope: readonly UnitPath[],
): RevisionFigures {
  const byRevision = new Map<number, { begun: number; completed: number }>();
  const behind = new Map<UnitPath, number>();
  for (const { revision, unitPath, begun, completed } of counts) {
    const sum = byRevision.get(revision) ?? { begun: 0, completed: 0 };
    byRevision.set(revision, { begun: sum.begun + begun, completed: sum.completed + completed });
    if (revision >= newest) continue;
    for (const path of [...ancestorsOf(unitPath), unitPath]) {
      if (scope.some((top) => isWithin(path, top))) behind.set(path, (behind.get(path) ?? 0) + begun);
    }
  }
  return {
    revisions: [...byRevision].sort(([a], [b]) => b - a).map(([revision, sums]) => ({ revision, ...sums })),
    behind: [...behind].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, people]) => ({ path, people })),
  };
}
