import { describe, expect, it } from 'vitest';
import { planPeople } from '#prisma/seed/people.ts';
import { enlistedRanks, officerRanks, professionalRanks } from '#prisma/seed/ranks.ts';
import { planUnits } from '#prisma/seed/units.ts';

const people = planPeople('test', planUnits(3000));
const ofClass = (personnelClass: string) => people.filter((person) => person.personnelClass === personnelClass);

describe('people of the demonstration', () => {
  it('are the same for the same seed', () => {
    expect(planPeople('test', planUnits(120))).toEqual(planPeople('test', planUnits(120)));
  });

  it('wear the ranks of their class; civilians none', () => {
    const ranksOf = (personnelClass: string) => new Set(ofClass(personnelClass).map(({ rank }) => rank));
    expect([...ranksOf('enlisted')].sort()).toEqual([...enlistedRanks].sort());
    expect([...ranksOf('officer')].sort()).toEqual([...officerRanks].sort());
    for (const rank of ranksOf('professional')) expect(professionalRanks).toContain(rank);
    expect([...ranksOf('civilian')]).toEqual([null]);
  });

  it('are mostly soldiers, have officers in the Party and most soldiers in the Youth Union', () => {
    const share = (list: { membership: string }[], membership: string) =>
      list.filter((person) => person.membership === membership).length / list.length;
    expect(ofClass('enlisted').length / people.length).toBeGreaterThan(0.5);
    expect(share(ofClass('officer'), 'party')).toBeGreaterThan(0.9);
    expect(share(ofClass('enlisted'), 'youth')).toBeGreaterThan(0.85);
    expect(people.filter(({ membership }) => membership === 'none').length).toBeGreaterThan(20);
  });

  it('have a political officer in each company, battalion, regiment, brigade and division', () => {
    for (const size of [120, 3000]) {
      const units = planUnits(size);
      const planned = planPeople('test', units);
      for (const unit of units.filter(({ kind, strength }) => kind !== 'corps' && kind !== 'agency' && strength > 1)) {
        const titles = planned.filter(({ unitKey }) => unitKey === unit.key).map(({ position }) => position);
        expect(titles.some((title) => title === 'Chính trị viên' || title === 'Chính ủy')).toBe(true);
      }
    }
  });

  it('have numbers and, within a unit, names of their own', () => {
    expect(new Set(people.map(({ number }) => number)).size).toBe(3000);
    expect(new Set(people.map(({ unitKey, fullName }) => `${unitKey} ${fullName}`)).size).toBe(3000);
  });
});
