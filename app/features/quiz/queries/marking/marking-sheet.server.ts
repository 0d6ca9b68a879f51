import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { plainText } from '#app/features/questions/core/plain-text.ts';
import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { blindCode } from '../../core/marking/blind-code.ts';
import { rubricOf } from '../../core/marking/read-mark.ts';
import { pointsOfRubric } from '../../core/marking/rubric.ts';
import { listQueue, listSheet, type SheetLine } from '../../data/marking/queue.server.ts';

/** A marking sheet for paper: what is settled stands in it, what is not is left blank for a pen. */
export interface MarkingSheet {
  quizId: string;
  title: string;
  printedAt: Date;
  questions: {
    questionId: string;
    stem: string;
    rubric: { text: string; levels: { points: number; text: string }[] }[];
    /** Of the rubric; 0 without one. */
    points: number;
    /** `fraction` 0..1, null while it is not settled: marks that still stand apart stay unseen. */
    answers: { code: string; fraction: number | null }[];
  }[];
}

/** The sheet of a quiz, blind as the screen is. Throws not-found where none of its answers is in the actor's units. */
export async function markingSheet(actor: Actor, quizId: string): Promise<MarkingSheet> {
  const scope = requireScope(actor, 'exam.mark');
  const { sql } = database();
  const queue = await listQueue(sql, scope, { markerId: actor.personId, quizId });
  if (!queue[0]) throw new AppError('not-found');
  const lines = await listSheet(sql, scope, quizId);
  const versions = await questionVersions(queue.map(({ questionVersionId }) => questionVersionId));
  return {
    ...{ quizId, title: queue[0].quizTitle, printedAt: now() },
    questions: queue.map(({ questionId, questionVersionId }) => {
      const { body } = versions.get(questionVersionId)!;
      const rubric = rubricOf(body);
      return {
        ...{ questionId, stem: plainText(body.stem), points: pointsOfRubric(rubric) },
        rubric: rubric.map(({ text, levels }) => ({ text, levels })),
        answers: answersOf(lines.filter((line) => line.questionId === questionId)),
      };
    }),
  };
}

/** One line an answer, however many have marked it. */
function answersOf(lines: readonly SheetLine[]) {
  const tasks = new Map(lines.map((line) => [line.taskId, line]));
  return [...tasks.values()].map(({ taskId, state, finalFraction }) => ({
    code: blindCode(taskId),
    fraction: state === 'done' ? finalFraction : null,
  }));
}
