import type { Db } from '#app/platform/db/database.server.ts';

export interface ImportedSlot {
  id: string;
  questionId: string | null;
  categoryId: string | null;
  withSubcategories: boolean;
  difficulty: string | null;
  count: number;
  maxMark: number;
}

export interface ImportedQuiz {
  id: string;
  code: string;
  unitId: string;
  courseId: string | null;
  moduleCode: string | null;
  title: string;
  instructions: string;
  kind: string;
  settings: string;
  contentHash: string;
  position: number;
  slots: ImportedSlot[];
}

/** The quizzes with these codes, with the hash of the content that was last imported. */
export async function listImportedQuizzes(db: Db, codes: readonly string[]) {
  return db.quiz.findMany({ where: { code: { in: [...codes] } }, select: { id: true, code: true, contentHash: true } });
}

/** Ids by code of the categories and questions that slots name. */
export async function listSlotSources(db: Db, categoryCodes: readonly string[], questionCodes: readonly string[]) {
  const select = { id: true, code: true } as const;
  const categories = await db.questionCategory.findMany({ where: { code: { in: [...categoryCodes] } }, select });
  const questions = await db.question.findMany({ where: { code: { in: [...questionCodes] } }, select });
  const byCode = (rows: { id: string; code: string }[]) => new Map(rows.map(({ id, code }) => [code, id]));
  return { categories: byCode(categories), questions: byCode(questions) };
}

/** Adds a quiz of the content: published at once, since the content was reviewed as files. */
export async function insertImportedQuiz(db: Db, { slots, ...quiz }: ImportedQuiz, at: Date): Promise<void> {
  await db.quiz.create({ data: { ...quiz, state: 'published', createdAt: at, updatedAt: at, publishedAt: at } });
  await insertSlots(db, quiz.id, slots);
}

/** Replaces what the content says; state and attempts stay. The revision tells an author who has the quiz open. */
export async function replaceImportedQuiz(db: Db, { slots, id, ...quiz }: ImportedQuiz, at: Date): Promise<void> {
  await db.quiz.update({ where: { id }, data: { ...quiz, revision: { increment: 1 }, updatedAt: at } });
  await db.quizSlot.deleteMany({ where: { quizId: id } });
  await insertSlots(db, id, slots);
}

async function insertSlots(db: Db, quizId: string, slots: readonly ImportedSlot[]): Promise<void> {
  await db.quizSlot.createMany({ data: slots.map((slot, index) => ({ ...slot, quizId, position: index + 1 })) });
}
