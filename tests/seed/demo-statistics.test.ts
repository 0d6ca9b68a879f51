import { beforeAll, expect, it } from 'vitest';
import { noFilter } from '#app/features/quiz/core/statistics/filter.ts';
import { quizStatistics } from '#app/features/quiz/queries/statistics/quiz-statistics.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { fillDemo } from '#prisma/seed/fill-demo.ts';
import { wrongKey } from '#prisma/seed/wrong-key.ts';
import { useTestDatabase } from '../database.ts';

useTestDatabase();
// Which questions a paper drew is chance: with so many people the wrong key stands out five deviations.
beforeAll(() => fillDemo({ people: 2000 }), 180_000);

it('finds the wrong key of the demonstration, and no other', async () => {
  const { read } = database();
  const quiz = await read.quiz.findUniqueOrThrow({ where: { code: 'nq35-kiem-tra' } });
  const { person } = await read.account.findUniqueOrThrow({
    where: { login: 'tacgia' },
    include: { person: { include: { unit: true, grants: { include: { unit: true } } } } },
  });
  const actor = {
    ...{ personId: person.id, fullName: person.fullName, rank: person.rank, mustChangePassword: false },
    ...{ unitId: person.unitId, unitPath: person.unit.path },
    grants: person.grants.map(({ role, unit }) => ({ role: role as 'author', unitPath: unit.path })),
  };
  const sort = { key: 'flags', isDescending: true } as const;
  const { items, whole, leftOut, hasVariedPapers } = await quizStatistics(actor, quiz.id, { filter: noFilter, sort });
  expect(leftOut).toBe(0);
  expect(hasVariedPapers).toBe(true);
  expect(whole.attempts).toBeGreaterThan(300);
  const doubted = items.filter(({ flags }) => flags.some(({ code }) => code === 'wrong-key'));
  expect(doubted.map(({ code }) => code)).toEqual([wrongKey.code]);
  expect(doubted[0]!.flags).toContainEqual(
    expect.objectContaining({ code: 'wrong-key', right: expect.objectContaining({ key: wrongKey.option }) }),
  );
});
