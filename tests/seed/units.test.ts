import { describe, expect, it } from 'vitest';
import { planUnits } from '#prisma/seed/units.ts';

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

describe('the corps of the demonstration', () => {
  it('has exactly the people that were asked for, and somebody in each unit', () => {
    for (const people of [60, 61, 99, 100, 300, 777, 2999, 3000, 30_000]) {
      const units = planUnits(people);
      expect(sum(units.map(({ strength }) => strength))).toBe(people);
      expect(Math.min(...units.map(({ strength }) => strength))).toBeGreaterThan(0);
    }
  });

  it('keeps its parts however small it is', () => {
    for (const people of [60, 300, 1000, 3000]) {
      const units = planUnits(people);
      const count = (kind: string) => units.filter((unit) => unit.kind === kind).length;
      expect(count('corps')).toBe(1);
      expect(count('division')).toBe(3);
      expect(count('brigade')).toBe(3);
      expect(count('agency')).toBeGreaterThan(1);
      expect(count('company')).toBeGreaterThan(5);
    }
  });

  it('has about 150 units at 3,000 people', () => {
    const { length } = planUnits(3000);
    expect(length).toBeGreaterThan(140);
    expect(length).toBeLessThan(160);
  });

  it('lists parents before their children, each under its own key, numbered among its siblings', () => {
    const seen = new Map<string, number>();
    for (const { key, parentKey, position } of planUnits(3000)) {
      expect(seen.has(key)).toBe(false);
      if (parentKey !== null) {
        expect(seen.has(parentKey)).toBe(true);
        seen.set(parentKey, seen.get(parentKey)! + 1);
        expect(position).toBe(seen.get(parentKey));
      }
      seen.set(key, 0);
    }
  });

  it('gives formations numbers of four digits, which none in reality has', () => {
    const formations = planUnits(3000).filter(({ kind }) => ['division', 'brigade', 'regiment'].includes(kind));
    for (const { name } of formations) expect(name).toMatch(/ 90\d\d$/);
  });

  it('refuses fewer than 60 people', () => {
    expect(() => planUnits(59)).toThrow(RangeError);
    expect(() => planUnits(60.5)).toThrow(RangeError);
  });
});
