import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { AuthoredQuiz } from '../core/quiz-draft.ts';
import { printQuizSettings, readQuizSettings } from '../schema.ts';
import { holdQuiz } from './quiz-for-attempt.server.ts';
import { listSlots, replaceSlots } from './slots.server.ts';

export type QuizState = 'draft' | 'published' | 'archived';

/** A quiz as authors see it, slots and all. */
export interface StoredQuiz extends AuthoredQuiz {
  id: string;
  code: string;
  state: QuizState;
  revision: number;
  unitPath: UnitPath;
  updatedAt: Date;
  updatedById: string | null;
  publishedAt: Date | null;
}

/** A quiz of a unit within the scope, or null. */
export async function findAuthoredQuiz(db: Db, scope: readonly UnitPath[], id: string): Promise<StoredQuiz | null> {
  const found = await db.quiz.findFirst({
    where: { id, unit: unitWithin(scope) },
    include: { unit: { select: { path: true } } },
  });
  if (!found) return null;
  const { unit, settings, state, contentHash: _, kind: __, ...row } = found;
  return {
    ...row,
    state: state as QuizState,
    unitPath: unit.path,
    settings: readQuizSettings(settings),
    slots: await listSlots(db, id),
  };
}

/**
 * The same, held until the transaction ends: of two who edit, publish or archive one quiz the second reads what the first
 * has left, so that nothing unseen or unfinished is published.
 */
export async function holdAuthoredQuiz(
  { tx, sql }: { tx: Db; sql: Sql },
  scope: readonly UnitPath[],
  id: string,
): Promise<StoredQuiz | null> {
  await holdQuiz(sql, id);
  return findAuthoredQuiz(tx, scope, id);
}

/** The quizzes of units within the scope, of one course when given, those changed last first. */
export async function listAuthoredQuizzes(
  db: Db,
  scope: readonly UnitPath[],
  { courseId, isArchived }: { courseId?: string; isArchived: boolean },
) {
  const rows = await db.quiz.findMany({
    where: {
      unit: unitWithin(scope),
      state: isArchived ? 'archived' : { not: 'archived' },
      ...(courseId ? { courseId } : {}),
    },
    select: {
      ...{ id: true, code: true, title: true, kind: true, state: true, courseId: true, moduleCode: true },
      ...{ settings: true, updatedAt: true },
      course: { select: { title: true } },
      slots: { select: { count: true, maxMark: true } },
      _count: { select: { attempts: { where: { preview: false, state: { not: 'prepared' } } } } },
    },
    orderBy: courseId ? [{ position: 'asc' }, { title: 'asc' }] : [{ updatedAt: 'desc' }, { code: 'asc' }],
  });
  return rows.map(({ settings, ...row }) => ({ ...row, settings: readQuizSettings(settings) }));
}

/** The published quizzes of a course that was already found in scope, in the course's order. */
export async function listPublishedQuizzes(db: Db, courseId: string) {
  const rows = await db.quiz.findMany({
    where: { courseId, state: 'published' },
    select: { id: true, title: true, settings: true },
    orderBy: [{ position: 'asc' }, { title: 'asc' }],
  });
  return rows.map(({ settings, ...row }) => ({ ...row, settings: readQuizSettings(settings) }));
}

/** The titles of these quizzes, in the course's order. */
export async function listQuizTitles(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db.quiz.findMany({
    where: { id: { in: [...ids] } },
    select: { title: true },
    orderBy: [{ position: 'asc' }, { title: 'asc' }],
  });
  return rows.map(({ title }) => title);
}

type Columns = AuthoredQuiz & { at: Date; byId: string | null };

const columnsOf = ({ settings, slots: _, at, byId, ...quiz }: Columns) => ({
  ...quiz,
  kind: settings.kind,
  settings: printQuizSettings(settings),
  updatedAt: at,
  updatedById: byId,
});

export async function insertQuiz(
  db: Db,
  { id, code, unitId, ...quiz }: Columns & { id: string; code: string; unitId: string },
): Promise<void> {
  await db.quiz.create({
    data: { ...columnsOf(quiz), id, code, unitId, createdById: quiz.byId, createdAt: quiz.at },
  });
  await replaceSlots(db, id, quiz.slots);
}

/** Replaces settings and slots as a whole, unless another edit came first: answers whether it stood at `revision`. */
export async function replaceQuiz(db: Db, { id, revision }: { id: string; revision: number }, quiz: Columns) {
  const { count } = await db.quiz.updateMany({
    where: { id, revision },
    data: { ...columnsOf(quiz), revision: revision + 1 },
  });
  if (count === 1) await replaceSlots(db, id, quiz.slots);
  return count === 1;
}

/** Publishes, takes back or archives. Attempts in progress go on by their own paper. */
export async function replaceQuizState(db: Db, id: string, state: QuizState, at: Date): Promise<void> {
  await db.quiz.update({ where: { id }, data: { state, ...(state === 'published' && { publishedAt: at }) } });
}

/** How many attempts learners have begun, previews aside. */
export async function countAttempts(db: Db, quizId: string): Promise<number> {
  return db.attempt.count({ where: { quizId, preview: false, state: { not: 'prepared' } } });
}

/** The names of people, by id: who changed a quiz. */
export async function findPersonName(db: Db, id: string | null): Promise<string | null> {
  const found = id ? await db.person.findUnique({ where: { id }, select: { fullName: true } }) : null;
  return found?.fullName ?? null;
}
