import { difficulties } from '#app/features/questions/core/question.ts';
import { isLocalDate, startOfDay } from '#app/kernel/vietnam-time.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import type { SlotPlan } from './draw-paper.ts';
import { onGradeScale } from './grade-scale.ts';
import { type AuthoredQuiz, printInstant, type QuizDraft, type SlotDraft } from './quiz-draft.ts';
import { readRules } from './quiz-rules-content.ts';
import { type Bounds, readNumber } from './read-number.ts';
import type { QuizSettings } from './settings.ts';
import { settingsProblems } from './settings-problems.ts';
import { readTypedRules } from './typed-rules.ts';

export type QuizProblemCode =
  | 'missing'
  | 'too-long'
  | 'too-many'
  | 'not-a-number'
  | 'out-of-range'
  | 'not-a-date'
  | 'close-not-after-open'
  | 'thresholds-not-falling'
  | 'exam-with-checks'
  | 'password-missing'
  | 'not-a-network'
  | 'forward-needs-pages'
  | 'bands-repeat'
  | 'scale-in-use'
  | 'certainty-needs-a-key'
  | 'duplicate-question'
  | 'unknown-question'
  | 'unknown-category'
  | 'unknown-place'
  | 'archived-question'
  | 'not-enough-questions';

/** What keeps a quiz from being saved or published, by the field of the form ('slots[2].count'). */
export interface QuizProblem {
  field: string;
  code: QuizProblemCode;
  /** Of 'not-enough-questions'. */
  wanted?: number;
  found?: number;
  /** Of 'not-a-network': what was typed. */
  text?: string;
}

export type QuizDraftReading =
  | { readonly kind: 'sound'; readonly quiz: AuthoredQuiz }
  | { readonly kind: 'invalid'; readonly problems: QuizProblem[] };

const LONGEST_TITLE = 200;
const LONGEST_INSTRUCTIONS = 5000;
const MOST_SLOTS = 200;
const MOST_GRADE = 1000;

/**
 * Reads a draft against the settings stored so far: what the form shows less exactly is kept, and grades that were left as
 * they were follow a new scale.
 */
export function contentOfQuizDraft(typed: QuizDraft, kept: QuizSettings): QuizDraftReading {
  const problems: QuizProblem[] = [];
  const number = (field: string, text: string, bounds: Bounds) => readNumber(field, text, bounds, problems);
  const scale = number('gradeScale', typed.gradeScale, { least: 1, most: MOST_GRADE, isWhole: true });
  const gradeScale = problems.length === 0 ? scale : kept.gradeScale;
  const draft = onGradeScale(typed, kept, gradeScale);
  const instant = (field: 'openAt' | 'closeAt') =>
    draft[field] === printInstant(kept[field]) ? kept[field] : readInstant(field, draft[field], problems);
  const title = nfc(draft.title).trim().replace(/\s+/g, ' ');
  const instructions = nfc(draft.instructions).replace(/\r\n?/g, '\n').trim();
  if (title === '') problems.push({ field: 'title', code: 'missing' });
  if (title.length > LONGEST_TITLE) problems.push({ field: 'title', code: 'too-long' });
  if (instructions.length > LONGEST_INSTRUCTIONS) problems.push({ field: 'instructions', code: 'too-long' });
  const settings: QuizSettings = {
    ...kept,
    kind: draft.kind,
    which: draft.which,
    shuffleQuestions: draft.shuffleQuestions,
    shuffleOptions: draft.shuffleOptions,
    review: draft.review,
    gradeScale,
    ...readTypedRules(draft, { gradeScale }, problems),
    questionsPerPage: number('questionsPerPage', draft.questionsPerPage, { most: 200, ifEmpty: 0, isWhole: true }),
    openAt: instant('openAt'),
    closeAt: instant('closeAt'),
    ...readRules(draft, { gradeScale }, problems),
  };
  if (draft.slots.length > MOST_SLOTS) problems.push({ field: 'slots', code: 'too-many' });
  const slots = draft.slots.map((slot, index) => readSlot(slot, index, draft.slots, problems));
  // A field that cannot be read is said so; what it would contradict is not known yet.
  const unread = new Set(problems.map(({ field }) => field));
  for (const problem of settingsProblems(settings)) {
    const field = FORM_FIELD[problem.field] ?? problem.field;
    if (!unread.has(field)) problems.push({ ...problem, field });
  }
  if (problems.length > 0) return { kind: 'invalid', problems };
  const [courseId = '', moduleCode = ''] = draft.place.split('/');
  const place = { courseId: courseId || null, moduleCode: moduleCode || null };
  return { kind: 'sound', quiz: { title, instructions, ...place, settings, slots } };
}

/** Where the form says what is wrong with a setting that has several fields, or another name. */
const FORM_FIELD: Partial<Record<keyof QuizSettings, string>> = {
  thresholds: 'thresholdExcellent',
  access: 'accessPassword',
  feedbackBands: 'bands',
};

function readSlot(slot: SlotDraft, index: number, all: readonly SlotDraft[], problems: QuizProblem[]): SlotPlan {
  const field = `slots[${index}]`;
  const maxMark = readNumber(`${field}.maxMark`, slot.maxMark, { least: 0.01, most: 100 }, problems);
  if (slot.kind === 'fixed') {
    const { questionId } = slot;
    if (questionId === '') problems.push({ field: `${field}.questionId`, code: 'missing' });
    else if (all.findIndex((other) => other.kind === 'fixed' && other.questionId === questionId) < index) {
      problems.push({ field: `${field}.questionId`, code: 'duplicate-question' });
    }
    return { kind: 'fixed', questionId, maxMark };
  }
  const { categoryId, difficulty } = slot;
  const tag = nfc(slot.tag).trim();
  if (categoryId === '' && tag === '') problems.push({ field: `${field}.categoryId`, code: 'missing' });
  if (difficulty !== '' && !(difficulties as readonly string[]).includes(difficulty)) {
    problems.push({ field: `${field}.difficulty`, code: 'out-of-range' });
  }
  const count = readNumber(`${field}.count`, slot.count, { least: 1, most: 200, isWhole: true }, problems);
  const source = {
    categoryId: categoryId || null,
    withSubcategories: categoryId !== '' && slot.withSubcategories,
    tag: tag || null,
    difficulty: difficulty || null,
  };
  return { kind: 'random', ...source, count, maxMark };
}

function readInstant(field: string, text: string, problems: QuizProblem[]): Date | null {
  if (text.trim() === '') return null;
  const match = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?$/.exec(text.trim());
  if (!match || !isLocalDate(match[1]!)) {
    problems.push({ field, code: 'not-a-date' });
    return null;
  }
  return new Date(startOfDay(match[1]!).getTime() + (Number(match[2]) * 60 + Number(match[3])) * 60_000);
}
