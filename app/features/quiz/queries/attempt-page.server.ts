import type { Actor } from '#app/features/access/core/role.ts';
import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import { gradeResponse } from '#app/features/questions/core/question-types.ts';
import { type QuestionVersion, questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { stateAt } from '../core/attempt.ts';
import { earnedOf, hasChecks, isKeyAtStake } from '../core/behaviour.ts';
import type { Certainty } from '../core/certainty.ts';
import { type PaperSlot, pagesOf } from '../core/paper.ts';
import { mayReview, type ReviewWhat } from '../core/review.ts';
import { openSlots } from '../core/rules/forward.ts';
import type { QuizKind } from '../core/settings.ts';
import { secondsLeft } from '../core/timing.ts';
import { findStandingWithAnswers, type SlotAnswer } from '../data/answers.server.ts';
import { type AttemptPaper, findOwnPaper, pinnedOf } from '../data/attempt-papers.server.ts';
import { type AttemptStanding, attemptOf } from '../data/attempts.server.ts';
import { requireNetwork } from '../data/rules/entry.server.ts';
import { type ShownQuestion, showQuestion, showResponse } from './shown-question.server.ts';
import { reviewQuestion, type ShownReview } from './shown-review.server.ts';
import { type ShownWork, showWork } from './shown-work.server.ts';

/** One question of an open attempt. */
export interface OpenQuestion extends ShownQuestion {
  page: number;
  answer: PresentedResponse;
  /** How sure the learner is; null = not stated, or not asked. */
  certainty: Certainty | null;
  maxMark: number;
  /** The last sequence that the server knows of; the next change is sent under a greater one. */
  sequence: number;
  flagged: boolean;
  /** Practice: what is shown of the answer since it was checked; null before, and after a change. */
  review: ShownReview | null;
  work: ShownWork;
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
  /** There is a button that has an answer judged. */
  hasChecks: boolean;
  /** Each answer is given with a certainty. */
  certainty: boolean;
  preview: boolean;
  page: number;
  pageCount: number;
  /** Of all pages: a browser turns them itself, without the network too. Forward only: of the open page alone. */
  questions: OpenQuestion[];
  questionCount: number;
  /** Every question of the paper, by its number. */
  map: MapEntry[];
  isForwardOnly: boolean;
  lastSave: { savedAt: Date; receipt: string } | null;
  /** By the server's clock; null without a deadline. */
  secondsLeft: number | null;
  deadlineAt: Date | null;
  /** In an exam room, where an examiner may act on it; null elsewhere. */
  room: { isPaused: boolean; extraSeconds: number } | null;
}

/**
 * Hot path (one statement): the learner's own open attempt at a page, 'ended' once it is not open any more. Pages count
 * from 1; a page that is not there is the nearest, and forward only there is none but the open one. Throws not-found for
 * someone else's attempt, forbidden from outside the quiz's networks.
 */
export async function attemptPage(
  actor: Actor,
  attemptId: string,
  wantedPage: number,
  address?: string,
): Promise<OpenAttempt | { kind: 'ended' }> {
  const { sql } = database();
  const own = await findOwnPaper(sql, actor.personId, attemptId);
  const found = own && (await findStandingWithAnswers(sql, attemptId));
  if (!own || !found) throw new AppError('not-found');
  requireNetwork(own, address);
  const at = now();
  const attempt = stateAt(attemptOf(found.standing, pinnedOf(own)), at);
  if (attempt.state !== 'in-progress' && attempt.state !== 'overdue') return { kind: 'ended' };

  const { paper, settings } = own;
  const wanted = settings.forwardOnly ? found.standing.openPage : wantedPage;
  const page = Math.min(Math.max(1, wanted), Math.max(1, pagesOf(paper, settings.questionsPerPage).length));
  const isInRoom = own.sessionId !== null;
  return {
    ...headOf({ ...own, standing: found.standing, isInRoom }, page, at, lastSaveOf(found.answers)),
    ...(await partOf(own, found.answers, page, mayReview(attempt, settings, at, { isChecked: true }))),
  };
}

/** What the sheets of a page and the map are drawn from. */
export type PaperPart = Pick<OpenAttempt, 'questions' | 'map'>;
/** All of an open attempt but its paper. */
export type AttemptHead = Omit<OpenAttempt, keyof PaperPart>;

type Pinned = Pick<AttemptPaper, 'paper' | 'settings'>;

export function headOf(
  own: Pinned &
    Pick<AttemptPaper, 'attemptId' | 'quizId' | 'title' | 'preview'> & { isInRoom: boolean; standing: AttemptStanding },
  page: number,
  at: Date,
  lastSave: OpenAttempt['lastSave'],
): AttemptHead {
  const { attemptId, quizId, title, preview, paper, settings, standing, isInRoom } = own;
  return {
    kind: 'open',
    ...{ attemptId, quizId, title, preview, page },
    questionCount: paper.length,
    isForwardOnly: settings.forwardOnly,
    quizKind: settings.kind,
    hasChecks: settings.kind === 'practice' && hasChecks(settings),
    certainty: settings.certainty,
    pageCount: pagesOf(paper, settings.questionsPerPage).length,
    lastSave,
    secondsLeft: secondsLeft(standing.deadlineAt, at, standing.pausedAt),
    deadlineAt: standing.deadlineAt,
    room: isInRoom ? roomOf(standing) : null,
  };
}

/** The questions that may be shown at a page, and the map; `allowed`: what a check may tell. */
export async function partOf(
  own: Pinned,
  answers: readonly SlotAnswer[],
  page: number,
  allowed: ReadonlySet<ReviewWhat>,
): Promise<PaperPart> {
  const { paper, settings } = own;
  const open = openSlots(paper, settings, page);
  const versions = await questionVersions(paper.map((place) => place.questionVersionId));
  const map = mapOf(own, answers);
  const answerOf = new Map(answers.map((answer) => [answer.slot, answer]));
  const questions = paper.flatMap((place, index) => {
    if (!open.has(place.slot)) return [];
    const version = versions.get(place.questionVersionId)!;
    const answer = answerOf.get(place.slot);
    // What was checked holds until the answer changes.
    const fraction = answer?.checks ? answer.fraction : null;
    const isChecked = fraction !== null && answer !== undefined;
    const question = {
      ...showQuestion(version, place),
      page: map[index]?.page ?? 1,
      maxMark: place.maxMark,
      answer: showResponse(version, place, answer),
      certainty: answer?.certainty ?? null,
      sequence: answer?.sequence ?? 0,
      flagged: answer?.flagged ?? false,
      review: isChecked ? reviewOf(own, version, place, answer, allowed) : null,
      work: showWork(settings, place.maxMark, answer, allowed),
    };
    return [question];
  });
  return { questions, map };
}

const roomOf = ({ pausedAt, extraSeconds }: AttemptStanding) => ({ isPaused: pausedAt !== null, extraSeconds });

/** What a check tells, as long as the answer has not changed since. */
function reviewOf(
  { settings }: Pinned,
  version: QuestionVersion,
  place: PaperSlot,
  answer: SlotAnswer,
  allowed: ReadonlySet<ReviewWhat>,
): ShownReview {
  const { fraction, earned } = earnedOf(settings, answer, (response) => gradeResponse(version.body, response));
  const earning = { fraction, mark: earned === null ? null : earned * place.maxMark };
  return reviewQuestion(version, place, answer, earning, allowed, { isKeyAtStake: isKeyAtStake(settings, answer) });
}

/** Every question of the paper with its page and whether it is answered and flagged. */
export function mapOf({ paper, settings }: Pinned, answers: readonly SlotAnswer[]): MapEntry[] {
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
