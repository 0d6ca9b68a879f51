import { expect, it } from 'vitest';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { type Attempt, stateAt } from '#app/features/quiz/core/attempt.ts';
import { hasChecks } from '#app/features/quiz/core/behaviour.ts';
import { drawPaper } from '#app/features/quiz/core/draw-paper.ts';
import { feedbackFor } from '#app/features/quiz/core/feedback-band.ts';
import { gradeOfAttempts } from '#app/features/quiz/core/grade.ts';
import { markPaper } from '#app/features/quiz/core/mark-paper.ts';
import { decideMarks } from '#app/features/quiz/core/marking/decide-marks.ts';
import { isAllowedFrom } from '#app/features/quiz/core/networks.ts';
import { pagesOf } from '#app/features/quiz/core/paper.ts';
import { mayReview, REVIEW_PRESETS } from '#app/features/quiz/core/review.ts';
import { openSlots } from '#app/features/quiz/core/rules/forward.ts';
import { DEFAULT_SETTINGS, type QuizSettings } from '#app/features/quiz/core/settings.ts';
import { settingsProblems } from '#app/features/quiz/core/settings-problems.ts';
import { mayStart } from '#app/features/quiz/core/start.ts';
import { deadlineOf } from '#app/features/quiz/core/timing.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 1, 0, seconds));
const slots = [1, 2, 3, 4].map((slot) => ({ slot }));
const body: QuestionBody = { type: 'true-false', stem: '?', answer: true };
const tries = [{ response: false, fraction: 0, at: at(0) }];
const marked = (settings: QuizSettings, work: object = {}) =>
  markPaper([{ slot: 1, maxMark: 1, body, response: true, ...work }], settings);
const threeQuarters = (settings: QuizSettings) =>
  markPaper(
    [
      { slot: 1, maxMark: 3, body, response: true },
      { slot: 2, maxMark: 1, body, response: false },
    ],
    settings,
  );
const begun = { id: 'a', number: 1, slotCount: 4, startedAt: at(0) };
const running = ({ graceSeconds }: QuizSettings, now: Date) =>
  stateAt({ ...begun, state: 'in-progress', deadlineAt: at(60), graceSeconds }, now).state;
const ended: Attempt = {
  ...{ ...begun, state: 'submitted', deadlineAt: null, graceSeconds: 0 },
  ...{ submittedAt: at(10), cause: 'learner' },
};
const again = (settings: QuizSettings) => mayStart(settings, [ended], at(20)).kind;
const fresh = (settings: QuizSettings) => mayStart(settings, [], at(20)).kind;
const drawn = (settings: QuizSettings, what: 'questions' | 'options') => {
  const ids = Array.from({ length: 12 }, (_, index) => `q${index}`);
  const result = drawPaper({
    ...{ seenCounts: new Map(), seed: 's', settings },
    slots: ids.map((questionId) => ({ kind: 'fixed', questionId, maxMark: 1 })),
    candidates: ids.map((id) => ({
      ...{ questionId: id, questionVersionId: id, categoryId: 'c', difficulty: 'easy', tags: [] },
    })),
    optionOrder: (_question, chance, { shuffle }) => (shuffle ? chance.shuffle([...'abcdefgh']) : [...'abcdefgh']),
  });
  if ('problem' in result) throw new Error(result.problem);
  return what === 'questions'
    ? result.paper.every(({ questionId }, index) => questionId === ids[index])
    : result.paper.every(({ optionOrder }) => optionOrder.join('') === 'abcdefgh');
};

/** What is decided with the one value and with the other; the rest as an exam begins. */
type Case = [
  one: Partial<QuizSettings>,
  other: Partial<QuizSettings>,
  decide: (settings: QuizSettings) => unknown,
  unknown,
  unknown,
];

