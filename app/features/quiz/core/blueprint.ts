import { type Difficulty, difficulties } from '#app/features/questions/core/question.ts';
import { type Candidate, isEligible, type SlotPlan } from './draw-paper.ts';
import { fillSeats } from './seats.ts';

/** What a row of the matrix draws from: a category by its id, a category with all below it, or a tag. */
export interface BlueprintTopic {
  readonly kind: 'category' | 'branch' | 'tag';
  readonly id: string;
}

/** How many questions of one topic and difficulty each paper has, and what each of them is worth. */
export interface BlueprintCell {
  readonly count: number;
  readonly maxMark: number;
}

export interface BlueprintRow {
  readonly topic: BlueprintTopic;
  readonly cells: Readonly<Record<Difficulty, BlueprintCell>>;
}

/** The matrix topic x difficulty x count. Every paper built from it has the same number of questions in each cell. */
export interface Blueprint {
  readonly rows: readonly BlueprintRow[];
}

type RandomPlan = Extract<SlotPlan, { kind: 'random' }>;

/** One random slot for each cell that asks for questions, row by row from easy to hard. */
export function slotsOfBlueprint({ rows }: Blueprint): RandomPlan[] {
  return rows.flatMap((row) => difficulties.flatMap((difficulty) => planOf(row, difficulty) ?? []));
}

function planOf({ topic, cells }: BlueprintRow, difficulty: Difficulty): RandomPlan | null {
  const { count, maxMark } = cells[difficulty];
  if (count === 0) return null;
  return { kind: 'random', ...sourceOf(topic), difficulty, count, maxMark };
}

const sourceOf = ({ kind, id }: BlueprintTopic): Pick<RandomPlan, 'categoryId' | 'withSubcategories' | 'tag'> => ({
  categoryId: kind === 'tag' ? null : id,
  withSubcategories: kind === 'branch',
  tag: kind === 'tag' ? id : null,
});

/** What the bank has for one cell. */
export interface CellSupply {
  readonly wanted: number;
  /** How many a paper gets, when cells that overlap share and fixed questions are taken. */
  readonly found: number;
  readonly shortBy: number;
  /** How many there are for this cell alone. */
  readonly eligible: number;
}

/**
 * What the bank has for each cell, by row and difficulty; `fixedIds` are questions that every paper has anyway. Cells that
 * share questions are filled together: the sum of what is short is the least that has to be written.
 */
export function supplyOf(
  blueprint: Blueprint,
  candidates: readonly Candidate[],
  fixedIds: ReadonlySet<string>,
): Record<Difficulty, CellSupply>[] {
  const free = candidates.filter(({ questionId }) => !fixedIds.has(questionId));
  const cells = blueprint.rows.flatMap((row, index) =>
    difficulties.map((difficulty, level) => {
      const plan = planOf(row, difficulty);
      const source = plan ?? { ...sourceOf(row.topic), difficulty };
      const wishes = free.filter((candidate) => isEligible(source, candidate)).map(({ questionId }) => questionId);
      return { key: index * difficulties.length + level, wanted: plan?.count ?? 0, wishes };
    }),
  );
  const seats = cells.flatMap(({ key, wanted, wishes }) =>
    Array.from({ length: wanted }, () => ({ slot: key, wishes })),
  );
  const taken = fillSeats(seats);
  return blueprint.rows.map((_, index) => {
    const of = (level: number): CellSupply => {
      const { key, wanted, wishes } = cells[index * difficulties.length + level]!;
      const found = taken.get(key)?.length ?? 0;
      return { wanted, found, shortBy: wanted - found, eligible: wishes.length };
    };
    return { easy: of(0), medium: of(1), hard: of(2) };
  });
}

const STATED: Readonly<Record<Difficulty, number>> = { easy: 1, medium: 2, hard: 3 };

/** How close papers are to each other in difficulty. */
export interface Balance {
  /** Mean of stated difficulties, from 1 (all easy) to 3 (all hard): the same for every paper. */
  readonly stated: number | null;
  /** Mean facility that a paper may expect, and by how much papers differ in it (standard deviation); null: not measured. */
  readonly facility: { readonly mean: number; readonly sd: number } | null;
  /** How many of the questions that may be drawn have a measured facility. */
  readonly measured: { readonly part: number; readonly whole: number };
}

/**
 * Each paper draws the same count from each cell, so stated difficulty does not differ at all. What differs is which
 * questions come: drawn without replacement from N measured ones, n questions of variance s2 (n-1) have a sum of variance
 * n s2 (1 - n/N). Cells whose questions are not measured leave the whole unmeasured.
 */
export function balanceOf(
  blueprint: Blueprint,
  candidates: readonly Candidate[],
  facilities: ReadonlyMap<string, number>,
): Balance {
  let questions = 0;
  let stated = 0;
  let sum = 0;
  let variance = 0;
  let isMeasured = true;
  const mayBeDrawn = new Set<string>();
  for (const row of blueprint.rows) {
    for (const difficulty of difficulties) {
      const plan = planOf(row, difficulty);
      if (!plan) continue;
      questions += plan.count;
      stated += plan.count * STATED[difficulty];
      const eligible = candidates.filter((candidate) => isEligible(plan, candidate));
      for (const { questionId } of eligible) mayBeDrawn.add(questionId);
      const known = eligible.flatMap(({ questionId }) => facilities.get(questionId) ?? []);
      if (known.length === 0) {
        isMeasured = false;
        continue;
      }
      const mean = known.reduce((total, value) => total + value, 0) / known.length;
      const squares = known.reduce((total, value) => total + (value - mean) ** 2, 0);
      const s2 = known.length > 1 ? squares / (known.length - 1) : 0;
      sum += plan.count * mean;
      variance += plan.count * s2 * Math.max(0, 1 - plan.count / known.length);
    }
  }
  const part = [...mayBeDrawn].filter((id) => facilities.has(id)).length;
  return {
    stated: questions > 0 ? stated / questions : null,
    facility: questions > 0 && isMeasured ? { mean: sum / questions, sd: Math.sqrt(variance) / questions } : null,
    measured: { part, whole: mayBeDrawn.size },
  };
}
