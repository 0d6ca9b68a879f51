import { type SeededRandom, seededRandom } from '#app/kernel/seeded-random.ts';
import { addDays, dateOf } from '#app/kernel/vietnam-time.ts';
import { daysAfter, examTime, minute, studyTime } from './calendar.ts';
import { between, happens } from './chance.ts';
import type { CourseBank, DemoLesson, DemoQuiz } from './course-bank.ts';
import type { Learner } from './learner.ts';
import { type DemoAttempt, type Examinee, takeAttempt } from './take-attempt.ts';

export interface DemoRead {
  readonly lesson: DemoLesson;
  readonly openedAt: Date;
  /** Null: begun and left. */
  readonly readAt: Date | null;
  readonly scroll: number;
}

/** What one person has done up to now. */
export interface History {
  readonly learner: Learner;
  readonly reads: readonly DemoRead[];
  readonly attempts: readonly DemoAttempt[];
}

/** What is asked of a person, and within which time. */
export interface StudyPlan {
  readonly bank: CourseBank;
  readonly exam: DemoQuiz;
  readonly trial: DemoQuiz;
  readonly openAt: Date;
  /** The real now: nothing has happened later. */
  readonly until: Date;
  /** When the person's unit sits the trial exam that it was ordered to; null = it was not. */
  readonly trialAt: Date | null;
  /** Stories want people at a certain place: no further than so many lessons, and no exam of their own accord. */
  readonly stopAfter?: number;
}

/** Someone intends to sit a quiz at some time; what comes after depends on how it ends. */
interface Intent {
  readonly quiz: DemoQuiz;
  readonly at: Date;
}

/** Three months of one person: lessons in the course's order, practice between them, then the exams. */
export function study(seed: string, idAt: (at: Date) => string, learner: Learner, plan: StudyPlan): History {
  const random = seededRandom(`${seed}/study/${learner.person.number}`);
  const { bank, until } = plan;
  const intents: Intent[] = [];
  const reads = learner.startDays === null ? [] : readLessons(random, learner, plan, intents);
  if (learner.startDays !== null && plan.trialAt && happens(random, 0.9)) {
    intents.push({ quiz: plan.trial, at: plan.trialAt });
  }
  const isDone = reads.filter(({ readAt }) => readAt !== null).length === bank.lessons.length;
  if (isDone && plan.stopAfter === undefined) intendExams(random, reads[reads.length - 1]!.readAt!, plan, intents);

  // What was read helps: the same person answers better at the end than at the beginning.
  const gain = 0.5 * (reads.length / bank.lessons.length);
  const who: Examinee = { personId: learner.person.id, ability: learner.ability + gain, seen: new Map(), attempts: [] };
  for (let busyUntil = 0; intents.length > 0; ) {
    intents.sort((a, b) => a.at.getTime() - b.at.getTime());
    const { quiz, at } = intents.shift()!;
    const startedAt = new Date(Math.max(at.getTime(), busyUntil + 5 * minute));
    // Whoever would still be sitting at it now has not begun.
    if (startedAt.getTime() + (quiz.settings.timeLimitSeconds || 1200) * 1000 >= until.getTime()) break;
    const taken = takeAttempt(random, bank, who, quiz, { id: idAt(startedAt), startedAt, until });
    if (taken?.attempt.state !== 'graded') continue;
    busyUntil = taken.attempt.submittedAt.getTime();
    intents.push(...furtherIntents(random, taken, plan));
  }
  return { learner, reads, attempts: who.attempts };
}

function readLessons(random: SeededRandom, learner: Learner, plan: StudyPlan, intents: Intent[]): DemoRead[] {
  const { bank, openAt, until, stopAfter = Number.POSITIVE_INFINITY } = plan;
  const reads: DemoRead[] = [];
  let date = daysAfter(openAt, learner.startDays ?? 0);
  let next = studyTime(random, date);
  let leftToday = 1 + random.int(3);
  for (const [index, lesson] of bank.lessons.entries()) {
    if (leftToday === 0) {
      date = addDays(date, Math.max(1, Math.round((between(random, 0.4, 1.6) * 5.6) / learner.pace)));
      next = studyTime(random, date);
      leftToday = 1 + random.int(3);
    }
    leftToday -= 1;
    const openedAt = next;
    const readAt = new Date(Math.round(openedAt.getTime() + lesson.minutes * between(random, 0.6, 1.5) * minute));
    if (readAt >= until || index >= stopAfter) {
      // Some have opened the next lesson and left it: where they will go on.
      if (openedAt < until && happens(random, 0.5))
        reads.push({ lesson, openedAt, readAt: null, scroll: between(random, 0.1, 0.8) });
      break;
    }
    reads.push({ lesson, openedAt, readAt, scroll: 1 });
    next = new Date(readAt.getTime() + Math.round(between(random, 1, 4) * minute));
    const isLastOfModule = bank.lessons[index + 1]?.moduleCode !== lesson.moduleCode;
    const practice = [...bank.quizzes.values()].find(({ moduleCode }) => moduleCode === lesson.moduleCode);
    if (isLastOfModule && practice && happens(random, 0.22)) {
      intents.push({ quiz: practice, at: next });
      leftToday = 0;
    }
  }
  return reads;
}

function intendExams(random: SeededRandom, from: Date, { exam, trial, trialAt }: StudyPlan, intents: Intent[]): void {
  if (!trialAt && happens(random, 0.35)) intents.push({ quiz: trial, at: studyTime(random, daysAfter(from, 1)) });
  if (happens(random, 0.95))
    intents.push({ quiz: exam, at: examTime(random, daysAfter(from, between(random, 1.5, 7))) });
}

/** Who failed tries again while the rules let them, some who passed want a better grade. */
function furtherIntents(random: SeededRandom, { quiz, attempt, marked }: DemoAttempt, { exam }: StudyPlan): Intent[] {
  if (quiz.settings.kind === 'practice' || attempt.state !== 'graded' || !marked) return [];
  const isGood = marked.classification === 'excellent' || marked.classification === 'good';
  const wants = marked.passed ? (quiz === exam && !isGood ? 0.12 : 0) : 0.85;
  if (!happens(random, wants)) return [];
  return [{ quiz, at: examTime(random, daysAfter(attempt.submittedAt, between(random, 2, 8))) }];
}

/** The day on which a unit sits an ordered exam: between 30 and 15 days ago. */
export function orderedTrial(random: SeededRandom, until: Date): Date {
  return examTime(random, addDays(dateOf(until), -15 - random.int(16)));
}
