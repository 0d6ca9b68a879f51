import type { Db } from '#app/platform/db/database.server.ts';
import type { Blueprint } from '../core/blueprint.ts';
import type { SlotPlan } from '../core/draw-paper.ts';
import type { QuizSettings } from '../core/settings.ts';
import { printQuizSettings } from '../schema.ts';
import type { QuizState } from './quizzes.server.ts';
import { replaceSlots } from './slots.server.ts';

/** A quiz of a course that came from elsewhere. */
export interface TakenQuiz {
  id: string;
  title: string;
  instructions: string;
  moduleCode: string | null;
  position: number;
  settings: QuizSettings;
  blueprint: Blueprint | null;
  slots: readonly SlotPlan[];
  /** Of what the package states: the same again changes nothing. */
  contentHash: string;
}

interface Writing {
  at: Date;
  byId: string | null;
}

export async function insertTakenQuiz(
  db: Db,
  quiz: TakenQuiz & {
    code: string;
    unitId: string;
    courseId: string;
    state: Extract<QuizState, 'draft' | 'published'>;
  },
  { at, byId }: Writing,
): Promise<void> {
  const { id, code, unitId, courseId, state } = quiz;
  await db.quiz.create({
    data: {
      ...{ id, code, unitId, courseId, state, ...columnsOf(quiz) },
      ...{ createdAt: at, createdById: byId, updatedAt: at, updatedById: byId },
      publishedAt: state === 'published' ? at : null,
    },
  });
  await replaceSlots(db, id, quiz.slots);
}

/** Replaces what a quiz says, unless another edit came first: answers whether it stood at `revision`. Its state stays. */
export async function replaceTakenQuiz(
  db: Db,
  quiz: TakenQuiz & { revision: number },
  { at, byId }: Writing,
): Promise<boolean> {
  const { id, revision } = quiz;
  const { count } = await db.quiz.updateMany({
    where: { id, revision },
    data: { ...columnsOf(quiz), revision: revision + 1, updatedAt: at, updatedById: byId },
  });
  if (count === 1) await replaceSlots(db, id, quiz.slots);
  return count === 1;
}

const columnsOf = ({ title, instructions, moduleCode, position, settings, blueprint, contentHash }: TakenQuiz) => ({
  ...{ title, instructions, moduleCode, position, contentHash },
  kind: settings.kind,
  settings: printQuizSettings(settings),
  blueprint: blueprint === null ? null : JSON.stringify(blueprint),
});
