import { describe, expect, it } from 'vitest';
import { judge, type QuizStanding, type Standing } from '#app/features/progress/core/enrolment-status.ts';
import { quizStanding } from '#app/features/progress/core/quiz-standing.ts';
import { daysLate, isOverdue, statuses } from '#app/features/progress/core/status.ts';
import { normaliseSettings } from '#app/features/quiz/core/settings.ts';

const both = { lessons: 'all' as const, quizIds: ['q'] };
const fresh: QuizStanding = {
  quizId: 'q',
  grade: null,
  classification: null,
  isPassed: false,
  attemptsUsed: 0,
  attemptsAllowed: 2,
  isOpen: false,
};
const passed = { ...fresh, grade: 8, classification: 'excellent' as const, isPassed: true, attemptsUsed: 1 };
const lost = { ...fresh, grade: 3, classification: 'failed' as const, attemptsUsed: 2 };
const nobody: Standing = {
  lessonsRead: 0,
  lessonsTotal: 2,
  quizzes: [fresh],
  attempts: 0,
  isExempt: false,
  wasCompleted: false,
};

describe('judge', () => {
  it.each([
    ['nothing done', {}, 'not-started', null],
    ['one lesson', { lessonsRead: 1 }, 'in-progress', null],
    [
      'an attempt under way',
      { attempts: 1, quizzes: [{ ...fresh, attemptsUsed: 1, isOpen: true }] },
      'in-progress',
      null,
    ],
    ['a practice outside of the rule', { attempts: 1 }, 'in-progress', null],
    ['all read, not examined', { lessonsRead: 2 }, 'in-progress', null],
    ['passed, not read', { attempts: 1, quizzes: [passed] }, 'in-progress', 'excellent'],
    ['all read and passed', { lessonsRead: 2, attempts: 1, quizzes: [passed] }, 'completed', 'excellent'],
    ['failed once of two', { attempts: 1, quizzes: [{ ...lost, attemptsUsed: 1 }] }, 'in-progress', 'failed'],
    ['no attempts left', { attempts: 2, quizzes: [lost] }, 'failed', 'failed'],
    [
      'the last attempt waits for a marker',
      { attempts: 2, quizzes: [{ ...lost, isOpen: true }] },
      'in-progress',
      'failed',
    ],
    [
      'unlimited attempts are never used up',
      { attempts: 9, quizzes: [{ ...lost, attemptsAllowed: 0 }] },
      'in-progress',
      'failed',
    ],
    ['exempt, whatever was done', { isExempt: true, lessonsRead: 2, quizzes: [passed] }, 'exempt', null],
    [
      'a lesson was added after completion',
      { lessonsRead: 1, wasCompleted: true, quizzes: [passed] },
      'completed',
      'excellent',
    ],
    [
      'a pass was taken back after completion',
      { lessonsRead: 2, wasCompleted: true, attempts: 1 },
      'in-progress',
      null,
    ],
  ] as const)('%s', (_, given, status, classification) => {
    expect(judge(both, { ...nobody, ...given })).toMatchObject({ status, classification });
  });

  it('lets the weakest required quiz speak for the whole, once all have a grade', () => {
    const rule = { lessons: 'none' as const, quizIds: ['q', 'r'] };
    const good = { ...passed, quizId: 'r', grade: 7.2, classification: 'good' as const };
    const of = (quizzes: QuizStanding[]) => judge(rule, { ...nobody, attempts: 2, quizzes });
    expect(of([passed, good])).toEqual({ status: 'completed', classification: 'good', grade: 7.2 });
    expect(of([passed, { ...fresh, quizId: 'r' }])).toEqual({
      status: 'in-progress',
      classification: null,
      grade: null,
    });
    expect(of([lost, { ...fresh, quizId: 'r' }])).toEqual({ status: 'failed', classification: 'failed', grade: 3 });
  });

  it.each([
    ['a lesson of the course', { lessonsRead: 2 }, 'not-started'],
    ['a practice outside of the rule', { attempts: 1 }, 'not-started'],
    ['an attempt under way', { attempts: 1, quizzes: [{ ...fresh, attemptsUsed: 1, isOpen: true }] }, 'in-progress'],
    ['an attempt failed, one left', { attempts: 1, quizzes: [{ ...lost, attemptsUsed: 1 }] }, 'in-progress'],
  ] as const)('where an examination alone is asked for, %s leaves it %s', (_, given, status) => {
    expect(judge({ lessons: 'none', quizIds: ['q'] }, { ...nobody, ...given }).status).toBe(status);
  });

  it('counts nobody as completed where nothing is asked', () => {
    const empty = { ...nobody, lessonsTotal: 0, quizzes: [] };
    expect(judge({ lessons: 'all', quizIds: [] }, empty).status).toBe('not-started');
    expect(judge({ lessons: 'none', quizIds: [] }, { ...empty, lessonsRead: 1 }).status).toBe('in-progress');
  });
});

describe('quizStanding', () => {
  const settings = normaliseSettings({
    kind: 'exam',
    attemptsAllowed: 3,
    gradeScale: 20,
    passGrade: 10,
    which: 'last',
  });

  it('takes the grade by the policy of the quiz, on a scale of 10', () => {
    const attempts = [
      { number: 2, state: 'graded', grade: 9 },
      { number: 1, state: 'graded', grade: 16 },
    ];
    expect(quizStanding('q', settings, attempts)).toMatchObject({
      grade: 4.5,
      isPassed: false,
      attemptsUsed: 2,
      isOpen: false,
    });
  });

  it('waits for what is under way', () => {
    const attempts = [{ number: 1, state: 'in-progress', grade: null }];
    expect(quizStanding('q', settings, attempts)).toMatchObject({ grade: null, attemptsUsed: 1, isOpen: true });
  });
});

describe('overdue', () => {
  const dueAt = new Date('2026-11-30T16:59:59.999Z');
  const just = new Date('2026-11-30T17:00:00.000Z');

  it('holds only for who still owes something, from the instant after the due date', () => {
    expect(statuses.filter((status) => isOverdue(status, dueAt, just))).toEqual(['not-started', 'in-progress']);
    expect(isOverdue('not-started', dueAt, dueAt)).toBe(false);
    expect(isOverdue('not-started', null, just)).toBe(false);
  });

  it('is told in days, the first from midnight on', () => {
    expect(daysLate('in-progress', dueAt, just)).toBe(1);
    expect(daysLate('in-progress', dueAt, new Date('2026-12-03T03:00:00Z'))).toBe(3);
    expect(daysLate('exempt', dueAt, just)).toBeNull();
  });
});
