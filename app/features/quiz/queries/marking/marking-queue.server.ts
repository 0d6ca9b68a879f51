import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { plainText } from '#app/features/questions/core/plain-text.ts';
import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { blindCode } from '../../core/marking/blind-code.ts';
import type { TaskState } from '../../core/marking/decide-marks.ts';
import { listOwnMarks, listQueue, type QueueLine } from '../../data/marking/queue.server.ts';

/** How far a marking is, in answers. */
export interface MarkingProgress {
  total: number;
  done: number;
  /** That the actor may mark now. */
  forMarker: number;
  /** That wait for a third marker, after two who disagree. */
  third: number;
}

export interface MarkingQueue {
  /** Those with something to mark first. */
  quizzes: (MarkingProgress & { quizId: string; title: string })[];
}

/** The quizzes whose answers wait for markers, of the units of the actor's role or of their learners. */
export async function markingQueue(actor: Actor): Promise<MarkingQueue> {
  const scope = requireScope(actor, 'exam.mark');
  const lines = await listQueue(database().sql, scope, { markerId: actor.personId });
  const quizzes = new Map<string, MarkingQueue['quizzes'][number]>();
  for (const line of lines) {
    const { quizId, quizTitle: title } = line;
    quizzes.set(quizId, { quizId, title, ...sumOf([quizzes.get(quizId), line]) });
  }
  const isOpen = ({ total, done }: MarkingProgress) => total > done;
  return { quizzes: [...quizzes.values()].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a))) };
}

export interface MarkingOfQuiz extends MarkingProgress {
  quizId: string;
  title: string;
  questions: (MarkingProgress & { questionId: string; stem: string })[];
  /** What the actor gave, the last first; `fraction` 0..1. */
  ownMarks: { taskId: string; code: string; stem: string; state: TaskState; fraction: number; markedAt: Date }[];
}

const mostOwnMarks = 50;

/** The marking of one quiz, question by question. Throws not-found where none of its answers is in the actor's units. */
export async function markingOfQuiz(actor: Actor, quizId: string): Promise<MarkingOfQuiz> {
  const scope = requireScope(actor, 'exam.mark');
  const { sql } = database();
  const { personId: markerId } = actor;
  const lines = await listQueue(sql, scope, { markerId, quizId });
  const [first] = lines;
  if (!first) throw new AppError('not-found');
  const marks = await listOwnMarks(sql, scope, { markerId, quizId }, mostOwnMarks);
  const stemOf = await stems([...lines, ...marks].map(({ questionVersionId }) => questionVersionId));
  return {
    ...{ quizId, title: first.quizTitle },
    ...sumOf(lines),
    questions: lines.map((line) => ({
      ...sumOf([line]),
      questionId: line.questionId,
      stem: stemOf(line.questionVersionId),
    })),
    ownMarks: marks.map(({ taskId, questionVersionId, state, fraction, markedAt }) => ({
      ...{ taskId, state, fraction, markedAt, code: blindCode(taskId), stem: stemOf(questionVersionId) },
    })),
  };
}

async function stems(versionIds: readonly string[]): Promise<(versionId: string) => string> {
  const versions = await questionVersions(versionIds);
  return (versionId) => plainText(versions.get(versionId)?.body.stem ?? '');
}

function sumOf(lines: readonly (Pick<QueueLine, keyof MarkingProgress> | undefined)[]): MarkingProgress {
  const sum = { total: 0, done: 0, forMarker: 0, third: 0 };
  for (const line of lines) {
    for (const name of Object.keys(sum) as (keyof MarkingProgress)[]) sum[name] += line?.[name] ?? 0;
  }
  return sum;
}
