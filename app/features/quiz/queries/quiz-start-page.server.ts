import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { renderMarkdown } from '#app/platform/documents/markdown.server.ts';
import { hasChecks } from '../core/behaviour.ts';
import type { SlotPlan } from '../core/draw-paper.ts';
import { isAllowedFrom } from '../core/networks.ts';
import type { QuizKind, QuizSettings } from '../core/settings.ts';
import { mayStart, type StartDecision } from '../core/start.ts';
import { secondsLeft, type TimeOffered, timeOffered } from '../core/timing.ts';
import { listPreviousAttempts } from '../data/previous-attempts.server.ts';
import { findQuiz, findQuizForLearner, listSlotPlans } from '../data/quiz-for-attempt.server.ts';
import { listOpenSeatsOf } from '../data/room/seats.server.ts';
import { settingsOfPerson } from '../data/rules/settings-for.server.ts';
import { type AttemptLine, standingAt } from './attempt-line.server.ts';

/** What pressing "start" would do now. */
export type StartPossibility =
  | { kind: 'start' }
  | { kind: 'resume'; attemptId: string; secondsLeft: number | null }
  | Extract<StartDecision, { kind: 'refused' }>
  | { kind: 'refused'; reason: 'not-assigned' }
  /** The person has a seat in an exam session of the quiz, and begins there. */
  | { kind: 'refused'; reason: 'in-session'; sessionId: string };

export interface QuizStartPage {
  quiz: { id: string; title: string; instructionsHtml: string; kind: QuizKind; courseId: string | null };
  rules: Pick<
    QuizSettings,
    | 'timeLimitSeconds'
    | 'openAt'
    | 'closeAt'
    | 'attemptsAllowed'
    | 'which'
    | 'passGrade'
    | 'gradeScale'
    | 'questionsPerPage'
    | 'delayBetweenAttemptsSeconds'
    | 'forwardOnly'
    | 'certainty'
    | 'behaviour'
    | 'triesAllowed'
    | 'tryPenalty'
  > & {
    questionCount: number;
    keyShown: 'at-once' | 'after-submission' | 'after-close' | 'never';
    /** What must be said to begin, never what it is. */
    access: QuizSettings['access']['kind'];
    /** Begun and written only from certain places; which ones is nobody's business here. */
    hasNetworks: boolean;
  };
  /** Whether a start from the address of this request would be let in by its network. */
  isHere: boolean;
  /** What somebody has who starts now, and which limit decides it. */
  time: TimeOffered;
  attemptsUsed: number;
  start: StartPossibility;
  /** The newest first. */
  attempts: AttemptLine[];
  /** The grade that counts, of attempts whose grade may be seen. */
  grade: number | null;
}

/** The page before an attempt. Not found unless the quiz is assigned to the person, or was and the person took it. */
export async function quizStartPage(actor: Actor, quizId: string, address = ''): Promise<QuizStartPage> {
  const { sql } = database();
  const at = now();
  const assigned = await findQuizForLearner(sql, actor, quizId, at);
  const previous = await listPreviousAttempts(sql, actor.personId, [quizId]);
  const quiz = assigned ?? (previous.length > 0 ? await findQuiz(sql, quizId) : null);
  if (!quiz) throw new AppError('not-found');
  const settings = (await settingsOfPerson(sql, [quiz], actor)).get(quizId)?.settings ?? quiz.settings;
  const standing = await standingAt(previous, quiz.settings, at);
  const decision = mayStart(
    settings,
    previous.map(({ attempt }) => attempt),
    at,
  );
  const open = previous.find(({ attempt }) => decision.kind === 'resume' && attempt.id === decision.attemptId)?.attempt;
  const { title, kind, courseId, instructions } = quiz;
  return {
    quiz: { id: quizId, title, kind, courseId, instructionsHtml: renderMarkdown(instructions) },
    rules: rulesOf(settings, questionCountOf(await listSlotPlans(sql, quizId))),
    isHere: isAllowedFrom(settings.networks, address),
    time: timeOffered(settings, at),
    attemptsUsed: standing.used,
    start: possibility(
      decision,
      assigned !== null,
      (await listOpenSeatsOf(sql, actor.personId, [quizId])).get(quizId),
      open && 'deadlineAt' in open ? secondsLeft(open.deadlineAt, at, open.pausedAt) : null,
    ),
    attempts: standing.lines.reverse(),
    grade: standing.grade,
  };
}

/** Field by field: the settings as a whole hold the password. */
function rulesOf(settings: QuizSettings, questionCount: number): QuizStartPage['rules'] {
  const { timeLimitSeconds, openAt, closeAt, attemptsAllowed, which, passGrade, gradeScale, questionsPerPage } =
    settings;
  const { delayBetweenAttemptsSeconds, forwardOnly, access, networks } = settings;
  const { certainty, behaviour, triesAllowed, tryPenalty } = settings;
  return {
    ...{ timeLimitSeconds, openAt, closeAt, attemptsAllowed, which, passGrade, gradeScale, questionsPerPage },
    ...{ delayBetweenAttemptsSeconds, forwardOnly, questionCount },
    ...{ certainty, behaviour, triesAllowed, tryPenalty },
    keyShown: keyShownBy(settings),
    access: access.kind,
    hasNetworks: networks.length > 0,
  };
}

function possibility(
  decision: StartDecision,
  isAssigned: boolean,
  sessionId: string | undefined,
  left: number | null,
): StartPossibility {
  if (decision.kind === 'resume') return { ...decision, secondsLeft: left };
  if (sessionId !== undefined) return { kind: 'refused', reason: 'in-session', sessionId };
  if (!isAssigned) return { kind: 'refused', reason: 'not-assigned' };
  return decision.kind === 'refused' ? decision : { kind: 'start' };
}

/** How many questions a paper of these slots has. */
export const questionCountOf = (slots: readonly SlotPlan[]): number =>
  slots.reduce((sum, slot) => sum + (slot.kind === 'random' ? slot.count : 1), 0);

function keyShownBy({ kind, review, ...settings }: QuizSettings): QuizStartPage['rules']['keyShown'] {
  if (kind === 'practice' && hasChecks(settings) && review.during.includes('right-answer')) return 'at-once';
  if (review['just-after'].includes('right-answer') || review['later-open'].includes('right-answer'))
    return 'after-submission';
  return review['after-close'].includes('right-answer') ? 'after-close' : 'never';
}
