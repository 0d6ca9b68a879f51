import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { responseText } from '#app/features/questions/core/question-types.ts';
import { questionVersion } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { renderMarkdown } from '#app/platform/documents/markdown.server.ts';
import { blindCode, blindFileName } from '../../core/marking/blind-code.ts';
import type { TaskState } from '../../core/marking/decide-marks.ts';
import { isClaimedByOther, mayMark } from '../../core/marking/may-mark.ts';
import { rubricOf } from '../../core/marking/read-mark.ts';
import { whenOf } from '../../core/review.ts';
import { seenByMarker } from '../../core/rules/seen-by.ts';
import { findStandingWithAnswers } from '../../data/answers.server.ts';
import { listAttachedFiles } from '../../data/attempt-files.server.ts';
import { findAttemptPaper, pinnedOf } from '../../data/attempt-papers.server.ts';
import { attemptOf } from '../../data/attempts.server.ts';
import { listMarks } from '../../data/marking/marks.server.ts';
import { listQueue } from '../../data/marking/queue.server.ts';
import { findTask } from '../../data/marking/tasks.server.ts';
import type { MarkingProgress } from './marking-queue.server.ts';

/** One answer in front of a marker: nothing in it tells whose it is, nor what another marker gave. */
export interface MarkingTaskPage {
  taskId: string;
  code: string;
  quizId: string;
  quizTitle: string;
  stemHtml: string;
  /** The learner's text; empty where only files were handed in. */
  answer: string;
  wordLimits: { minWords: number; maxWords: number } | null;
  files: { id: string; name: string; byteSize: number }[];
  /** By place; empty: the marker gives a mark as a whole. */
  rubric: { text: string; levels: { points: number; text: string }[] }[];
  markerNotesHtml: string;
  maxMark: number;
  markersWanted: number;
  state: TaskState;
  /** What this marker gave before, with the places of the chosen levels. */
  own: { fraction: number; levels: (number | null)[]; comment: string } | null;
  /** Why it cannot be marked now. */
  refused: 'own-answer' | 'done' | null;
  /** What was settled; only after that. */
  finalFraction: number | null;
  isOnOtherTable: boolean;
  /** Of this question. */
  progress: MarkingProgress;
}

/** The page of one answer to be marked. Throws not-found outside of the actor's units, and for the actor's own answer. */
export async function markingTask(actor: Actor, taskId: string): Promise<MarkingTaskPage> {
  const scope = requireScope(actor, 'exam.mark');
  const { sql } = database();
  const { personId: markerId } = actor;
  const task = await findTask(sql, scope, taskId);
  if (!task || task.personId === markerId) throw new AppError('not-found');
  const paper = await findAttemptPaper(sql, task.attemptId);
  const found = await findStandingWithAnswers(sql, task.attemptId);
  const place = paper?.paper[task.slot - 1];
  if (!paper || !found || !place) throw new AppError('not-found');
  const when = whenOf(attemptOf(found.standing, pinnedOf(paper)), paper.settings, now());
  if (when === null || !seenByMarker(when).has('answers')) throw new AppError('not-found');
  const { body, pictures } = await questionVersion(task.questionVersionId);
  const answer = found.answers.find(({ slot }) => slot === task.slot);
  const marks = await listMarks(sql, taskId);
  const mine = marks.find((one) => one.markerId === markerId);
  const permission = mayMark({ ...task, markerIds: marks.map((one) => one.markerId) }, markerId);
  const rubric = rubricOf(body);
  const queue = await listQueue(sql, scope, { markerId, quizId: task.quizId });
  const line = queue.find(({ questionId }) => questionId === task.questionId);
  const files = await listAttachedFiles(sql, task.attemptId, task.slot);
  return {
    ...{ taskId, code: blindCode(taskId), quizId: task.quizId, quizTitle: task.quizTitle },
    stemHtml: renderMarkdown(body.stem, pictures),
    answer: responseText(body, answer?.response ?? null),
    wordLimits: body.type === 'essay' ? { minWords: body.minWords, maxWords: body.maxWords } : null,
    files: files.map(({ id, name, byteSize }, place) => ({ id, byteSize, name: blindFileName(name, place) })),
    rubric: rubric.map(({ text, levels }) => ({ text, levels: levels.map((level) => ({ ...level })) })),
    markerNotesHtml: body.type === 'essay' && body.markerNotes ? renderMarkdown(body.markerNotes, pictures) : '',
    ...{ maxMark: place.maxMark, markersWanted: task.markersWanted, state: task.state },
    own: mine
      ? {
          fraction: mine.fraction,
          levels: rubric.map(({ id }) => mine.levels[id] ?? null),
          comment: mine.comment,
        }
      : null,
    refused: permission.kind === 'refused' ? permission.reason : null,
    finalFraction: task.state === 'done' ? task.finalFraction : null,
    isOnOtherTable: isClaimedByOther(task, markerId, now()),
    progress: {
      ...{ total: line?.total ?? 0, done: line?.done ?? 0 },
      ...{ forMarker: line?.forMarker ?? 0, third: line?.third ?? 0 },
    },
  };
}
