import type { Actor } from '#app/features/access/core/role.ts';
import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import { isComplete } from '#app/features/questions/core/question-types.ts';
import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { stateAt } from '../core/attempt.ts';
import type { Certainty } from '../core/certainty.ts';
import { openSlots } from '../core/rules/forward.ts';
import type { QuizKind } from '../core/settings.ts';
import { secondsLeft } from '../core/timing.ts';
import { findStandingWithAnswers, type SlotAnswer } from '../data/answers.server.ts';
import { type AttemptPaper, findOwnPaper, pinnedOf } from '../data/attempt-papers.server.ts';
import { attemptOf } from '../data/attempts.server.ts';
import { requireNetwork } from '../data/rules/entry.server.ts';
import { type MapEntry, mapOf } from './attempt-page.server.ts';
import { showResponse } from './shown-question.server.ts';

export interface AttemptOverview {
  kind: 'open';
  attemptId: string;
  title: string;
  quizKind: QuizKind;
  preview: boolean;
  map: MapEntry[];
  /** Slots of which some parts are answered and some are not. */
  incomplete: number[];
  /** Forward only: the questions that can still be changed; null where all can. */
  openSlots: number[] | null;
  secondsLeft: number | null;
  /** An examiner has stopped the clock: nothing can be submitted now. */
  isPaused: boolean;
}

async function openAttempt(actor: Actor, attemptId: string, address?: string) {
  const { sql } = database();
  const own = await findOwnPaper(sql, actor.personId, attemptId);
  const found = own && (await findStandingWithAnswers(sql, attemptId));
  if (!own || !found) throw new AppError('not-found');
  requireNetwork(own, address);
  const at = now();
  const { state } = stateAt(attemptOf(found.standing, pinnedOf(own)), at);
  const isOpen = state === 'in-progress' || state === 'overdue';
  return {
    own,
    answers: found.answers,
    open: openSlots(own.paper, own.settings, found.standing.openPage),
    isOpen,
    secondsLeft: secondsLeft(found.standing.deadlineAt, at, found.standing.pausedAt),
    isPaused: found.standing.pausedAt !== null,
  };
}

/** Which questions of the learner's own open attempt are answered, flagged and open: before it is submitted. */
export async function attemptOverview(
  actor: Actor,
  attemptId: string,
  address?: string,
): Promise<AttemptOverview | { kind: 'ended' }> {
  const { own, answers, open, isOpen, secondsLeft, isPaused } = await openAttempt(actor, attemptId, address);
  if (!isOpen) return { kind: 'ended' };
  const { title, settings, preview } = own;
  return {
    kind: 'open',
    ...{ attemptId, title, preview, secondsLeft, isPaused },
    quizKind: settings.kind,
    map: mapOf(own, answers),
    incomplete: await incompleteSlots(own, answers),
    openSlots: settings.forwardOnly ? [...open] : null,
  };
}

async function incompleteSlots({ paper }: AttemptPaper, answers: readonly SlotAnswer[]): Promise<number[]> {
  const versions = await questionVersions(paper.map((place) => place.questionVersionId));
  return answers.flatMap(({ slot, response }) => {
    const place = paper[slot - 1];
    if (!place || response === null) return [];
    return isComplete(versions.get(place.questionVersionId)!.body, response) ? [] : [slot];
  });
}

/** What a browser compares itself with: the server's time left, and every slot that may be shown as it is stored. */
export interface AttemptStanding {
  isOpen: boolean;
  secondsLeft: number | null;
  answers: { slot: number; sequence: number; response: PresentedResponse; certainty?: Certainty | null }[];
}

/** The stored answers of the learner's own attempt, so that a second device or tab learns of the first. */
export async function attemptStanding(actor: Actor, attemptId: string, address?: string): Promise<AttemptStanding> {
  const { own, answers, open, isOpen, secondsLeft } = await openAttempt(actor, attemptId, address);
  const versions = await questionVersions(own.paper.map((place) => place.questionVersionId));
  return {
    isOpen,
    secondsLeft,
    answers: answers.flatMap((answer) => {
      const place = own.paper[answer.slot - 1];
      if (!place || answer.sequence === 0 || !open.has(answer.slot)) return [];
      const response = showResponse(versions.get(place.questionVersionId)!, place, answer);
      const { slot, sequence, certainty } = answer;
      return [{ slot, sequence, response, ...(own.settings.certainty && { certainty }) }];
    }),
  };
}
