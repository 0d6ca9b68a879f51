import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import { placedCategories, subtreeIds } from '../core/category-tree.ts';
import { plainText } from '../core/plain-text.ts';
import { findBatchLine } from '../data/bulk.server.ts';
import { type CategoryRow, listCategories } from '../data/categories.server.ts';
import { countOpenComments } from '../data/comments.server.ts';
import {
  type FoundCount,
  type ListedQuestion,
  listFoundIds,
  listQuestions,
  type QuestionFilter,
  type QuestionSort,
} from '../data/question-list.server.ts';

const PAGE_SIZE = 25;

/** The filters of the list: as the data knows them, with a category that means its whole subtree. */
export type BankFilter = Omit<QuestionFilter, 'authorId' | 'waitingFor'> & {
  categoryId: string;
  isMine?: boolean;
  isWaiting?: boolean;
};

export interface QuestionsPage extends FoundCount {
  questions: (ListedQuestion & { openComments: number })[];
  page: number;
  pages: number;
  categories: { id: string; name: string; depth: number }[];
}

/** The bank as an author searches it; stems as one line of plain text. Five statements, one or two more for a search. */
export async function questionsPage(
  actor: Actor,
  { page, sort, ...filter }: BankFilter & { page: number; sort?: QuestionSort },
): Promise<QuestionsPage> {
  const scope = requireScope(actor, 'question.author');
  const { read, sql } = database();
  const categories = await listCategories(read, scope);
  const { questions, total, isMore } = await listQuestions(sql, idsOf(categories, filter), asked(actor, filter), {
    ...{ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE },
    ...(sort && { sort }),
  });
  const comments = await countOpenComments(
    read,
    questions.map(({ id }) => id),
  );
  return {
    questions: questions.map((question) => ({
      ...question,
      stem: plainText(question.stem),
      openComments: comments.get(question.id) ?? 0,
    })),
    ...{ total, isMore, page },
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    categories: placedCategories(categories).map(({ id, name, depth }) => ({ id, name, depth })),
  };
}

/** The ids of all that the list would show, the last changed first, at most so many: what "all found" means. */
export async function foundQuestionIds(actor: Actor, filter: BankFilter, most: number): Promise<string[]> {
  const scope = requireScope(actor, 'question.author');
  const { read, sql } = database();
  const categories = await listCategories(read, scope);
  return listFoundIds(sql, idsOf(categories, filter), asked(actor, filter), most);
}

/** What the list says of a change of many that was just made or undone; null where there is none of this person's. */
export async function bulkNotice(actor: Actor, batchId: string) {
  requireScope(actor, 'question.author');
  return batchId === '' ? null : findBatchLine(database().read, actor.personId, batchId);
}

function idsOf(categories: readonly CategoryRow[], { categoryId }: BankFilter): string[] {
  return categoryId === '' ? categories.map(({ id }) => id) : subtreeIds(categories, categoryId);
}

function asked(actor: Actor, { isMine, isWaiting, categoryId: _, ...filter }: BankFilter): QuestionFilter {
  return {
    ...filter,
    ...(isMine && { authorId: actor.personId }),
    ...(isWaiting && { waitingFor: actor.personId }),
  };
}
