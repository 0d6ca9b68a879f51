import type { Difficulty, QuestionTypeName } from '#app/features/questions/core/question.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { SlotPlan } from '../core/draw-paper.ts';

/** Replaces all slots of a quiz; papers already drawn do not know slots. */
export async function replaceSlots(db: Db, quizId: string, slots: readonly SlotPlan[]): Promise<void> {
  await db.quizSlot.deleteMany({ where: { quizId } });
  await db.quizSlot.createMany({
    data: slots.map((slot, index) => ({
      id: newId(),
      quizId,
      position: index + 1,
      questionId: slot.kind === 'fixed' ? slot.questionId : null,
      categoryId: slot.kind === 'random' ? slot.categoryId : null,
      withSubcategories: slot.kind === 'random' && slot.withSubcategories,
      difficulty: slot.kind === 'random' ? slot.difficulty : null,
      tag: slot.kind === 'random' ? slot.tag : null,
      count: slot.kind === 'random' ? slot.count : 1,
      maxMark: slot.maxMark,
    })),
  });
}

/** The slots of one quiz, in order. */
export async function listSlots(db: Db, quizId: string): Promise<SlotPlan[]> {
  const rows = await db.quizSlot.findMany({ where: { quizId }, orderBy: { position: 'asc' } });
  return rows.map(({ questionId, categoryId, withSubcategories, tag, difficulty, count, maxMark }) =>
    questionId
      ? { kind: 'fixed', questionId, maxMark }
      : { kind: 'random', categoryId, withSubcategories, tag, difficulty, count, maxMark },
  );
}

export interface SlotQuestion {
  id: string;
  code: string;
  /** Markdown. */
  stem: string;
  type: QuestionTypeName;
  difficulty: Difficulty;
  isArchived: boolean;
}

/** What the editor says of fixed slots: the questions by id, in their current versions. */
export async function listSlotQuestions(db: Db, ids: readonly string[]): Promise<SlotQuestion[]> {
  const questions = await db.question.findMany({ where: { id: { in: [...new Set(ids)] } } });
  const versionIds = questions.flatMap(({ currentVersionId }) => currentVersionId ?? []);
  const versions = await db.questionVersion.findMany({ where: { id: { in: versionIds } } });
  const byId = new Map(versions.map((version) => [version.id, version]));
  return questions.flatMap(({ id, code, difficulty, archivedAt, currentVersionId }) => {
    const version = byId.get(currentVersionId ?? '');
    if (!version) return [];
    const { stem } = JSON.parse(version.body) as { stem: string };
    const type = version.type as QuestionTypeName;
    return [{ id, code, stem, type, difficulty: difficulty as Difficulty, isArchived: archivedAt !== null }];
  });
}

/** The names of categories, by id: those of slots whose category lies outside the editor's own scope too. */
export async function listCategoryNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.questionCategory.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
