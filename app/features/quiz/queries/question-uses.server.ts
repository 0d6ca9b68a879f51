import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { versionedQuestion } from '#app/features/questions/queries/versioned-question.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { isEligible } from '../core/draw-paper.ts';
import { listAbove } from '../data/categories-below.server.ts';
import { countAttemptsWith, listUsingLessons, listUsingPapers, listUsingSlots } from '../data/question-uses.server.ts';

export interface QuestionUses {
  /** Quizzes that name it, then those that may draw it. */
  fixed: { id: string; title: string; state: string }[];
  random: { id: string; title: string; state: string }[];
  papers: { id: string; title: string; variants: string[] }[];
  lessons: { courseId: string; lessonId: string; title: string }[];
  attempts: number;
}

/** Where a question of the bank is used, within the units that the actor authors for. Throws not-found outside. */
export async function questionUses(actor: Actor, questionId: string): Promise<QuestionUses> {
  const scope = requireScope(actor, 'question.author');
  const { read, sql } = database();
  const question = await versionedQuestion(scope, questionId);
  const { categoryId, difficulty, tags, code } = question;
  const above = (await listAbove(sql, [categoryId])).get(categoryId) ?? [];
  const slots = await listUsingSlots(read, scope, { questionId, categoryId, above });
  const once = (rows: typeof slots) => [
    ...new Map(rows.map(({ id, title, state }) => [id, { id, title, state }])).values(),
  ];
  const papers = new Map<string, { id: string; title: string; variants: string[] }>();
  for (const { id, title, code: variant } of await listUsingPapers(sql, scope, questionId)) {
    const known = papers.get(id) ?? { id, title, variants: [] };
    papers.set(id, { ...known, variants: [...known.variants, variant] });
  }
  const lessons = await listUsingLessons(sql, scope, code);
  // The pattern of the database does not know where a code ends.
  const names = new RegExp(`tu-kiem-tra[^\\n]*\\s${code.replace(/[^a-zA-Z0-9]/g, '\\$&')}\\s*$`, 'm');
  return {
    fixed: once(slots.filter((slot) => slot.questionId === questionId)),
    random: once(
      slots.filter((slot) => slot.questionId === null && isEligible(slot, { categoryId, above, difficulty, tags })),
    ),
    papers: [...papers.values()],
    lessons: lessons
      .filter(({ body }) => names.test(body))
      .map(({ courseId, lessonId, title }) => ({ courseId, lessonId, title })),
    attempts: await countAttemptsWith(sql, questionId),
  };
}
