import type { QuestionResponse } from '#app/features/questions/core/question.ts';
import { displayOrder } from '#app/features/questions/core/question-types.ts';
import {
  type Attempt,
  begin,
  type GradedAttempt,
  grade,
  type RunningAttempt,
  submit,
} from '#app/features/quiz/core/attempt.ts';
import { drawPaper } from '#app/features/quiz/core/draw-paper.ts';
import { type MarkedPaper, markPaper } from '#app/features/quiz/core/mark-paper.ts';
import type { Paper } from '#app/features/quiz/core/paper.ts';
import { receiptCode } from '#app/features/quiz/core/receipt.ts';
import { mayStart } from '#app/features/quiz/core/start.ts';
import { deadlineOf } from '#app/features/quiz/core/timing.ts';
import type { SeededRandom } from '#app/kernel/seeded-random.ts';
import { between, happens } from './chance.ts';
import type { CourseBank, DemoQuiz } from './course-bank.ts';
import { respond } from './respond.ts';

/** What was saved for one slot; `savedAt` null = never answered. */
export interface DemoAnswer {
  readonly response: QuestionResponse | null;
  readonly savedAt: Date | null;
  readonly receipt: string | null;
  readonly sequence: number;
  readonly flagged: boolean;
}

export interface DemoAttempt {
  readonly quiz: DemoQuiz;
  readonly personId: string;
  readonly seed: string;
  readonly paper: Paper;
  readonly answers: readonly DemoAnswer[];
  readonly attempt: RunningAttempt | GradedAttempt;
  /** Null while the attempt runs. */
  readonly marked: MarkedPaper | null;
}

export interface Examinee {
  readonly personId: string;
  readonly ability: number;
  /** How often each question was met, by question id; a taken paper is added. */
  readonly seen: Map<string, number>;
  /** All attempts so far. */
  readonly attempts: DemoAttempt[];
}

/** How an attempt goes. */
interface Course {
  readonly id: string;
  readonly startedAt: Date;
  /** What is not saved by then has not happened. An attempt that would end later is left running. */
  readonly until: Date;
}

/**
 * Takes a quiz by the product's own rules: whether it may be started, the paper, the deadline, the states, the marks.
 * Only what a person decides (answers, pace) is chance. Null where the rules refuse the start.
 */
export function takeAttempt(
  random: SeededRandom,
  bank: CourseBank,
  who: Examinee,
  quiz: DemoQuiz,
  course: Course,
): DemoAttempt | null {
  const { startedAt, until } = course;
  const previous = who.attempts.filter((one) => one.quiz === quiz).map(({ attempt }): Attempt => attempt);
  const decision = mayStart(quiz.settings, previous, startedAt);
  if (decision.kind !== 'start') return null;
  const seed = Array.from({ length: 12 }, () => 'abcdefghijkmnpqrstuvwxyz23456789'.charAt(random.int(32))).join('');
  const paper = draw(bank, who, quiz, seed);
  const { graceSeconds } = quiz.settings;
  const deadlineAt = deadlineOf({ startedAt, ...quiz.settings });
  const prepared = { id: course.id, number: decision.number, slotCount: paper.length, state: 'prepared' } as const;
  const begun = begin(prepared, { deadlineAt, graceSeconds }, startedAt);
  if (begun.kind !== 'done') return null;

  const pace = paceOf(random, paper.length, quiz.settings.timeLimitSeconds);
  const lastSave = Math.min(until.getTime(), deadlineAt?.getTime() ?? Number.POSITIVE_INFINITY);
  const answers = paper.map(({ questionVersionId }, index): DemoAnswer => {
    const savedAt = new Date(Math.round(startedAt.getTime() + (index + between(random, 0.3, 1)) * pace * 1000));
    const question = bank.questions.get(questionVersionId)!;
    const response = respond(random, question, who.ability);
    const flagged = quiz.settings.kind === 'exam' && happens(random, 0.04);
    const isSkipped = happens(random, question.truth.type === 'short-answer' ? 0.05 : 0.006);
    if (isSkipped || savedAt.getTime() >= lastSave)
      return { response: null, savedAt: null, receipt: null, sequence: 0, flagged };
    const receipt = receiptCode(Uint8Array.from([random.int(256), random.int(256), random.int(256)]));
    // One in ten thinks better of it once.
    return { response, savedAt, receipt, sequence: happens(random, 0.1) ? 2 : 1, flagged };
  });
  const ownEnd = startedAt.getTime() + (paper.length + between(random, 0.2, 2)) * pace * 1000;
  const end = new Date(Math.round(Math.min(ownEnd, deadlineAt?.getTime() ?? ownEnd)));
  for (const { questionId } of paper) who.seen.set(questionId, (who.seen.get(questionId) ?? 0) + 1);
  const taken = { quiz, personId: who.personId, seed, paper, answers };
  const submitted = submit(begun.attempt, end);
  const graded = submitted.kind === 'done' && end < until ? grade(submitted.attempt, end) : null;
  const result: DemoAttempt =
    graded?.kind === 'done'
      ? { ...taken, attempt: graded.attempt, marked: mark(bank, taken) }
      : { ...taken, attempt: begun.attempt, marked: null };
  who.attempts.push(result);
  return result;
}

/** Seconds that a person takes for a question; one in fifty is so slow that an exam's time runs out. */
function paceOf(random: SeededRandom, slots: number, limitSeconds: number): number {
  const own = between(random, 22, 62);
  if (limitSeconds === 0) return own;
  return happens(random, 0.02)
    ? (limitSeconds / slots) * between(random, 1.02, 1.3)
    : Math.min(own, (limitSeconds / slots) * 0.9);
}

function draw(bank: CourseBank, { seen }: Examinee, quiz: DemoQuiz, seed: string): Paper {
  const drawn = drawPaper({
    slots: quiz.slots,
    candidates: quiz.candidates,
    seenCounts: seen,
    seed,
    settings: quiz.settings,
    optionOrder: ({ questionVersionId }, chance, options) => {
      const { body } = bank.questions.get(questionVersionId)!;
      return displayOrder(body, chance, options);
    },
  });
  if ('problem' in drawn) throw new Error(`${quiz.code} has not enough questions in slot ${drawn.slot}`);
  return drawn.paper;
}

function mark(
  bank: CourseBank,
  { quiz, paper, answers }: Pick<DemoAttempt, 'quiz' | 'paper' | 'answers'>,
): MarkedPaper {
  const slots = paper.map(({ slot, maxMark, questionVersionId }, index) => {
    const { body } = bank.questions.get(questionVersionId)!;
    return { slot, maxMark, body, response: answers[index]!.response };
  });
  return markPaper(slots, quiz.settings);
}
