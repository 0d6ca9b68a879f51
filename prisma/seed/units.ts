import type { UnitKind } from '#app/features/org/core/person.ts';
import { type Shape, shapeFor } from './corps-shape.ts';

/** A unit of the demonstration, as a plan: nothing is stored yet. `key` is its identity within the plan. */
export interface PlannedUnit {
  readonly key: string;
  readonly parentKey: string | null;
  readonly kind: UnitKind;
  readonly name: string;
  readonly shortName: string;
  readonly position: number;
  /** People who belong directly to it. */
  readonly strength: number;
}

type Draft = Omit<PlannedUnit, 'strength'> & { readonly weight: number; readonly least: number };

/** How large the units of a kind are beside each other; a company of 30 goes with a regiment's command of 4. */
const weights = { command: 5, corpsAgency: 25, agency: 11, regiment: 4, battalion: 4, company: 30 } as const;

/**
 * The plan of a corps that does not exist: its numbers have four digits, which no formation of the Army has. Exactly
 * `people` people, at least 60; below 2,000 the tree is pruned, but keeps 3 divisions, 3 brigades, agencies and companies.
 */
export function planUnits(people: number): PlannedUnit[] {
  if (!Number.isInteger(people) || people < 60) throw new RangeError('The demonstration wants 60 people or more.');
  const drafts = draftCorps(shapeFor(people));
  const strengths = share(people, drafts);
  return drafts.map(({ weight, least, ...unit }, index) => ({ ...unit, strength: strengths[index]! }));
}

function draftCorps(shape: Shape): Draft[] {
  const drafts: Draft[] = [];
  const add = (
    parent: Draft | null,
    kind: UnitKind,
    [name, shortName]: readonly [string, string],
    [weight, least]: readonly [number, number],
  ): Draft => {
    const parentKey = parent?.key ?? null;
    const position = drafts.filter((other) => other.parentKey === parentKey).length + 1;
    const draft = {
      key: `${parent ? `${parent.key}/` : ''}${shortName}`,
      parentKey,
      kind,
      name,
      shortName,
      position,
      weight,
      least,
    };
    drafts.push(draft);
    return draft;
  };
  const addAgencies = (parent: Draft, agencies: readonly (readonly [string, string])[], weight: number) => {
    for (const words of agencies) add(parent, 'agency', words, [weight, 2]);
  };
  const addCompanies = (parent: Draft, count: number) => {
    for (let number = 1; number <= count; number += 1) {
      add(parent, 'company', [`Đại đội ${number}`, `c${number}`], [weights.company, 2]);
    }
  };
  const addBattalions = (parent: Draft, count: number, companies: number) => {
    if (count === 0) addCompanies(parent, companies);
    for (let number = 1; number <= count; number += 1) {
      addCompanies(add(parent, 'battalion', [`Tiểu đoàn ${number}`, `d${number}`], [weights.battalion, 1]), companies);
    }
  };

  const corps = add(null, 'corps', ['Quân đoàn 90 (minh họa)', 'QĐ90'], [weights.command, 2]);
  addAgencies(corps, corpsAgencies.slice(0, shape.corpsAgencies), weights.corpsAgency);
  for (let d = 1; d <= 3; d += 1) {
    const division = add(corps, 'division', [`Sư đoàn 90${d}0`, `f90${d}0`], [weights.command, 1]);
    addAgencies(division, divisionAgencies.slice(0, shape.divisionAgencies), weights.agency);
    if (shape.regiments === 0) addCompanies(division, shape.companies);
    for (let r = 1; r <= shape.regiments; r += 1) {
      const regiment = add(division, 'regiment', [`Trung đoàn 90${d}${r}`, `e90${d}${r}`], [weights.regiment, 1]);
      if (shape.regimentAgency) addAgencies(regiment, [['Cơ quan trung đoàn', 'Cơ quan']], weights.agency * 0.75);
      addBattalions(regiment, shape.battalions, shape.companies);
    }
  }
  for (const [index, arm] of ['Pháo binh', 'Công binh', 'Thông tin'].entries()) {
    const number = 9040 + index * 10;
    const brigade = add(corps, 'brigade', [`Lữ đoàn ${arm} ${number}`, `Lữ ${number}`], [weights.command, 1]);
    if (shape.brigadeAgency) addAgencies(brigade, [['Cơ quan lữ đoàn', 'Cơ quan']], weights.agency);
    addBattalions(brigade, shape.brigadeBattalions, shape.brigadeCompanies);
  }
  return drafts;
}

const corpsAgencies = [
  ['Cục Chính trị', 'Cục CT'],
  ['Bộ Tham mưu', 'Bộ TM'],
  ['Cục Hậu cần - Kỹ thuật', 'Cục HC-KT'],
  ['Văn phòng', 'Văn phòng'],
] as const;

const divisionAgencies = [
  ['Phòng Chính trị', 'Phòng CT'],
  ['Phòng Tham mưu', 'Phòng TM'],
  ['Phòng Hậu cần - Kỹ thuật', 'Phòng HC-KT'],
] as const;

/** Shares people out by weight: each unit gets its least, the rest goes by weight, what rounding leaves to the largest parts. */
function share(people: number, drafts: readonly Draft[]): number[] {
  const sure = drafts.reduce((sum, { least }) => sum + least, 0);
  const weight = drafts.reduce((sum, draft) => sum + draft.weight, 0);
  const exact = drafts.map((draft) => ((people - sure) * draft.weight) / weight);
  const strengths = exact.map((value, index) => Math.floor(value) + drafts[index]!.least);
  const left = people - strengths.reduce((sum, value) => sum + value, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value % 1 }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) strengths[index]! += 1;
  return strengths;
}
