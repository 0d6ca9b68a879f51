import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import { plainText } from '../core/plain-text.ts';
import { listCategories } from '../data/categories.server.ts';
import { type ListedQuestion, listQuestions, type QuestionFilter } from '../data/question-list.server.ts';

const PAGE_SIZE = 25;

export interface QuestionsPage {
  questions: ListedQuestion[];
  total: number;
  page: number;
  pages: number;
  categories: { id: string; name: string }[];
}

/** The bank as an author searches it; stems as one line of plain text. */
export async function questionsPage(
  actor: Actor,
  { page, ...filter }: QuestionFilter & { page: number },
): Promise<QuestionsPage> {
  const scope = requireScope(actor, 'question.author');
  const { read, sql } = database();
  const { questions, total } = await listQuestions(sql, scope, filter, {
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  });
  const categories = await listCategories(read, scope);
  return {
    questions: questions.map((question) => ({ ...question, stem: plainText(question.stem) })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    categories: categories.map(({ id, name }) => ({ id, name })),
  };
}
