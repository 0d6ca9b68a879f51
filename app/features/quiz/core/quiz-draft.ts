import { changeList, readListChange } from '#app/features/questions/core/list-change.ts';
import { dateOf, formatTime } from '#app/kernel/vietnam-time.ts';
import type { SlotPlan } from './draw-paper.ts';
import {
  REVIEW_PRESET_NAMES,
  REVIEW_PRESETS,
  REVIEW_WHENS,
  type ReviewMatrix,
  type ReviewWhat,
  type ReviewWhen,
} from './review.ts';
import type { Behaviour, QuizKind, QuizSettings, WhichAttempt } from './settings.ts';

/** A slot as it stands in the author's form. A fixed one names a question, a random one a category, a tag or both. */
export interface SlotDraft {
  kind: 'fixed' | 'random';
  questionId: string;
  /** Empty: any; then the tag is given. */
  categoryId: string;
  /** Questions of the categories below it too. */
  withSubcategories: boolean;
  tag: string;
  /** Empty: any. */
  difficulty: string;
  count: string;
  maxMark: string;
}

/** What is said from a grade on. A line without either is no line. */
export interface BandDraft {
  from: string;
  text: string;
}

/** A quiz as it stands in the author's form: every field as typed, whether or not it makes sense yet. */
export interface QuizDraft {
  title: string;
  instructions: string;
  kind: QuizKind;
  /** Where learners find it: '' nowhere, a course's id, or 'course/module-code'. */
  place: string;
  timeLimitMinutes: string;
  attemptsAllowed: string;
  which: WhichAttempt;
  passGrade: string;
  gradeScale: string;
  questionsPerPage: string;
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  /** 'YYYY-MM-DDTHH:MM' on the clock of Việt Nam; empty: no bound. */
  openAt: string;
  closeAt: string;
  graceSeconds: string;
  delayMinutes: string;
  behaviour: Behaviour;
  triesAllowed: string;
  tryPenaltyPercent: string;
  certainty: boolean;
  forwardOnly: boolean;
  accessKind: QuizSettings['access']['kind'];
  accessPassword: string;
  /** One address or range to the line. */
  networks: string;
  markers: '1' | '2';
  disagreementPercent: string;
  thresholdExcellent: string;
  thresholdGood: string;
  thresholdAverage: string;
  bands: BandDraft[];
  review: Record<ReviewWhen, ReviewWhat[]>;
  slots: SlotDraft[];
}

/** A quiz as an author means it. */
export interface AuthoredQuiz {
  title: string;
  instructions: string;
  courseId: string | null;
  moduleCode: string | null;
  settings: QuizSettings;
  slots: SlotPlan[];
}

export const blankSlot = (): SlotDraft => ({
  kind: 'random',
  questionId: '',
  categoryId: '',
  withSubcategories: false,
  tag: '',
  difficulty: '',
  count: '5',
  maxMark: '1',
});

export const blankBand = (): BandDraft => ({ from: '', text: '' });

/** The draft that shows a stored quiz. */
export function quizDraftOf(quiz: AuthoredQuiz): QuizDraft {
  const { settings, title, instructions, courseId, moduleCode } = quiz;
  return {
    title,
    instructions,
    kind: settings.kind,
    place: moduleCode && courseId ? `${courseId}/${moduleCode}` : (courseId ?? ''),
    timeLimitMinutes: settings.timeLimitSeconds > 0 ? printNumber(settings.timeLimitSeconds / 60) : '',
    attemptsAllowed: settings.attemptsAllowed > 0 ? String(settings.attemptsAllowed) : '',
    which: settings.which,
    passGrade: printNumber(settings.passGrade),
    gradeScale: printNumber(settings.gradeScale),
    questionsPerPage: settings.questionsPerPage > 0 ? String(settings.questionsPerPage) : '',
    shuffleQuestions: settings.shuffleQuestions,
    shuffleOptions: settings.shuffleOptions,
    openAt: printInstant(settings.openAt),
    closeAt: printInstant(settings.closeAt),
    ...rulesDraft(settings),
    review: reviewDraft(settings.review),
    slots: quiz.slots.map(slotDraftOf),
  };
}

const count = (value: number) => (value > 0 ? printNumber(value) : '');