/** Every option there is: a new one without a line here does not compile. The doors are walked through in exam-options.test.ts. */
const cases: Record<keyof QuizSettings, Case> = {
  kind: [
    { kind: 'exam', behaviour: 'immediate' },
    { kind: 'practice', behaviour: 'immediate' },
    (settings) => settingsProblems(settings).map(({ code }) => code),
    ['exam-with-checks'],
    [],
  ],
  timeLimitSeconds: [
    { timeLimitSeconds: 60 },
    { timeLimitSeconds: 0 },
    (settings) => deadlineOf({ startedAt: at(0), ...settings }),
    at(60),
    null,
  ],
  openAt: [{ openAt: at(30) }, { openAt: null }, fresh, 'refused', 'start'],
  closeAt: [{ closeAt: at(10) }, { closeAt: null }, fresh, 'refused', 'start'],
  graceSeconds: [
    { graceSeconds: 10 },
    { graceSeconds: 0 },
    (settings) => running(settings, at(65)),
    'overdue',
    'submitted',
  ],
  attemptsAllowed: [{ attemptsAllowed: 1 }, { attemptsAllowed: 2 }, again, 'refused', 'start'],
  which: [{ which: 'first' }, { which: 'last' }, ({ which }) => gradeOfAttempts([3, 8], which), 3, 8],
  passGrade: [{ passGrade: 9 }, { passGrade: 5 }, (settings) => threeQuarters(settings).passed, false, true],
  gradeScale: [{ gradeScale: 10 }, { gradeScale: 100 }, (settings) => marked(settings).grade, 10, 100],
  shuffleQuestions: [
    { shuffleQuestions: true },
    { shuffleQuestions: false },
    (settings) => drawn(settings, 'questions'),
    false,
    true,
  ],
  shuffleOptions: [
    { shuffleOptions: true },
    { shuffleOptions: false },
    (settings) => drawn(settings, 'options'),
    false,
    true,
  ],
  questionsPerPage: [
    { questionsPerPage: 3 },
    { questionsPerPage: 0 },
    (settings) => pagesOf(slots, settings.questionsPerPage).length,
    2,
    1,
  ],
  delayBetweenAttemptsSeconds: [
    { attemptsAllowed: 2, delayBetweenAttemptsSeconds: 60 },
    { attemptsAllowed: 2, delayBetweenAttemptsSeconds: 0 },
    again,
    'refused',
    'start',
  ],
  review: [
    { review: REVIEW_PRESETS['just-after'] },
    { review: REVIEW_PRESETS.never },
    (settings) => mayReview(ended, settings, at(20)).has('right-answer'),
    true,
    false,
  ],
  thresholds: [
    { thresholds: { excellent: 10, good: 7, average: 5 } },
    { thresholds: { excellent: 10, good: 9.5, average: 9 } },
    (settings) => threeQuarters(settings).classification,
    'good',
    'failed',
  ],
  behaviour: [{ behaviour: 'hand' }, { behaviour: 'deferred' }, (settings) => marked(settings).grade, null, 10],
  certainty: [
    { certainty: true },
    { certainty: false },
    (settings) => marked(settings, { response: false, certainty: 3 }).markSum,
    -2,
    0,
  ],
  triesAllowed: [
    { behaviour: 'tries', triesAllowed: 1 },
    { behaviour: 'tries', triesAllowed: 0 },
    (settings) => marked(settings, { tries }).markSum,
    0,
    1,
  ],
  tryPenalty: [
    { behaviour: 'tries', tryPenalty: 0.25 },
    { behaviour: 'tries', tryPenalty: 0 },
    (settings) => marked(settings, { tries }).markSum,
    0.75,
    1,
  ],
  forwardOnly: [
    { forwardOnly: true, questionsPerPage: 2 },
    { forwardOnly: false, questionsPerPage: 2 },
    (settings) => [...openSlots(slots, settings, 2)],
    [3, 4],
    [1, 2, 3, 4],
  ],
  access: [
    { access: { kind: 'password', password: '' } },
    { access: { kind: 'none', password: '' } },
    (settings) => settingsProblems(settings).map(({ code }) => code),
    ['password-missing'],
    [],
  ],
  networks: [
    { networks: ['10.35.0.0/16'] },
    { networks: [] },
    ({ networks }) => isAllowedFrom(networks, '192.168.1.4'),
    false,
    true,
  ],
  feedbackBands: [
    { feedbackBands: [{ from: 8, text: 'Tốt' }] },
    { feedbackBands: [] },
    ({ feedbackBands }) => feedbackFor(9, feedbackBands),
    'Tốt',
    '',
  ],
  markers: [
    { markers: 2 },
    { markers: 1 },
    (settings) => decideMarks([{ round: 1, fraction: 0.5 }], { ...settings, markersWanted: settings.markers }).state,
    'second',
    'done',
  ],
  disagreementFraction: [
    { markers: 2, disagreementFraction: 0.1 },
    { markers: 2, disagreementFraction: 0.5 },
    (settings) => {
      const marks = [0.4, 0.7].map((fraction, index) => ({ round: index + 1, fraction }));
      return decideMarks(marks, { ...settings, markersWanted: settings.markers }).state;
    },
    'third',
    'done',
  ],
};
it.each(Object.entries(cases))('%s decides something', (_, [one, other, decide, withOne, withOther]) => {
  expect(decide({ ...DEFAULT_SETTINGS.exam, ...one })).toEqual(withOne);
  expect(decide({ ...DEFAULT_SETTINGS.exam, ...other })).toEqual(withOther);
});

it('leaves no way of attempting a question out', () => {
  expect((['deferred', 'immediate', 'tries', 'hand'] as const).map((behaviour) => hasChecks({ behaviour }))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
