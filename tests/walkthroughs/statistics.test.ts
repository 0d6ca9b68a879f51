import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { createPerson } from '#app/features/org/commands/create-person.server.ts';
import { editQuestion } from '#app/features/questions/commands/edit-question.server.ts';
import { draftOf } from '#app/features/questions/core/question-draft.ts';
import { findQuestion } from '#app/features/questions/data/questions.server.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { recordStatisticsExport } from '#app/features/quiz/commands/statistics/record-statistics-export.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { itemStatistics } from '#app/features/quiz/core/item-statistics.ts';
import { noFilter, type StatisticsFilter } from '#app/features/quiz/core/statistics/filter.ts';
import { questionStatistics } from '#app/features/quiz/queries/statistics/question-statistics.server.ts';
import { quizStatistics } from '#app/features/quiz/queries/statistics/quiz-statistics.server.ts';
import type { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { buildExam, clockAt, rightAnswers, wrongAnswers } from '#tests/fixtures/exam.ts';

useTestDatabase();

const sort = { key: 'code', isDescending: false } as const;
let corps: Corps;
let quizId: string;
/** Who answered what right, in the order of the attempts: questions 2, 3 and 4 tell strong from weak. */
const stories: { who: Actor; marks: number[] }[] = [];

async function soldier(unit: { id: string; path: string }, index: number): Promise<Actor> {
  const fullName = `Nguyễn Văn ${index}`;
  const row = await createPerson(theSystem, {
    ...{ number: `TK${index}`, fullName, rank: null, position: null, unitId: unit.id },
    ...{ personnelClass: 'enlisted', membership: 'youth' },
  });
  const place = { unitId: unit.id, unitPath: unit.path, grants: [], mustChangePassword: false };
  return { personId: row.id, fullName, rank: null, ...place };
}

/** Question 1: the weak answer right, the strong choose "Đà Nẵng" or leave it empty; as with a wrong key. */
async function sit(who: Actor, strength: number, second: number): Promise<number[]> {
  clockAt(second);
  const outcome = await startAttempt(who, quizId);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  const given: Record<number, unknown> = { 1: strength === 0 ? rightAnswers[1] : strength === 1 ? wrongAnswers[1] : 2 };
  for (const slot of [2, 3, 4]) given[slot] = strength + 2 > slot ? rightAnswers[slot] : wrongAnswers[slot];
  for (const [slot, response] of Object.entries(given)) {
    await saveAnswer(who, outcome.attemptId, { slot: Number(slot), sequence: 1, response });
  }
  await submitAttempt(who, outcome.attemptId);
  return [strength === 0 ? 1 : 0, ...[2, 3, 4].map((slot) => (strength + 2 > slot ? 1 : 0))];
}

const day = 86_400;

beforeAll(async () => {
  corps = await buildCorps();
  ({ quizId } = await buildExam(corps, { attemptsAllowed: 0, unitIds: [corps.corps.id], closeAt: null }));
  for (let index = 0; index < 30; index += 1) {
    // Twenty of C1, eight of C2, two of C3; the last ten a month later.
    const unit = index < 20 ? corps.c1 : index < 28 ? corps.c2 : corps.c3;
    const who = await soldier(unit, index);
    stories.push({ who, marks: await sit(who, index % 3, index < 20 ? 60 * index : 30 * day + 60 * index) });
  }
});

const page = (filter: Partial<StatisticsFilter> = {}) =>
  quizStatistics(corps.giang, quizId, { filter: { ...noFilter, ...filter }, sort });

describe('the statistics of a quiz', () => {
  it('are those of the table of all marks', async () => {
    const { items, quiz } = itemStatistics(
      stories.map(({ marks }) => marks),
      [1, 1, 1, 1],
    );
    const shown = await page();
    expect(shown.whole.attempts).toBe(30);
    for (const [name, value] of Object.entries(quiz)) {
      expect(shown.whole[name as keyof typeof quiz], name).toBeCloseTo(value!, 9);
    }
    expect(shown.items.map(({ code }) => code)).toEqual(['thu-q1', 'thu-q2', 'thu-q3', 'thu-q4']);
    for (const [index, item] of items.entries()) {
      for (const [name, value] of Object.entries(item)) {
        const own = shown.items[index]![name as keyof typeof item];
        if (value === null) expect(own).toBeNull();
        else expect(own, name).toBeCloseTo(value, 9);
      }
    }
    expect(shown).toMatchObject({ maxMark: 4, hasVariedPapers: false, leftOut: 0, passed: { whole: 30 } });
    expect(shown.bins.reduce((sum, { count }) => sum + count, 0)).toBe(30);
  });

  it('are the same when the marks stand with the answers alone, as an older release left them', async () => {
    const before = await page();
    const kept = await database().read.attempt.findMany({ select: { id: true, itemMarks: true } });
    await database().write((tx) => tx.attempt.updateMany({ data: { itemMarks: null } }));
    const { asOf: _, ...older } = await page();
    expect(before).toMatchObject(older);
    await database().write(async (tx) => {
      for (const { id, itemMarks } of kept) await tx.attempt.update({ where: { id }, data: { itemMarks } });
    });
  });

  it('doubt the key where the strong choose another answer, and say which and how many', async () => {
    const { items } = await page();
    expect(items.map(({ flags }) => flags.map(({ code }) => code).includes('wrong-key'))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(items[0]!.flags[0]).toMatchObject({
      code: 'wrong-key',
      wrong: { letter: 'C', text: 'Đà Nẵng' },
      right: { letter: 'B', text: 'Hà Nội' },
      ...{ wrongUpper: 10, rightUpper: 0, upper: 10 },
    });
  });

  it('are of the unit, the days and the attempts that were asked for', async () => {
    expect((await page({ unitId: corps.c1.id })).whole.attempts).toBe(20);
    expect((await page({ unitId: corps.s1.id })).whole.attempts).toBe(28);
    expect((await page({ until: '2026-11-22' })).whole.attempts).toBe(20);
    expect((await page({ from: '2026-11-23' })).whole.attempts).toBe(10);
    const { who } = stories[0]!;
    await sit(who, 2, 40 * day);
    expect((await page()).whole.attempts).toBe(31);
    expect((await page({ attempts: 'first' })).whole.attempts).toBe(30);
    await database().write((tx) => tx.attempt.deleteMany({ where: { personId: who.personId, number: 2 } }));
  });

  it('show no figures of few: neither in a table of units nor by choosing the unit', async () => {
    const { parts, months } = await page();
    // Of 28 and 2 the two would be told by subtraction.
    expect(parts.map(({ name, attempts, mean }) => [name, attempts, mean])).toEqual([
      ['Sư đoàn S1', 28, null],
      ['Sư đoàn S2', 2, null],
    ]);
    expect(months.map(({ key, attempts }) => [key, attempts])).toEqual([
      ['2026-11', 20],
      ['2026-12', 10],
    ]);
    const inside = await page({ unitId: corps.s1.id });
    expect(inside.parts.map(({ name, attempts, mean }) => [name, attempts, mean !== null])).toEqual([
      ['Đại đội C1', 20, true],
      ['Đại đội C2', 8, true],
    ]);
    const small = await page({ unitId: corps.c3.id });
    expect(small).toMatchObject({ isTooSmall: true, whole: { attempts: 0 }, items: [], parts: [], leftOut: 0 });
  });

  it('show who chose what, by thirds of the total', async () => {
    const { items } = await page();
    const shown = await questionStatistics(corps.giang, quizId, items[0]!.questionId, noFilter);
    expect(shown.versions).toHaveLength(1);
    const [part] = shown.versions[0]!.parts;
    expect(part!.choices.map(({ letter, isRight, counts }) => [letter, isRight, counts])).toEqual([
      ['A', false, [0, 10, 0]],
      // The weak and the middling come to the same total, and so stand together.
      ['B', true, [0, 10, 0]],
      ['C', false, [0, 0, 10]],
    ]);
    expect(shown.months.map(({ key, mean }) => [key, mean])).toEqual([
      ['2026-11', expect.closeTo(7 / 20, 9)],
      ['2026-12', expect.closeTo(3 / 10, 9)],
    ]);
  });

  it('keep the versions of a question apart, and leave out the old ones when asked', async () => {
    const { items } = await page();
    const question = (await findQuestion(database().read, [corps.corps.path], items[2]!.questionId))!;
    const { number, categoryId, difficulty, tags } = question;
    const edited = await editQuestion(corps.giang, question.id, {
      base: { number, categoryId, difficulty, tags: tags.join(', ') },
      draft: { ...draftOf(question), stem: 'Nước sôi ở 100 độ C, phải không?' },
    });
    expect(edited.kind).toBe('edited');
    await sit(await soldier(corps.c1, 100), 2, 41 * day);
    const all = await page();
    expect(all.hasVariedPapers).toBe(true);
    const versions = all.items.filter(({ code }) => code === 'thu-q3');
    expect(versions.map(({ number: own, attempts, isCurrent }) => [own, attempts, isCurrent])).toEqual([
      [number, 30, false],
      [number + 1, 1, true],
    ]);
    const current = await page({ versions: 'current' });
    expect(current.items.map(({ code, attempts }) => [code, attempts])).toEqual([
      ['thu-q1', 31],
      ['thu-q2', 31],
      ['thu-q3', 1],
      ['thu-q4', 31],
    ]);
    expect(current.whole).toEqual(all.whole);
    const { versions: both } = await questionStatistics(corps.giang, quizId, question.id, noFilter);
    expect(both.map(({ number: own }) => own)).toEqual([number + 1, number]);
  });

  it('are for authors of the quiz alone, whoever leads the people', async () => {
    const refused = (work: Promise<unknown>, code: string) =>
      expect(work.catch((problem: AppError) => problem.code)).resolves.toBe(code);
    const asked = { filter: noFilter, sort };
    for (const who of [corps.an, corps.thuy, corps.khoi]) {
      await refused(quizStatistics(who, quizId, asked), 'forbidden');
      await refused(recordStatisticsExport(who, quizId, { format: 'csv', rows: 1, unitId: null }), 'forbidden');
    }
    const elsewhere: Actor = { ...corps.giang, grants: [{ role: 'author', unitPath: corps.s2.path }] };
    await refused(quizStatistics(elsewhere, quizId, asked), 'not-found');
    await refused(quizStatistics(corps.giang, 'khong-co', asked), 'not-found');
    await refused(page({ unitId: 'khong-co' }), 'not-found');
    await refused(questionStatistics(corps.giang, quizId, 'khong-co', noFilter), 'not-found');
  });

  it('of nobody and of one attempt are honest', async () => {
    const { quizId: other } = await buildExam(corps, { unitIds: [corps.corps.id] });
    const empty = await quizStatistics(corps.giang, other, { filter: noFilter, sort });
    expect(empty).toMatchObject({ items: [], maxMark: null, whole: { attempts: 0, mean: null }, passed: { whole: 0 } });
    const first = quizId;
    quizId = other;
    await sit(corps.an, 2, 50 * day);
    quizId = first;
    const one = await quizStatistics(corps.giang, other, { filter: noFilter, sort });
    expect(one).toMatchObject({ maxMark: 4, whole: { attempts: 1, mean: 2, sd: null, cic: null } });
    for (const item of one.items) {
      expect(item).toMatchObject({ attempts: 1, sd: null, discriminationIndex: null });
      expect(item.flags).toEqual([{ code: 'too-few', attempts: 1, needed: 20 }]);
    }
  });

  it('are taken out only with a line in the log', async () => {
    await recordStatisticsExport(corps.giang, quizId, { format: 'xlsx', rows: 5, unitId: null });
    const event = await database().read.auditEvent.findFirstOrThrow({ where: { op: 'quiz.statistics-exported' } });
    expect(event).toMatchObject({ actorId: corps.giang.personId, subjectId: quizId });
    expect(JSON.parse(event.details)).toMatchObject({ format: 'xlsx', rows: 5 });
  });
});
