import type { Actor } from '#app/features/access/core/role.ts';
import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { stateAt } from '../core/attempt.ts';
import { pagesOf } from '../core/paper.ts';
import { mayReview } from '../core/review.ts';
import type { QuizKind } from '../core/settings.ts';
import { secondsLeft } from '../core/timing.ts';
import { findStandingWithAnswers, type SlotAnswer } from '../data/answers.server.ts';
import { type AttemptPaper, findOwnPaper, pinnedOf } from '../data/attempt-papers.server.ts';
import { attemptOf } from '../data/attempts.server.ts';
import {
  reviewQuestion,
  type ShownQuestion,
  type ShownReview,
  showQuestion,
  showResponse,
} from './shown-question.server.ts';

/** One question of an open attempt. */
export interface OpenQuestion extends ShownQuestion {
  page: number;
  answer: PresentedResponse;
  /** The last sequence that the server knows of; the next change is sent under a greater one. */
  sequence: number;
  flagged: boolean;
  /** Practice: what is shown of the answer since it was checked; null before, and after a change. */
  review: ShownReview | null;
}

/** One question in the map of the paper. */
export interface MapEntry {
  slot: number;
  page: number;
  isAnswered: boolean;
  flagged: boolean;
}

export interface OpenAttempt {
  kind: 'open';
  attemptId: string;
  quizId: string;
  title: string;
  quizKind: QuizKind;
  preview: boolean;
  page: number;
  pageCount: number;
  /** Of all pages: a browser turns them itself, without the network too. */
  questions: OpenQuestion[];
  lastSave: { savedAt: Date; receipt: string } | null;
  /** By the server's clock; null without a deadline. */
  secondsLeft: number | null;
  deadlineAt: Date | null;
}

/**
 * Hot path (one statement): the learner's own open attempt at a page, 'ended' once it is not open any more. Pages count
 * from 1; a page that is not there is the nearest. Throws not-found for someone else's attempt.
 */
export async function attemptPage(
  actor: Actor,
  attemptId: string,
  wantedPage: number,
): Promise<OpenAttempt | { kind: 'ended' }> {
  const { sql } = database();
  const own = await findOwnPaper(sql, actor.personId, attemptId);
  const found = own && (await findStandingWithAnswers(sql, attemptId));
  if (!own || !found) throw new AppError('not-found');
  const at = now();
  const attempt = stateAt(attemptOf(found.standing, pinnedOf(own)), at);
  if (attempt.state !== 'in-progress' && attempt.state !== 'overdue') return { kind: 'ended' };

  const { paper, settings, quizId, title, preview } = own;
  const pages = pagesOf(paper, settings.questionsPerPage);
  const page = Math.min(Math.max(1, wantedPage), Math.max(1, pages.length));
  const versions = await questionVersions(paper.map((place) => place.questionVersionId));
  const map = mapOf(own, found.answers);
  const answerOf = new Map(found.answers.map((answer) => [answer.slot, answer]));
  const questions = paper.map((place, index) => {
    const version = versions.get(place.questionVersionId)!;
    const answer = answerOf.get(place.slot);
    const fraction = answer?.checks ? answer.fraction : null;
    const allowed = mayReview(attempt, settings, at, { isChecked: fraction !== null });
    return {
      ...showQuestion(version, place),
      page: map[index]?.page ?? 1,
      answer: showResponse(version, place, answer),
      sequence: answer?.sequence ?? 0,
      flagged: answer?.flagged ?? false,
      review: fraction === null ? null : reviewQuestion(version, place, answer, fraction, allowed),
    };
  });
  return {
    kind: 'open',
    ...{ attemptId, quizId, title, preview, page, questions },
    quizKind: settings.kind,
    pageCount: pages.length,
    lastSave: lastSaveOf(found.answers),
    secondsLeft: secondsLeft(found.standing.deadlineAt, at, found.standing.pausedAt),
    deadlineAt: found.standing.deadlineAt,
  };
}

/** Every question of the paper with its page and whether it is answered and flagged. */
export function mapOf({ paper, settings }: AttemptPaper, answers: readonly SlotAnswer[]): MapEntry[] {
  const answerOf = new Map(answers.map((answer) => [answer.slot, answer]));
  return pagesOf(paper, settings.questionsPerPage).flatMap((slots, index) =>
    slots.map((slot) => {
      const answer = answerOf.get(slot);
      return {
        slot,
        page: index + 1,
        isAnswered: (answer?.response ?? null) !== null,
        flagged: answer?.flagged ?? false,
      };
    }),
  );
}

function lastSaveOf(answers: readonly SlotAnswer[]): OpenAttempt['lastSave'] {
  let last: OpenAttempt['lastSave'] = null;
  for (const { savedAt, receipt } of answers) {
    if (savedAt && receipt && (!last || savedAt > last.savedAt)) last = { savedAt, receipt };
  }
  return last;
}
