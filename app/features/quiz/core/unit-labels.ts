/** The unit of a person with the two above it, the nearest first, as one row holds them. */
export interface UnitNames {
  readonly unitId: string;
  readonly unitName: string;
  readonly aboveName: string | null;
  readonly overName: string | null;
}

/**
 * Rows of people with their units as one list shows them: every regiment has a Company 1, so where two units of the list have
 * one name the unit above stands behind it, and the next one above where that has the same name too.
 */
export function withUnitLabels<Row extends UnitNames>(
  rows: readonly Row[],
): (Omit<Row, 'unitId' | 'aboveName' | 'overName'> & { unitName: string })[] {
  const names = new Map(rows.map((row) => [row.unitId, [row.unitName, row.aboveName, row.overName]]));
  const labels = new Map<string, string>();
  let unclear = [...names.keys()];
  for (const length of [1, 2, 3]) {
    const ids = new Map<string, string[]>();
    for (const id of unclear) {
      const parts = names.get(id) ?? [];
      const label = parts.slice(0, length).filter(Boolean).join(', ');
      labels.set(id, label);
      ids.set(label, [...(ids.get(label) ?? []), id]);
    }
    unclear = [...ids.values()].filter((same) => same.length > 1).flat();
  }
  return rows.map(({ unitId, aboveName: _, overName: __, ...row }) => ({
    ...row,
    unitName: labels.get(unitId) ?? row.unitName,
  }));
}
