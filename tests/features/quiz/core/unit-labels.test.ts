import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type UnitNames, withUnitLabels } from '#app/features/quiz/core/unit-labels.ts';

const row = (unitId: string, unitName: string, aboveName: string | null = null, overName: string | null = null) => ({
  ...{ unitId, unitName, aboveName, overName },
});
const labels = (...rows: UnitNames[]) => withUnitLabels(rows).map(({ unitName }) => unitName);

it('names a unit alone where that tells it apart, and with as many above it as that takes', () => {
  expect(labels(row('1', 'c1', 'd1', 'e1'), row('1', 'c1', 'd1', 'e1'), row('2', 'c2', 'd1', 'e1'))).toEqual([
    ...['c1', 'c1', 'c2'],
  ]);
  expect(labels(row('1', 'c1', 'd1', 'e1'), row('2', 'c1', 'd2', 'e1'), row('3', 'c3', 'd2', 'e1'))).toEqual([
    ...['c1, d1', 'c1, d2', 'c3'],
  ]);
  expect(labels(row('1', 'c1', 'd1', 'e1'), row('2', 'c1', 'd1', 'e2'), row('3', 'c1', 'd2', 'e1'))).toEqual([
    ...['c1, d1, e1', 'c1, d1, e2', 'c1, d2'],
  ]);
  expect(labels(row('1', 'Q'), row('2', 'Q', 'R'))).toEqual(['Q', 'Q, R']);
});

it('tells any two units of a list apart that three names tell apart, and keeps the rest of each row', () => {
  const name = fc.constantFrom('a', 'b', 'c');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name, name), { maxLength: 30 }), (units) => {
      const rows = units.map((names, at) => ({ ...row(names.join('/'), ...names), at }));
      const shown = withUnitLabels(rows);
      expect(shown.map(({ at }) => at)).toEqual(rows.map(({ at }) => at));
      const unitOf = new Map<string, string>();
      for (const { at, unitName } of shown) {
        const unitId = rows[at]!.unitId;
        expect(unitOf.get(unitName) ?? unitId).toBe(unitId);
        unitOf.set(unitName, unitId);
      }
    }),
  );
});
