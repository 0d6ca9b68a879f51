import type { Blueprint } from '#app/features/quiz/core/blueprint.ts';
import type { QuizSettings } from '#app/features/quiz/core/settings.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import type { PackagedQuiz, PackagedSlot } from '../core/course-package.ts';
import { readBlueprintColumn, readQuizSettings } from '../schema.columns.ts';

/** A quiz of a course with everything that it draws from, by ids of this installation. */
export interface CourseQuiz {
  id: string;
  code: string;
  title: string;
  instructions: string;
  moduleCode: string | null;
  position: number;
  state: string;
  revision: number;
  contentHash: string;
  courseId: string | null;
  unitPath: UnitPath;
  settings: QuizSettings;
  blueprint: Blueprint | null;
  slots: {
    questionId: string | null;
    categoryId: string | null;
    withSubcategories: boolean;
    tag: string | null;
    difficulty: string | null;
    count: number;
    maxMark: number;
  }[];
}

const shown = {
  ...{ id: true, code: true, title: true, instructions: true, moduleCode: true, position: true, state: true },
  ...{ revision: true, contentHash: true, courseId: true, settings: true, blueprint: true },
  unit: { select: { path: true } },
  slots: {
    orderBy: { position: 'asc' },
    select: {
      ...{ questionId: true, categoryId: true, withSubcategories: true, tag: true, difficulty: true },
      ...{ count: true, maxMark: true },
    },
  },
} as const;

/** The quizzes of a course, whatever their unit; those put away are left out. */
export async function listCourseQuizzes(db: Db, courseId: string): Promise<CourseQuiz[]> {
  return (await db.quiz.findMany({ where: { courseId, state: { not: 'archived' } }, select: shown })).map(quizOf);
}

/** The quizzes with these codes, wherever they are. */
export async function listQuizzesByCode(db: Db, codes: readonly string[]): Promise<CourseQuiz[]> {
  return (await db.quiz.findMany({ where: { code: { in: [...codes] } }, select: shown })).map(quizOf);
}

type Row = Omit<CourseQuiz, 'unitPath' | 'settings' | 'blueprint'> & {
  unit: { path: string };
  settings: string;
  blueprint: string | null;
};

const quizOf = ({ unit, settings, blueprint, ...row }: Row): CourseQuiz => ({
  ...row,
  unitPath: unit.path,
  settings: readQuizSettings(settings),
  blueprint: blueprint === null ? null : readBlueprintColumn(blueprint),
});

/** Codes by id of what quizzes draw from. */
export interface SourceCodes {
  questions: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, string>;
}

export async function loadSourceCodes(db: Db, quizzes: readonly CourseQuiz[]): Promise<SourceCodes> {
  const select = { id: true, code: true } as const;
  const { questionIds, categoryIds } = sourceIdsOf(quizzes);
  const questions = await db.question.findMany({ where: { id: { in: questionIds } }, select });
  const categories = await db.questionCategory.findMany({ where: { id: { in: categoryIds } }, select });
  const byId = (rows: { id: string; code: string }[]) => new Map(rows.map(({ id, code }) => [id, code]));
  return { questions: byId(questions), categories: byId(categories) };
}

export function sourceIdsOf(quizzes: readonly CourseQuiz[]): { questionIds: string[]; categoryIds: string[] } {
  const slots = quizzes.flatMap((quiz) => quiz.slots);
  const topics = quizzes.flatMap(({ blueprint }) => blueprint?.rows.map(({ topic }) => topic) ?? []);
  return {
    questionIds: [...new Set(slots.flatMap(({ questionId }) => questionId ?? []))],
    categoryIds: [
      ...new Set([
        ...slots.flatMap(({ categoryId }) => categoryId ?? []),
        ...topics.flatMap(({ kind, id }) => (kind === 'tag' ? [] : [id])),
      ]),
    ],
  };
}

/**
 * A quiz as a package states it: sources by their codes, without what belongs to this installation alone (password, addresses).
 * A topic of the matrix whose category is not among `codes` is left out: no slot draws from it.
 */
export function packagedQuiz(quiz: CourseQuiz, codes: SourceCodes): PackagedQuiz {
  const { code, title, instructions, moduleCode, position, state, settings, blueprint } = quiz;
  const rows = blueprint?.rows.flatMap((row) => {
    if (row.topic.kind === 'tag') return [row];
    const id = codes.categories.get(row.topic.id);
    return id === undefined ? [] : [{ ...row, topic: { ...row.topic, id } }];
  });
  return {
    ...{ code, title, instructions, module: moduleCode, position, isPublished: state === 'published' },
    settings: { ...settings, access: { ...settings.access, password: '' }, networks: [] },
    blueprint: rows ? { rows } : null,
    slots: quiz.slots.map((slot): PackagedSlot => {
      const { questionId, categoryId, withSubcategories, tag, difficulty, count, maxMark } = slot;
      if (questionId !== null)
        return { kind: 'fixed', question: codes.questions.get(questionId) ?? questionId, maxMark };
      const category = categoryId === null ? null : (codes.categories.get(categoryId) ?? categoryId);
      return { kind: 'random', category, withSubcategories, tag, difficulty, count, maxMark };
    }),
  };
}
