// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DueAssignment, LearnerHome } from '#app/features/courses/queries/learner-home.server.ts';
import { CourseOutline } from '#app/features/courses/ui/course-outline.tsx';
import { LearnerWork } from '#app/features/courses/ui/learner-work.tsx';
import { type QuizLink, QuizLinks } from '#app/features/courses/ui/quiz-links.tsx';
import { renderAt } from '#tests/ui/in-router.tsx';

const assignment = (change: Partial<DueAssignment> = {}): DueAssignment => ({
  ...{ id: 'a', title: 'Đợt một', courseId: 'c', courseTitle: 'Khóa học' },
  ...{ isClosed: false, isExempt: false, isExtended: false },
  ...{ dueAt: new Date('2026-11-30T16:59:59.999Z'), due: { state: 'soon', days: 3 } },
  rule: { lessons: 'all', quizIds: [] },
  standing: { lessons: { done: 1, total: 4 }, quizzes: null, state: 'in-progress' },
  ...change,
});
const next = {
  ...{ courseId: 'c', courseTitle: 'Khóa học', lessonId: 'l', lessonTitle: 'Bài hai' },
  ...{ minutes: 6, isBegun: true },
};
const exam = (change: Partial<QuizLink>): QuizLink => ({
  ...{ id: 'q', title: 'Kiểm tra', kind: 'exam', questionCount: 20, timeLimitSeconds: 1800, attemptsAllowed: 2 },
  ...{ attemptsUsed: 0, grade: null, gradeScale: 10, passed: null, openAttemptId: null, sessionId: null },
  ...{ start: 'start', ...change },
});
const show = (home: LearnerHome) => renderAt('/', <LearnerWork home={home} />);

describe("the learner's home", () => {
  it('says that nothing is assigned', () => {
    show({ assignments: [], continueWith: null });
    expect(screen.getByText('Chưa có nội dung nào được giao')).toBeVisible();
  });

  it('has one thing to do next, and says what is due with its denominator', () => {
    show({ assignments: [assignment()], continueWith: next });
    expect(screen.getByRole('link', { name: 'Đọc tiếp' })).toHaveAttribute('href', '/courses/c/lessons/l');
    expect(screen.getByText('Hạn 30/11/2026, còn 3 ngày')).toBeVisible();
    expect(screen.getByRole('progressbar', { name: 'Bài học' })).toHaveAttribute(
      'aria-valuetext',
      'đã đọc 1/4 bài, 25%',
    );
  });

  const read = { lessons: { done: 4, total: 4 }, quizzes: { done: 0, total: 1 }, state: 'in-progress' } as const;
  const both = assignment({ rule: { lessons: 'all', quizIds: ['q'] } });

  it.each([
    ['leads first to an exam whose time runs', { openAttemptId: 'x' }, both, next, 'Làm tiếp', '/attempts/x'],
    [
      'leads to the exam that is left once the lessons are read',
      {},
      { ...both, standing: read },
      null,
      'Vào bài kiểm tra',
      '/quizzes/q',
    ],
    [
      'leads to an exam that is asked for before lessons that may be read freely',
      {},
      { ...both, standing: read },
      { ...next, courseId: 'other' },
      'Vào bài kiểm tra',
      '/quizzes/q',
    ],
  ] as const)('%s', (_, change, given, continueWith, name, address) => {
    renderAt('/', <LearnerWork home={{ assignments: [given], continueWith }} quizzes={[exam(change)]} />);
    expect(screen.getByRole('link', { name })).toHaveAttribute('href', address);
    expect(screen.queryByRole('link', { name: 'Đọc tiếp' })).toBeNull();
  });

  const alone = (dueAt: string | null, change: Partial<DueAssignment> = {}) =>
    assignment({
      ...{ id: 'b', title: 'Chỉ kiểm tra', rule: { lessons: 'none', quizIds: ['q'] } },
      ...{ dueAt: dueAt ? new Date(dueAt) : null, standing: { ...read, lessons: null } },
      ...change,
    });
  it.each([
    [
      'an overdue exam before a lesson that is merely due',
      alone('2026-11-20T16:59:59.999Z'),
      {},
      ...['/quizzes/q', '/courses/c/lessons/l'],
    ],
    ['the lesson before an exam that is due later', alone('2026-12-20T16:59:59.999Z'), {}, '/courses/c/lessons/l'],
    ['the lesson before an exam of the same day', alone('2026-11-30T16:59:59.999Z'), {}, '/courses/c/lessons/l'],
    ['the lesson before an exam without a date', alone(null), {}, '/courses/c/lessons/l'],
    [
      'the lesson before an overdue exam that is closed',
      alone('2026-11-20T16:59:59.999Z'),
      { start: 'closed' },
      '/courses/c/lessons/l',
    ],
    [
      'the lesson before an exam from which the reader is exempt',
      alone('2026-11-20T16:59:59.999Z', { isExempt: true }),
      {},
      '/courses/c/lessons/l',
    ],
  ] as const)('puts %s', (_, other, change, ...addresses) => {
    const home = { assignments: [assignment(), other], continueWith: next };
    renderAt('/', <LearnerWork home={home} quizzes={[exam(change)]} />);
    const panel = screen.getAllByRole('link', { name: /Vào bài kiểm tra|Đọc tiếp/ });
    expect(panel.map((link) => link.getAttribute('href'))).toEqual(addresses);
  });

  it.each([
    [{ due: { state: 'late', days: -4 } as const }, 'Quá hạn 4 ngày (30/11/2026)'],
    [{ due: { state: 'soon', days: 0 } as const }, 'Hạn hôm nay'],
    [{ due: { state: 'later', days: 20 } as const }, 'Hạn 30/11/2026, còn 20 ngày'],
    [{ due: { state: 'none' } as const, dueAt: null }, 'Không đặt hạn'],
    [{ isClosed: true }, 'Đã đóng'],
  ])('tells a due date in words: %j', (change, text) => {
    show({ assignments: [assignment(change)], continueWith: next });
    expect(screen.getByText(text)).toBeVisible();
  });

  it('never calls late who is done', () => {
    const standing = { lessons: { done: 4, total: 4 }, quizzes: null, state: 'done' } as const;
    show({ assignments: [assignment({ standing, due: { state: 'late', days: -4 } })], continueWith: null });
    expect(screen.getByText('Đồng chí đã hoàn thành mọi việc được giao')).toBeVisible();
    expect(screen.queryByText(/Quá hạn/)).toBeNull();
  });
});

