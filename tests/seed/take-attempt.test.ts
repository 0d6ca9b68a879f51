import { beforeAll, describe, expect, it } from 'vitest';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { createUnit } from '#app/features/org/commands/create-unit.server.ts';
import { parsePaper, printPaper } from '#app/features/quiz/core/paper.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { type CourseBank, loadCourseBank } from '#prisma/seed/course-bank.ts';
import { importContent } from '#prisma/seed/import-content.ts';
import { type DemoAttempt, type Examinee, takeAttempt } from '#prisma/seed/take-attempt.ts';
import { useTestDatabase } from '../database.ts';

useTestDatabase();

let bank: CourseBank;
beforeAll(async () => {
  const corps = await createUnit(theSystem, { parentId: null, kind: 'corps', name: 'Quân đoàn Q', shortName: 'Q' });
  bank = await loadCourseBank(await importContent(corps.id));
});

const startedAt = new Date('2026-11-01T01:00:00Z');
const later = new Date('2026-12-01T01:00:00Z');
const examinee = (ability: number): Examinee => ({ personId: 'p', ability, seen: new Map(), attempts: [] });
const take = (seed: string, who: Examinee, when: { startedAt?: Date; until?: Date } = {}) =>
  takeAttempt(seededRandom(seed), bank, who, bank.quizzes.get('nq35-kiem-tra')!, {
    ...{ id: `id-${seed}`, startedAt, until: later },
    ...when,
  });

describe('an attempt of the demonstration', () => {
  it('is the same again from the same seed', () => {
    expect(take('a', examinee(0))).toEqual(take('a', examinee(0)));
    expect(take('a', examinee(0))!.paper).not.toEqual(take('b', examinee(0))!.paper);
  });

  it('is graded within the time limit and prints a paper that reads back', () => {
    const { attempt, paper, marked, answers } = take('a', examinee(0.5))!;
    expect(attempt.state).toBe('graded');
    expect(paper).toHaveLength(20);
    expect(parsePaper(printPaper(paper))).toEqual(paper);
    expect(marked!.maxMark).toBe(20);
    const last = Math.max(...answers.map(({ savedAt }) => savedAt?.getTime() ?? 0));
    expect(last).toBeLessThan(attempt.deadlineAt!.getTime());
  });

  it('grades by ability', () => {
    const mean = (ability: number) => {
      const grades = Array.from({ length: 40 }, (_, index) => take(`g${index}`, examinee(ability))!.marked!.grade!);
      return grades.reduce((sum, grade) => sum + grade, 0) / grades.length;
    };
    expect(mean(-2)).toBeLessThan(5);
    expect(mean(0)).toBeGreaterThan(mean(-2) + 1);
    expect(mean(2)).toBeGreaterThan(8.5);
  });

  it('follows the quiz: no start before the first has ended, other questions the second time, no third', () => {
    const who = examinee(0);
    const seen = (attempt: DemoAttempt | null) => attempt!.paper.map(({ questionId }) => questionId);
    const first = seen(take('a', who));
    expect(take('b', who)).toBeNull();
    const nextDay = new Date(startedAt.getTime() + 24 * 3600 * 1000);
    const second = seen(take('b', who, { startedAt: nextDay }));
    expect(second.filter((id) => first.includes(id)).length).toBeLessThan(5);
    expect(who.attempts.map(({ attempt }) => attempt.number)).toEqual([1, 2]);
    expect(take('c', who, { startedAt: later, until: new Date(later.getTime() + 1e9) })).toBeNull();
  });

  it('is left running when it would end later than now, with what is saved by then', () => {
    const until = new Date(startedAt.getTime() + 180_000);
    const { attempt, marked, answers } = take('a', examinee(0), { until })!;
    expect(attempt.state).toBe('in-progress');
    expect(marked).toBeNull();
    const saved = answers.filter(({ savedAt }) => savedAt !== null);
    expect(saved.length).toBeGreaterThan(0);
    expect(saved.length).toBeLessThan(12);
  });
});
