import type { Change } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId, sha256 } from '#app/platform/ids.server.ts';
import { canonicalQuestion } from '../core/canonical-question.ts';
import type { Difficulty, QuestionBody } from '../core/question.ts';
import { questionSearchKey } from '../core/question-search-key.ts';
import type { ReviewPolicy, Standing } from '../core/review.ts';
import { type CategoryRow, insertCategory } from '../data/categories.server.ts';
import { addVersion } from '../data/imports/add-version.server.ts';
import { archiveQuestions, insertTakenQuestions } from '../data/imports/taken-questions.server.ts';

interface Content {
  code: string;
  difficulty: Difficulty;
  tags: readonly string[];
  body: QuestionBody;
  explanation: string;
  source: string;
}

export interface BankToTake {
  /** In an order in which each comes behind the one above it. */
  categories: readonly CategoryRow[];
  create: readonly (Content & { id: string; categoryId: string; standing: Standing; isArchived: boolean })[];
  /** `number`: of the version that was looked at; `categoryId`: where the question stands and stays. */
  change: readonly (Content & {
    id: string;
    categoryId: string;
    number: number;
    standing: Standing;
    policy: ReviewPolicy;
  })[];
}

/**
 * A step of a greater change (a whole course that came from elsewhere): adds categories and questions, and gives known
 * questions a new version. Papers already drawn keep theirs. Who takes it has judged scope in the same transaction. Throws
 * conflict where a question has another version by now.
 */
export async function takeBank({ tx, at }: Change, byId: string | null, given: BankToTake): Promise<void> {
  for (const category of given.categories) await insertCategory(tx, category);
  const rows = given.create.map(({ id, categoryId, standing, ...question }) => {
    const { code, difficulty, tags, body, explanation, source } = question;
    const contentHash = sha256(canonicalQuestion({ body, explanation, source, difficulty, tags }));
    const searchKey = questionSearchKey(code, body, tags);
    const version = { ...{ id: newId(), number: 1 }, ...{ body, explanation, source, contentHash } };
    return { ...{ id, code, categoryId, difficulty, tags, searchKey, standing, version } };
  });
  await insertTakenQuestions(tx, rows, { at, byId });
  const archived = given.create.filter(({ isArchived }) => isArchived);
  await archiveQuestions(
    tx,
    archived.map(({ id }) => id),
    at,
  );
  for (const question of given.change)
    if ((await addVersion(tx, question, question, { at, byId })) === null)
      throw new AppError('conflict', { reason: 'changed' });
}
