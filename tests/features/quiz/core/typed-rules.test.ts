import { describe, expect, it } from 'vitest';
import type { QuizProblem } from '#app/features/quiz/core/quiz-draft-content.ts';
import { readTypedRules, usualRules } from '#app/features/quiz/core/typed-rules.ts';

const read = (timeLimitMinutes: string, attemptsAllowed: string, passGrade: string) => {
  const problems: QuizProblem[] = [];
  const rules = readTypedRules({ timeLimitMinutes, attemptsAllowed, passGrade }, { gradeScale: 10 }, problems);
  return { ...rules, problems: problems.map(({ field, code }) => `${field} ${code}`) };
};

describe('rules as an author types them', () => {
  it('reads minutes, attempts and a grade with a comma', () => {
    expect(read('45', '2', '6,5')).toEqual({
      ...{ timeLimitSeconds: 2700, attemptsAllowed: 2, passGrade: 6.5, problems: [] },
    });
    expect(read('', '', '5')).toMatchObject({ timeLimitSeconds: 0, attemptsAllowed: 0, problems: [] });
  });

  it('says by field what it cannot read', () => {
    expect(read('nửa giờ', '1,5', '').problems).toEqual([
      ...['timeLimitMinutes not-a-number', 'attemptsAllowed not-a-number', 'passGrade missing'],
    ]);
    expect(read('2000', '-1', '11').problems).toEqual([
      ...['timeLimitMinutes out-of-range', 'attemptsAllowed out-of-range', 'passGrade out-of-range'],
    ]);
  });
});

describe('where a form begins', () => {
  it('gives an exam about a minute for each question and practice no limits', () => {
    expect(usualRules('exam', 38)).toEqual({ timeLimitMinutes: '40', attemptsAllowed: '1', passGrade: '5' });
    expect(usualRules('exam', 3).timeLimitMinutes).toBe('10');
    expect(usualRules('exam', 1000).timeLimitMinutes).toBe('180');
    expect(usualRules('practice', 38)).toEqual({ timeLimitMinutes: '', attemptsAllowed: '', passGrade: '5' });
  });

  it('begins with what can be read', () => {
    for (const kind of ['exam', 'practice'] as const)
      for (const count of [0, 1, 40, 1000]) {
        const { timeLimitMinutes, attemptsAllowed, passGrade } = usualRules(kind, count);
        expect(read(timeLimitMinutes, attemptsAllowed, passGrade).problems).toEqual([]);
      }
  });
});
