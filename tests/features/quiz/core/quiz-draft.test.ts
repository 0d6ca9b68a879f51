import { describe, expect, it } from 'vitest';
import { mergeQuizDrafts, quizChanges } from '#app/features/quiz/core/quiz-changes.ts';
import { blankSlot, changeQuizDraft, type QuizDraft, quizDraftOf } from '#app/features/quiz/core/quiz-draft.ts';
import { contentOfQuizDraft } from '#app/features/quiz/core/quiz-draft-content.ts';
import { DEFAULT_SETTINGS, type QuizSettings } from '#app/features/quiz/core/settings.ts';

const exam = DEFAULT_SETTINGS.exam;
const draw = (categoryId: string, count = '5') => ({ ...blankSlot(), categoryId, count });
const start = (): QuizDraft => ({
  ...quizDraftOf({ title: 'Kiểm tra', instructions: '', courseId: null, moduleCode: null, settings: exam, slots: [] }),
  slots: [draw('c1'), draw('c2')],
});

function settingsOf(draft: QuizDraft, kept: QuizSettings = exam): QuizSettings {
  const reading = contentOfQuizDraft(draft, kept);
  if (reading.kind !== 'sound') throw new Error(JSON.stringify(reading.problems));
  return reading.quiz.settings;
}

describe('a quiz draft', () => {
  it('means a quiz and shows it again', () => {
    const reading = contentOfQuizDraft({ ...start(), place: 'k1/m1', passGrade: '6,5', timeLimitMinutes: '1,5' }, exam);
    if (reading.kind !== 'sound') throw new Error('unsound');
    expect(reading.quiz).toMatchObject({
      courseId: 'k1',
      moduleCode: 'm1',
      settings: { passGrade: 6.5, timeLimitSeconds: 90 },
    });
    expect(contentOfQuizDraft(quizDraftOf(reading.quiz), exam)).toEqual(reading);
  });

  it('keeps whether a draw takes the subcategories, and says when that was changed', () => {
    const wide = { ...start(), slots: [{ ...draw('c1'), withSubcategories: true }] };
    const reading = contentOfQuizDraft(wide, exam);
    if (reading.kind !== 'sound') throw new Error('unsound');
    expect(reading.quiz.slots).toMatchObject([{ categoryId: 'c1', withSubcategories: true }]);
    expect(quizDraftOf(reading.quiz).slots).toEqual(wide.slots);
    const narrow = { ...wide, slots: [draw('c1')] };
    expect(quizChanges(wide, narrow).map(({ field }) => field)).toEqual(['slot', 'slot']);
  });

  it('on another scale brings along the grades that were left as they were, and no other', () => {
    const bands = [{ from: 8, text: 'Tốt' }];
    const kept = { ...exam, feedbackBands: bands };
    const shown = { ...start(), bands: [{ from: '8', text: 'Tốt' }] };
    expect(settingsOf({ ...shown, gradeScale: '100', thresholdGood: '65' }, kept)).toMatchObject({
      ...{ gradeScale: 100, passGrade: 50, feedbackBands: [{ from: 80, text: 'Tốt' }] },
      thresholds: { excellent: exam.thresholds.excellent * 10, good: 65, average: exam.thresholds.average * 10 },
    });
    // A pass grade of the new scale is no longer one of the old.
    expect(settingsOf({ ...shown, gradeScale: '100', passGrade: '60' }, kept).passGrade).toBe(60);
    expect(contentOfQuizDraft({ ...shown, passGrade: '60' }, kept).kind).toBe('invalid');
  });

  it('reads empty limits as none', () => {
    const draft = { ...start(), timeLimitMinutes: '', attemptsAllowed: ' ', questionsPerPage: '' };
    expect(settingsOf(draft)).toMatchObject({ timeLimitSeconds: 0, attemptsAllowed: 0, questionsPerPage: 0 });
  });

  it('reads instants on the clock of Việt Nam and keeps what it shows less exactly', () => {
    const kept = { ...exam, closeAt: new Date('2026-12-01T16:59:59.999Z') };
    const draft = { ...start(), openAt: '2026-11-30T07:00', closeAt: '2026-12-01T23:59' };
    expect(settingsOf(draft, kept)).toMatchObject({ openAt: new Date('2026-11-30T00:00:00Z'), closeAt: kept.closeAt });
  });

  it.each([
    ['gradeScale', '', 'missing'],
    ['gradeScale', '12,5', 'not-a-number'],
    ['gradeScale', '0', 'out-of-range'],
    ['title', '  ', 'missing'],
    ['title', 'x'.repeat(201), 'too-long'],
    ['instructions', 'x'.repeat(5001), 'too-long'],
    ['timeLimitMinutes', 'nửa giờ', 'not-a-number'],
    ['timeLimitMinutes', '1441', 'out-of-range'],
    ['attemptsAllowed', '1,5', 'not-a-number'],
    ['attemptsAllowed', '-1', 'out-of-range'],
    ['passGrade', '', 'missing'],
    ['passGrade', '10,5', 'out-of-range'],
    ['questionsPerPage', '201', 'out-of-range'],
    ['openAt', '2026-02-30T07:00', 'not-a-date'],
    ['closeAt', 'mai', 'not-a-date'],
  ] as const)('names %s for %j', (field, value, code) => {
    const reading = contentOfQuizDraft({ ...start(), [field]: value }, exam);
    expect(reading).toEqual({ kind: 'invalid', problems: [{ field, code }] });
  });

  it('names contradictions and each wrong field of a slot', () => {
    const slots = [
      { ...draw(''), count: '0', maxMark: 'một' },
      { ...blankSlot(), kind: 'fixed' as const, questionId: 'q1' },
      { ...blankSlot(), kind: 'fixed' as const, questionId: 'q1' },
    ];
    const reading = contentOfQuizDraft(
      { ...start(), openAt: '2026-11-30T07:00', closeAt: '2026-11-30T07:00', slots },
      exam,
    );
    expect(reading.kind === 'invalid' && reading.problems).toEqual([
      { field: 'slots[0].maxMark', code: 'not-a-number' },
      { field: 'slots[0].categoryId', code: 'missing' },
      { field: 'slots[0].count', code: 'out-of-range' },
      { field: 'slots[2].questionId', code: 'duplicate-question' },
      { field: 'closeAt', code: 'close-not-after-open' },
    ]);
  });
});

