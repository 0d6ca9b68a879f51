import type { ReviewPolicy, Standing } from '#app/features/questions/core/review.ts';
import type { PackagedBank, PackagedCategory } from './course-package.ts';
import { about, type ImportNote, type ImportPlan, type ImportProblem, type PlannedCategory } from './import-plan.ts';

export interface CategoryBefore {
  code: string;
  name: string;
  review: ReviewPolicy;
  isInScope: boolean;
}

export interface QuestionBefore {
  code: string;
  isInScope: boolean;
  currentHash: string | null;
  hashes: readonly string[];
}

interface Given {
  bank: PackagedBank;
  categories: readonly CategoryBefore[];
  questions: readonly QuestionBefore[];
  /** The hash of a question's content, as versions carry it. */
  hashOf: (question: PackagedBank['questions'][number]) => string;
  newId: () => string;
}

/**
 * What becomes of categories and questions, by their codes. A content that the question has or had here changes nothing:
 * taking a package twice adds nothing, and what an author has edited since stays. Another content is a new version. Where a
 * second person looks here, nothing that comes in is approved already.
 */
export function planBank({ bank, categories, questions, hashOf, newId }: Given): {
  plan: Pick<ImportPlan, 'categories' | 'questions'>;
  problems: ImportProblem[];
  notes: ImportNote[];
} {
  const known = new Map(categories.map((category) => [category.code, category]));
  const before = new Map(questions.map((question) => [question.code, question]));
  const plan: Pick<ImportPlan, 'categories' | 'questions'> = {
    categories: {
      create: parentsFirst(
        bank.categories.filter(({ code }) => !known.has(code)),
        newId,
      ),
      known: 0,
    },
    questions: { create: [], change: [], same: 0, kept: 0 },
  };
  plan.categories.known = bank.categories.length - plan.categories.create.length;
  const kept: string[] = [];
  const waiting: string[] = [];
  for (const question of bank.questions) {
    const was = before.get(question.code);
    const hash = hashOf(question);
    if (!was) {
      const policy = known.get(question.category)?.review ?? 'none';
      const standing = standingHere(question.standing, policy);
      if (standing !== question.standing) waiting.push(question.code);
      plan.questions.create.push({ ...question, standing, id: newId() });
    } else if (was.currentHash === hash) plan.questions.same += 1;
    else if (was.hashes.includes(hash)) kept.push(question.code);
    else plan.questions.change.push(question);
  }
  plan.questions.kept = kept.length;
  const outside = (things: readonly { code: string; isInScope: boolean }[]) =>
    things.filter(({ isInScope }) => !isInScope).map(({ code }) => code);
  const joined = categories.filter(
    ({ code, isInScope }) => isInScope && plan.questions.create.some(({ category }) => category === code),
  );
  return {
    plan,
    problems: [...about('category-outside', outside(categories)), ...about('question-outside', outside(questions))],
    notes: [
      ...about(
        'category-joins',
        joined.map(({ name }) => name),
      ),
      ...about('question-waits', waiting),
      ...about('question-kept', kept),
    ],
  };
}

/** What was approved elsewhere was not approved here. */
const standingHere = (standing: Standing, policy: ReviewPolicy): Standing =>
  policy === 'second-person' && standing !== 'retired' ? 'draft' : standing;

/** Each behind the one above it. The references are checked: there are no circles. */
function parentsFirst(categories: readonly PackagedCategory[], newId: () => string): PlannedCategory[] {
  const byCode = new Map(categories.map((category) => [category.code, category]));
  const sorted = new Map<string, PlannedCategory>();
  const put = (category: PackagedCategory) => {
    const chain: PackagedCategory[] = [];
    for (let each: PackagedCategory | undefined = category; each && !sorted.has(each.code); )
      each = byCode.get(chain[chain.push(each) - 1]!.parent ?? '');
    for (const each of chain.reverse()) sorted.set(each.code, { ...each, id: newId() });
  };
  for (const category of categories) put(category);
  return [...sorted.values()];
}
