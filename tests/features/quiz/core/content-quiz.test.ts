import { expect, it } from 'vitest';
import { settingsOfContent } from '#app/features/quiz/core/content-quiz.ts';
import { REVIEW_PRESETS } from '#app/features/quiz/core/review.ts';
import { DEFAULT_SETTINGS } from '#app/features/quiz/core/settings.ts';
import { printQuizSettings, readQuizSettings } from '#app/features/quiz/schema.ts';

const base = { code: 'a', title: 'A', instructions: '', slots: [] };

it('fills what the file leaves out with the defaults of the kind; no time limit is none', () => {
  expect(settingsOfContent({ ...base, kind: 'exam' })).toEqual({ ...DEFAULT_SETTINGS.exam, timeLimitSeconds: 0 });
  expect(settingsOfContent({ ...base, kind: 'practice' })).toEqual({
    ...DEFAULT_SETTINGS.practice,
    timeLimitSeconds: 0,
  });
});

it('takes what the file says', () => {
  const said = {
    which: 'last',
    passGrade: 6,
    attemptsAllowed: 3,
    shuffleQuestions: false,
    questionsPerPage: 5,
  } as const;
  const settings = settingsOfContent({ ...base, ...said, kind: 'exam', timeLimitSeconds: 900, review: 'just-after' });
  expect(settings).toMatchObject({ ...said, timeLimitSeconds: 900, review: REVIEW_PRESETS['just-after'] });
});

it('is stored as JSON and read back, instants too', () => {
  const settings = { ...DEFAULT_SETTINGS.exam, openAt: new Date('2026-11-22T01:00:00Z'), closeAt: null };
  expect(readQuizSettings(printQuizSettings(settings))).toEqual(settings);
  expect(readQuizSettings('{"kind":"exam"}')).toEqual(DEFAULT_SETTINGS.exam);
  expect(() => readQuizSettings('{"kind":"other"}')).toThrow();
});