describe('the buttons of the quiz editor', () => {
  it('add, move and remove slots, pick questions once, choose a review preset', () => {
    const draft = start();
    expect(changeQuizDraft(draft, 'slots.add')?.slots).toHaveLength(3);
    expect(changeQuizDraft(draft, 'slots.raise.1')?.slots.map((slot) => slot.categoryId)).toEqual(['c2', 'c1']);
    expect(changeQuizDraft(draft, 'slots.remove.0')?.slots.map((slot) => slot.categoryId)).toEqual(['c2']);
    const picked = changeQuizDraft(draft, 'slots.pick', ['q1', 'q2', 'q1'])!;
    expect(changeQuizDraft(picked, 'slots.pick', ['q2', 'q3'])?.slots.map((slot) => slot.questionId)).toEqual([
      '',
      '',
      'q1',
      'q2',
      'q3',
    ]);
    expect(changeQuizDraft(draft, 'review.never')?.review['after-close']).toEqual(['overall']);
    expect(changeQuizDraft(draft, 'save')).toBeNull();
  });
});

describe('two editors', () => {
  const base = start();
  const theirs: QuizDraft = { ...base, timeLimitMinutes: '45', slots: [draw('c1', '8'), draw('c2'), draw('c3')] };
  const mine: QuizDraft = { ...base, title: 'Kiểm tra cuối khóa', slots: [draw('c1'), draw('c4')] };

  it('are told what changed field by field', () => {
    expect(quizChanges(base, theirs)).toEqual([
      { field: 'timeLimitMinutes', before: '30', after: '45' },
      { field: 'slot', slot: draw('c1', '8'), before: draw('c1'), after: draw('c1', '8') },
      { field: 'slot', slot: draw('c3'), before: null, after: draw('c3') },
    ]);
    expect(quizChanges(base, { ...base, slots: [...base.slots].reverse() })).toEqual([{ field: 'slot-order' }]);
    expect(quizChanges(base, start())).toEqual([]);
  });

  it('merge: mine where I changed it, theirs elsewhere', () => {
    const merged = mergeQuizDrafts(base, mine, theirs);
    expect(merged).toMatchObject({ title: 'Kiểm tra cuối khóa', timeLimitMinutes: '45' });
    expect(merged.slots.map(({ categoryId, count }) => `${categoryId} ${count}`)).toEqual(['c1 8', 'c3 5', 'c4 5']);
  });

  it('keep what one took away and the other changed: nothing is lost silently', () => {
    const removed = { ...base, slots: [draw('c2')] };
    expect(mergeQuizDrafts(base, removed, theirs).slots.map(({ categoryId }) => categoryId)).toEqual([
      'c1',
      'c2',
      'c3',
    ]);
  });
});