/** The rules beyond the simple ones, as typed. */
function rulesDraft(settings: QuizSettings) {
  const { access, thresholds } = settings;
  return {
    graceSeconds: printNumber(settings.graceSeconds),
    delayMinutes: count(settings.delayBetweenAttemptsSeconds / 60),
    behaviour: settings.behaviour,
    triesAllowed: count(settings.triesAllowed),
    tryPenaltyPercent: printNumber(settings.tryPenalty * 100),
    certainty: settings.certainty,
    forwardOnly: settings.forwardOnly,
    accessKind: access.kind,
    accessPassword: access.password,
    networks: settings.networks.join('\n'),
    markers: settings.markers === 2 ? ('2' as const) : ('1' as const),
    disagreementPercent: printNumber(settings.disagreementFraction * 100),
    thresholdExcellent: printNumber(thresholds.excellent),
    thresholdGood: printNumber(thresholds.good),
    thresholdAverage: printNumber(thresholds.average),
    bands: settings.feedbackBands.map(({ from, text }) => ({ from: printNumber(from), text })),
  };
}

/**
 * The draft after one of its buttons was pressed: a slot added, removed or moved ('slots.add', 'slots.raise.2'), the
 * questions picked from a search put in ('slots.pick'), a review preset chosen ('review.never'). Null for another button.
 */
export function changeQuizDraft(draft: QuizDraft, intent: string, picked: readonly string[] = []): QuizDraft | null {
  if (intent === 'slots.pick') {
    const known = new Set(draft.slots.map(({ questionId }) => questionId));
    const added = [...new Set(picked)].filter((id) => id !== '' && !known.has(id));
    return { ...draft, slots: [...draft.slots, ...added.map(fixedSlot)] };
  }
  const preset = REVIEW_PRESET_NAMES.find((name) => intent === `review.${name}`);
  if (preset) return { ...draft, review: reviewDraft(REVIEW_PRESETS[preset]) };
  const change = readListChange(intent);
  if (change?.list === 'bands') return { ...draft, bands: changeList(draft.bands, change, blankBand) };
  if (change?.list !== 'slots') return null;
  return { ...draft, slots: changeList(draft.slots, change, blankSlot) };
}

const fixedSlot = (questionId: string): SlotDraft => ({ ...blankSlot(), kind: 'fixed', questionId, count: '1' });

function slotDraftOf(plan: SlotPlan): SlotDraft {
  const maxMark = printNumber(plan.maxMark);
  if (plan.kind === 'fixed') return { ...fixedSlot(plan.questionId), maxMark };
  const { categoryId, withSubcategories, tag, difficulty, count } = plan;
  const source = { categoryId: categoryId ?? '', withSubcategories, tag: tag ?? '', difficulty: difficulty ?? '' };
  return { ...blankSlot(), ...source, count: String(count), maxMark };
}

/** The matrix with its entries in one order, so that equal ones compare equal. */
export function reviewDraft(matrix: ReviewMatrix): Record<ReviewWhen, ReviewWhat[]> {
  const entries = REVIEW_WHENS.map((when) => [when, [...matrix[when]].sort()] as const);
  return Object.fromEntries(entries) as Record<ReviewWhen, ReviewWhat[]>;
}

/** 7.5 as '7,5': the comma is what authors here write, and both are read. */
export function printNumber(value: number): string {
  return String(Number(value.toFixed(5))).replace('.', ',');
}

/** '2026-11-22T08:15' on the clock of Việt Nam. */
export function printInstant(instant: Date | null): string {
  return instant ? `${dateOf(instant)}T${formatTime(instant).slice(0, 5)}` : '';
}

/** How many questions a paper of this draft has and what they are worth, as far as what is typed makes sense. */
export function paperSize(slots: readonly SlotDraft[]): { questions: number; marks: number } {
  const read = (text: string) => Math.max(0, Number(text.trim().replace(',', '.')) || 0);
  return slots.reduce(
    ({ questions, marks }, slot) => {
      const count = slot.kind === 'fixed' ? 1 : read(slot.count);
      return { questions: questions + count, marks: marks + count * read(slot.maxMark) };
    },
    { questions: 0, marks: 0 },
  );
}
