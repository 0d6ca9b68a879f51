import type { QuestionBody } from '#app/features/questions/core/question.ts';
import {
  type QuestionCandidate,
  questionCandidates,
  questionVersions,
} from '#app/features/questions/queries/question-versions.server.ts';
import type { SlotPlan } from '#app/features/quiz/core/draw-paper.ts';
import type { QuizSettings } from '#app/features/quiz/core/settings.ts';
import { listSlotPlans } from '#app/features/quiz/data/quiz-for-attempt.server.ts';
import { readQuizSettings } from '#app/features/quiz/schema.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { database } from '#app/platform/db/database.server.ts';
import { normal } from './chance.ts';

export interface DemoQuiz {
  readonly id: string;
  readonly code: string;
  readonly moduleCode: string | null;
  readonly settings: QuizSettings;
  readonly slots: readonly SlotPlan[];
  readonly candidates: readonly QuestionCandidate[];
}

/** A question as learners meet it. */
export interface DemoQuestion {
  readonly code: string;
  /** The version in the papers: what grades. */
  readonly body: QuestionBody;
  /** What is really so: the first version. Differs from `body` where an author spoilt the key later. */
  readonly truth: QuestionBody;
  /** How able a person is who gets it right half of the time, guessing apart; 0 is the average soldier. */
  readonly difficulty: number;
}

/** A lesson to be read, in the course's order. */
export interface DemoLesson {
  readonly id: string;
  readonly minutes: number;
  readonly moduleCode: string;
}

export interface CourseBank {
  readonly courseId: string;
  readonly lessons: readonly DemoLesson[];
  readonly quizzes: ReadonlyMap<string, DemoQuiz>;
  /** By the id of the version in the papers. */
  readonly questions: ReadonlyMap<string, DemoQuestion>;
}

const levels: Record<string, number> = { easy: -1.25, medium: -0.1, hard: 0.8 };
/** Law is hard for soldiers, writing about what they know is not: weak topics then have something true to show. */
const topics: Record<string, number> = { 'nq35-04': 0.45, 'nq35-03': 0.15, 'nq35-06': -0.25 };

/** Everything about the course that studying and examining need, read once. */
export async function loadCourseBank(courseId: string): Promise<CourseBank> {
  const { read, sql } = database();
  const modules = await read.module.findMany({
    where: { courseId },
    orderBy: { position: 'asc' },
    include: { lessons: { where: { retiredAt: null }, orderBy: { position: 'asc' } } },
  });
  const lessons = modules.flatMap(({ code, lessons: own }) =>
    own.map(({ id, minutes }) => ({ id, minutes, moduleCode: code })),
  );
  const quizzes = new Map<string, DemoQuiz>();
  for (const { id, code, moduleCode, settings } of await read.quiz.findMany({ where: { courseId } })) {
    const slots = await listSlotPlans(sql, id);
    const candidates = await questionCandidates({
      categoryIds: slots.flatMap((slot) => (slot.kind === 'random' ? (slot.categoryId ?? []) : [])),
      questionIds: slots.flatMap((slot) => (slot.kind === 'fixed' ? [slot.questionId] : [])),
    });
    quizzes.set(code, { id, code, moduleCode, settings: readQuizSettings(settings), slots, candidates });
  }
  return { courseId, lessons, quizzes, questions: await loadQuestions([...quizzes.values()]) };
}

async function loadQuestions(quizzes: readonly DemoQuiz[]): Promise<Map<string, DemoQuestion>> {
  const { read } = database();
  const versionIds = quizzes.flatMap(({ candidates }) => candidates.map((one) => one.questionVersionId));
  const versions = await questionVersions(versionIds);
  const ids = [...versions.values()].map(({ questionId }) => questionId);
  const firsts = await read.questionVersion.findMany({ where: { number: 1, questionId: { in: ids } } });
  const firstOf = new Map(firsts.map(({ id, questionId }) => [questionId, id]));
  const truths = await questionVersions([...firstOf.values()]);
  const rows = await read.question.findMany({ where: { id: { in: ids } }, include: { category: true } });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const entries = [...versions.values()].map(({ id, questionId, body }): [string, DemoQuestion] => {
    const { code, difficulty, category } = rowOf.get(questionId)!;
    const own = normal(seededRandom(`difficulty/${code}`)) * 0.5;
    const level = (levels[difficulty] ?? 0) + (topics[category.code] ?? 0) + own;
    return [id, { code, body, truth: truths.get(firstOf.get(questionId)!)!.body, difficulty: level }];
  });
  return new Map(entries);
}
