import type { Actor } from '#app/features/access/core/role.ts';
import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { renderMarkdown } from '#app/platform/documents/markdown.server.ts';
import { type SubmissionCause, stateAt } from '../core/attempt.ts';
import type { Classification } from '../core/classification.ts';
import { feedbackFor } from '../core/feedback-band.ts';
import { mayReview, type ReviewWhat } from '../core/review.ts';
import type { QuizKind } from '../core/settings.ts';
import { findStandingWithAnswers } from '../data/answers.server.ts';
import { type AttemptPaper, findOwnPaper, pinnedOf } from '../data/attempt-papers.server.ts';
import { attemptOf } from '../data/attempts.server.ts';
import { marksOf } from '../data/closing.server.ts';
import { openUntilOf } from '../data/open-until.server.ts';
import { findQuiz } from '../data/quiz-for-attempt.server.ts';
import { approvedKeys } from '../data/regrade/approved-keys.server.ts';
import { type ShownMarking, shownMarkings } from './marking/shown-marking.server.ts';
import { type ShownRegrade, shownRegrades } from './regrade/shown-regrades.server.ts';
import { type ShownQuestion, showQuestion } from './shown-question.server.ts';
import { reviewQuestion, type ShownReview } from './shown-review.server.ts';
import { type ShownWork, showWork } from './shown-work.server.ts';

export interface AttemptResult {
  kind: 'ended';
  attemptId: string;
  number: number;
  preview: boolean;
  quiz: { id: string; title: string; kind: QuizKind; courseId: string | null };
  startedAt: Date;
  submittedAt: Date;
  cause: SubmissionCause;
  secondsTaken: number;
  /** The time ran out in an exam room, not long ago: should it have been an outage, an examiner may open it again. */
  mayReopen: boolean;
  answered: number;
  questionCount: number;
  /** How many answers wait for a marker: until then there is no grade. */
  waiting: number;
  /** Null where the matrix does not show the result now. */
  overall: {
    grade: number | null;
    gradeScale: number;
    markSum: number;
    maxMark: number;
    passed: boolean | null;
    passGrade: number;
    classification: Classification | null;
    /** What the author says of a whole attempt with this grade; '' for nothing. */
    feedbackHtml: string;
  } | null;
  /** Empty where the matrix shows nothing of the questions. */
  questions: (ShownQuestion & ShownReview & { tries: ShownWork['tries']; marking?: ShownMarking })[];
  /** Changes of key that moved its marks, the oldest first. */
  regrades: ShownRegrade[];
  /** The key is not shown now but will be once the quiz is closed, at the earliest at `after` if that is set. */
  keyComes: { after: Date | null } | null;
}

/** After that nobody waits in an exam room for an examiner to open an attempt again. */
const reopenableMs = 2 * 3600 * 1000;

const perQuestion: readonly ReviewWhat[] = ['answers', 'correctness', 'marks', 'explanation', 'right-answer'];

/**
 * What the learner may see of the own ended attempt now; 'open' while it is not ended. An attempt whose time is up reads
 * as submitted with the numbers that the sweeper will store. Marks are by the settings of the start; what is shown, and
 * when the quiz counts as closed, by the quiz as it stands today, since an author may open or withhold a review later.
 */
