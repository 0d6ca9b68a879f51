import { readFileSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { passwordProblem } from '#app/features/access/core/password-rule.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { rebuildCounters } from '#app/features/progress/commands/rebuild-counters.server.ts';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { isPassword } from '#app/platform/password.server.ts';
import { type Filled, fillDemo, type Phase } from '#prisma/seed/fill-demo.ts';
import { demoPassword } from '#prisma/seed/store-accounts.ts';
import { wrongKey } from '#prisma/seed/wrong-key.ts';
import { useTestDatabase } from '../database.ts';
import { discriminationOf } from './item-discrimination.ts';

useTestDatabase();

const people = 300;
const steps: [Phase, number, number][] = [];
let filled: Filled;
let startedAt: Date;

beforeAll(async () => {
  startedAt = new Date();
  filled = await fillDemo({ people, onProgress: (...step) => steps.push(step) });
});

const count = async (from: string, ...values: string[]) =>
  Number((await database().sql.get<{ n: number }>(`SELECT COUNT(*) AS n FROM ${from}`, ...values))!.n);

describe('the filled demonstration', () => {
  it('tells its progress from nothing to everything, phase by phase', () => {
    expect([...new Set(steps.map(([phase]) => phase))]).toEqual(['corps', 'content', 'history', 'counters']);
    for (const phase of ['corps', 'content', 'history', 'counters']) {
      const own = steps.filter(([name]) => name === phase);
      expect(own[0]![1]).toBe(0);
      expect(own[own.length - 1]![1]).toBe(own[0]![2]);
    }
  });

  it('has the people, their units and accounts, and says how many', async () => {
    expect(filled.people).toBe(people);
    expect(await count('"Person"')).toBe(people);
    expect(await count('"Account"')).toBe(people);
    expect(await count('"UnitMembership" WHERE "untilAt" IS NULL')).toBe(people);
    expect(await count('"Unit"')).toBe(filled.units);
    expect(await count('"Attempt"')).toBe(filled.attempts);
    expect(await count('"AttemptAnswer"')).toBe(filled.answers);
    expect(await count('"LessonRead"')).toBe(filled.reads);
  });

  it('has essays: some are marked by their rubric, the others wait for the examiner', async () => {
    const essays = `"MarkingTask" t JOIN "Quiz" z ON z."id" = t."quizId" WHERE z."code" = 'nq35-bai-luan-ngan'`;
    expect(await count(essays)).toBe(7);
    expect(await count(`${essays} AND t."state" = 'done'`)).toBe(2);
    const rows = await database().sql.all<{ state: string; grade: number | null }>(
      `SELECT a."state", a."grade" FROM "Attempt" a JOIN "Quiz" z ON z."id" = a."quizId" WHERE z."code" = 'nq35-bai-luan-ngan'`,
    );
    // By the levels of four criteria, of 10 points in all.
    const grades = rows.flatMap(({ grade }) => (grade === null ? [] : [Number(grade)]));
    expect(grades.sort((a, b) => a - b)).toEqual([4, 7]);
    const texts = await database().sql.all<{ response: string }>(
      `SELECT n."response" FROM "AttemptAnswer" n JOIN "Attempt" a ON a."id" = n."attemptId" JOIN "Quiz" z ON z."id" = a."quizId"
        WHERE z."code" = 'nq35-bai-luan-ngan'`,
    );
    for (const { response } of texts) {
      const words = (JSON.parse(response) as string).split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(150);
      expect(words).toBeLessThanOrEqual(400);
    }
    expect(new Set(texts.map(({ response }) => response)).size).toBe(7);
  });

  it('has counters that agree with their recomputation, also when everybody is judged anew', async () => {
    expect((await verifyCounters()).differences).toEqual([]);
    await rebuildCounters(theSystem);
    const { differences, assignments } = await verifyCounters();
    expect(differences).toEqual([]);
    expect(assignments).toBe(2);
  });

  it('counts everybody of a unit in exactly one status of the assignment to the whole corps', async () => {
    const rows = await database().sql.all<{ strength: number; counted: number }>(
      `SELECT u."strength", SUM(c."count") AS "counted" FROM "Unit" u
         JOIN "ProgressCounter" c ON c."unitId" = u."id" AND c."dimension" = 'status'
         JOIN "Assignment" a ON a."id" = c."assignmentId" AND a."rule" LIKE '%"all"%' GROUP BY u."id", u."strength"`,
    );
    expect(rows).toHaveLength(filled.units);
    for (const { strength, counted } of rows) expect(Number(counted)).toBe(strength);
  });

  it('spreads over the statuses and the classes of results', async () => {
    const shareOf = async (where: string) =>
      (await count(
        `"Enrolment" e JOIN "Assignment" a ON a."id" = e."assignmentId" AND a."rule" LIKE '%"all"%' WHERE ${where}`,
      )) / people;
    expect(await shareOf(`e."status" = 'completed'`)).toBeGreaterThan(0.35);
    expect(await shareOf(`e."status" = 'in-progress'`)).toBeGreaterThan(0.15);
    expect(await shareOf(`e."status" = 'not-started'`)).toBeGreaterThan(0.01);
    for (const name of ['excellent', 'good', 'average']) {
      expect(await shareOf(`e."classification" = '${name}'`)).toBeGreaterThan(0.03);
    }
  });

  it('exempts people with a reason and by somebody who may', async () => {
    const exempt = `"Enrolment" WHERE "status" = 'exempt'`;
    expect(await count(exempt)).toBeGreaterThan(1);
    expect(await count(`${exempt} AND ("exemptReason" IS NULL OR "exemptById" IS NULL)`)).toBe(0);
    expect(
      await count(
        `"Enrolment" e JOIN "RoleGrant" g ON g."personId" = e."exemptById" AND g."role" = 'leader' WHERE e."status" = 'exempt'`,
      ),
    ).toBe(await count(exempt));
  });

  it('ends now: nothing happens later than the filling, nothing earlier than three months and a week before', async () => {
    const { read } = database();
    const earliest = startedAt.getTime() - 100 * 24 * 3600 * 1000;
    const reads = await read.lessonRead.aggregate({ _min: { openedAt: true }, _max: { updatedAt: true } });
    const attempts = await read.attempt.aggregate({ _min: { startedAt: true }, _max: { gradedAt: true } });
    for (const at of [reads._min.openedAt, attempts._min.startedAt]) expect(at!.getTime()).toBeGreaterThan(earliest);
    for (const at of [reads._max.updatedAt, attempts._max.gradedAt])
      expect(at!.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('shows the wrong key in the statistics: who knows best loses the mark', async () => {
    const all = await discriminationOf('nq35-kiem-tra');
    const { attempts, index } = all.get(wrongKey.code)!;
    expect(attempts).toBeGreaterThan(15);
    // The draw differs from run to run: a sound question of so few attempts reaches 40 and more.
    expect(index!).toBeLessThan(35);
    const others = [...all.values()].flatMap((one) => (one.attempts > 15 && one.index !== null ? [one.index] : []));
    const mean = others.reduce((sum, each) => sum + each, 0) / others.length;
    expect(mean).toBeGreaterThan(25);
    expect(index!).toBeLessThan(mean);
    const rows = await database().sql.all<{ response: string; mark: number }>(
      `SELECT s."response", s."mark" FROM "AttemptAnswer" s JOIN "Question" q ON q."id" = s."questionId"
        WHERE q."code" = ? AND s."response" IS NOT NULL AND s."mark" IS NOT NULL`,
      wrongKey.code,
    );
    for (const { response, mark } of rows) expect(mark).toBe(response === `"${wrongKey.option}"` ? 1 : 0);
    expect(rows.filter(({ mark }) => mark === 1).length / rows.length).toBeLessThan(0.5);
  });

  it('leaves one learner in an exam and one with a first password to change', async () => {
    const { read } = database();
    const running = await read.attempt.findMany({
      where: { state: 'in-progress' },
      include: { person: { include: { account: true } } },
    });
    expect(running.map(({ person }) => person.account?.login)).toEqual(['hocvien3']);
    expect(running[0]!.deadlineAt!.getTime()).toBeGreaterThan(Date.now());
    const fresh = await read.account.findMany({ where: { mustChange: true } });
    expect(fresh.map(({ login }) => login)).toEqual(['hocvien2']);
  });

  it('writes the accounts for their owner alone, each with a password that signs in', async () => {
    expect(statSync(filled.accountsFile).mode & 0o777).toBe(0o600);
    const accounts: { login: string; password: string }[] = JSON.parse(readFileSync(filled.accountsFile, 'utf8'));
    const roles: Record<string, string | undefined> = {};
    for (const { login, password } of accounts) {
      const account = await database().read.account.findUniqueOrThrow({
        where: { login },
        include: { person: { include: { grants: true } } },
      });
      expect(password).toBe(demoPassword);
      expect(passwordProblem(password, { login, isCommon: () => false })).toBeNull();
      roles[login] = account.person.grants[0]?.role;
    }
    expect(await isPassword((await database().read.account.findFirstOrThrow()).passwordHash, demoPassword)).toBe(true);
    expect(roles).toEqual({
      ...{ hocvien: undefined, hocvien2: undefined, hocvien3: undefined },
      ...{ daidoi: 'leader', sudoan: 'leader', quandoan: 'leader' },
      ...{ tacgia: 'author', tacgia2: 'author', khaothi: 'examiner', quantri: 'administrator' },
    });
  });

  it('refuses a database that has units', async () => {
    await expect(fillDemo({ people })).rejects.toThrow('units in this database already');
    expect(await count('"Person"')).toBe(people);
  });
});