describe('the outline of a course', () => {
  it('says of each lesson whether it was read', () => {
    const lessons = (['read', 'begun', 'unread'] as const).map((state) => ({
      ...{ id: state, title: `Bài ${state}`, minutes: 5, state },
    }));
    const module = { id: 'm', code: 'kh-01', title: 'Văn bản', summary: 'Tóm tắt', lessons };
    renderAt('/', <CourseOutline courseId="c" modules={[module]} />);
    expect(screen.getByRole('heading', { name: 'Chuyên đề 1. Văn bản' })).toBeVisible();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Bài read5 phút đọcĐã đọc',
      'Bài begun5 phút đọcĐang đọc',
      'Bài unread5 phút đọcChưa đọc',
    ]);
  });
});

describe('the quizzes of a course', () => {
  it.each([
    [{}, 'Chưa làm'],
    [{ openAttemptId: 'x' }, 'Đang làm dở'],
    [{ attemptsUsed: 1 }, 'Đã nộp'],
    [{ attemptsUsed: 1, grade: 7.5, passed: true }, 'Đạt 7,5/10'],
    [{ attemptsUsed: 1, grade: 4, passed: false }, 'Chưa đạt 4/10'],
  ])('%j: %s', (change, text) => {
    renderAt('/', <QuizLinks quizzes={[exam(change)]} />);
    expect(screen.getByText(text)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Kiểm tra' })).toHaveAttribute('href', '/quizzes/q');
  });

  it('says how it is taken', () => {
    renderAt('/', <QuizLinks quizzes={[exam({ attemptsUsed: 1 })]} />);
    expect(screen.getByText('Kiểm tra · 20 câu · 30 phút · đã làm 1/2 lần')).toBeVisible();
  });
});