export async function attemptResult(actor: Actor, attemptId: string): Promise<AttemptResult | { kind: 'open' }> {
  const { sql } = database();
  const own = await findOwnPaper(sql, actor.personId, attemptId);
  const found = own && (await findStandingWithAnswers(sql, attemptId));
  if (!own || !found) throw new AppError('not-found');
  const at = now();
  const attempt = stateAt(attemptOf(found.standing, pinnedOf(own)), at);
  if (attempt.state === 'abandoned' || attempt.state === 'prepared') throw new AppError('not-found');
  if (attempt.state === 'in-progress' || attempt.state === 'overdue') return { kind: 'open' };

  const { quizId, paper, settings, preview } = own;
  const quiz = await findQuiz(sql, quizId);
  if (!quiz) throw new AppError('not-found');
  const { review, closeAt } = quiz.settings;
  const openUntil = closeAt && (await openUntilOf(sql, quizId, closeAt));
  const allowed = mayReview(attempt, { ...settings, review, closeAt }, at, { openUntil });
  const keyOf = await keysOf(sql, own, found);
  const versions = await questionVersions([...paper.map((place) => place.questionVersionId), ...keyOf.values()]);
  const marked = await marksOf(sql, own, versions, found);
  const earningOf = new Map(marked.slots.map((one) => [one.slot, one]));
  const answerOf = new Map(found.answers.map((answer) => [answer.slot, answer]));
  const bodyOf = (slot: number) => versions.get(paper[slot - 1]?.questionVersionId ?? '')?.body;
  const markings = await shownMarkings(sql, attemptId, bodyOf, allowed);
  const showsQuestions = perQuestion.some((what) => allowed.has(what));
  const keyWaits = !allowed.has('right-answer') && review['after-close'].includes('right-answer');
  return {
    kind: 'ended',
    ...{ attemptId, preview, number: attempt.number, cause: attempt.cause },
    quiz: { id: quizId, title: quiz.title, kind: settings.kind, courseId: quiz.courseId },
    startedAt: attempt.startedAt,
    submittedAt: attempt.submittedAt,
    secondsTaken: Math.round((attempt.submittedAt.getTime() - attempt.startedAt.getTime()) / 1000),
    mayReopen:
      own.sessionId !== null && attempt.cause === 'time' && at.getTime() - attempt.submittedAt.getTime() < reopenableMs,
    answered: found.answers.filter(({ response }) => response !== null).length,
    questionCount: paper.length,
    waiting: marked.slots.filter(({ mark }) => mark === null).length,
    overall: allowed.has('overall')
      ? {
          ...{ grade: marked.grade, markSum: marked.markSum, maxMark: marked.maxMark },
          ...{ gradeScale: settings.gradeScale, passGrade: settings.passGrade },
          ...{ passed: marked.passed, classification: marked.classification },
          feedbackHtml: renderMarkdown(feedbackFor(marked.grade, quiz.settings.feedbackBands)),
        }
      : null,
    questions: showsQuestions
      ? paper.map((place) => {
          const version = versions.get(place.questionVersionId)!;
          const answer = answerOf.get(place.slot);
          const earning = earningOf.get(place.slot) ?? { fraction: 0, mark: 0 };
          const key = versions.get(keyOf.get(place.slot) ?? place.questionVersionId);
          return {
            ...showQuestion(version, place),
            ...reviewQuestion(version, place, answer, earning, allowed, { key }),
            tries: showWork(settings, place.maxMark, answer, allowed).tries,
            ...(markings.has(place.slot) && { marking: markings.get(place.slot) }),
          };
        })
      : [],
    regrades: await shownRegrades(sql, attemptId, allowed),
    keyComes: keyWaits ? { after: closeAt && latest(closeAt, openUntil) } : null,
  };
}

/** The versions by whose key slots were marked, or will be by the sweeper, where those are not the ones shown. */
async function keysOf(sql: Sql, { paper }: AttemptPaper, found: NonNullable<Found>): Promise<Map<number, string>> {
  const approved = found.standing.submittedAt === null ? await approvedKeys(sql) : null;
  const keys = approved
    ? paper.map(({ slot, questionVersionId }) => [slot, approved.of(questionVersionId)?.versionId ?? null] as const)
    : found.answers.map(({ slot, gradedVersionId }) => [slot, gradedVersionId] as const);
  return new Map(keys.flatMap(([slot, id]) => (id === null ? [] : [[slot, id]])));
}

type Found = Awaited<ReturnType<typeof findStandingWithAnswers>>;

const latest = (a: Date, b: Date | null) => (b && b > a ? b : a);
