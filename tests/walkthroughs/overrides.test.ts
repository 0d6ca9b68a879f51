import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { addGroupMembers } from '#app/features/org/commands/add-group-members.server.ts';
import { createGroup } from '#app/features/org/commands/create-group.server.ts';
import { removeGroupMember } from '#app/features/org/commands/remove-group-member.server.ts';
import { removeOverride } from '#app/features/quiz/commands/rules/remove-override.server.ts';
import { setOverride } from '#app/features/quiz/commands/rules/set-override.server.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import type { OverrideDraft } from '#app/features/quiz/core/rules/override-draft.ts';
import { settingsFor } from '#app/features/quiz/data/rules/settings-for.server.ts';
import { attemptResult } from '#app/features/quiz/queries/attempt-result.server.ts';
import { courseQuizzes } from '#app/features/quiz/queries/course-quizzes.server.ts';
import { quizStartPage } from '#app/features/quiz/queries/quiz-start-page.server.ts';
import { dateOf, formatTime } from '#app/kernel/vietnam-time.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { at, buildExam, clockAt } from '#tests/fixtures/exam.ts';

useTestDatabase();

const typed = (instant: Date) => `${dateOf(instant)}T${formatTime(instant).slice(0, 5)}`;
const draft = (change: Partial<OverrideDraft>): OverrideDraft => ({
  ...{ target: 'person', personId: '', unitId: '', groupId: '' },
  ...{ openAt: '', hasNoOpen: false, closeAt: '', hasNoClose: false, timeLimitMinutes: '', hasNoLimit: false },
  ...{ attemptsAllowed: '', hasAllAttempts: false, reason: 'Đi viện' },
  ...change,
});

let corps: Corps;
let quizId: string;
let courseId: string;
let settings: Awaited<ReturnType<typeof buildExam>>['settings'];
beforeAll(async () => {
  corps = await buildCorps();
});
beforeEach(async () => {
  clockAt(0);
  // Closes 20 minutes in; 10 minutes of work.
  ({ quizId, courseId, settings } = await buildExam(corps, { closeAt: at(1200) }));
});

async function start(actor: Actor): Promise<string> {
  const outcome = await startAttempt(actor, quizId);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.attemptId;
}
const deadlineOf = async (attemptId: string) =>
  (await database().read.attempt.findUniqueOrThrow({ where: { id: attemptId } })).deadlineAt;
const set = (change: Partial<OverrideDraft>, options = {}) => setOverride(corps.giang, quizId, draft(change), options);
const auditOf = (op: string) => database().read.auditEvent.findMany({ where: { op, subjectId: quizId } });

describe('an override of a running exam', () => {
  it('gives a person more time at once, keeps minutes given back, and says so in the audit log', async () => {
    const attemptId = await start(corps.an);
    await database().write((tx) => tx.attempt.update({ where: { id: attemptId }, data: { extraSeconds: 60 } }));
    expect(await set({ personId: corps.an.personId, timeLimitMinutes: '15' })).toMatchObject({ kind: 'set', moved: 1 });
    expect(await deadlineOf(attemptId)).toEqual(at(15 * 60 + 60));
    const [event] = await auditOf('quiz.override-set');
    expect(JSON.parse(event!.details)).toMatchObject({
      target: 'person',
      timeLimitSeconds: 900,
      reason: 'Đi viện',
      moved: 1,
    });
  });

  it('reaches those of the unit and below, and nobody else', async () => {
    const [an, dung] = [await start(corps.an), await start(corps.dung)];
    await set({ target: 'unit', unitId: corps.c1.id, timeLimitMinutes: '12' });
    expect(await deadlineOf(an)).toEqual(at(720));
    expect(await deadlineOf(dung)).toEqual(at(600));
    await set({ target: 'unit', unitId: corps.s1.id, timeLimitMinutes: '11' });
    expect(await deadlineOf(an)).toEqual(at(720));
    expect(await deadlineOf(dung)).toEqual(at(660));
  });

  it('ends nobody without being told to, and then now, not in the past', async () => {
    const attemptId = await start(corps.an);
    clockAt(400);
    const shorter = { personId: corps.an.personId, timeLimitMinutes: '5' };
    expect(await set(shorter)).toEqual({ kind: 'ends-attempts', count: 1 });
    expect(await deadlineOf(attemptId)).toEqual(at(600));
    expect(await auditOf('quiz.override-set')).toEqual([]);
    expect(await set(shorter, { confirmsEnd: true })).toMatchObject({ kind: 'set', ended: 1 });
    expect(await deadlineOf(attemptId)).toEqual(at(400));
  });

  it('is ended with a reason, and its attempts fall back', async () => {
    const attemptId = await start(corps.an);
    const result = await set({ personId: corps.an.personId, hasNoLimit: true, hasNoClose: true });
    if (result.kind !== 'set') throw new Error(result.kind);
    expect(await deadlineOf(attemptId)).toBeNull();
    const { overrideId } = result;
    expect(await removeOverride(corps.giang, { quizId, overrideId, reason: ' ' })).toMatchObject({ kind: 'invalid' });
    clockAt(60);
    expect(await removeOverride(corps.giang, { quizId, overrideId, reason: 'Nhầm người' })).toMatchObject({
      kind: 'removed',
      moved: 1,
    });
    expect(await deadlineOf(attemptId)).toEqual(at(600));
    expect(await removeOverride(corps.giang, { quizId, overrideId, reason: 'Lần nữa' })).toEqual({ kind: 'gone' });
    expect(await auditOf('quiz.override-removed')).toHaveLength(1);
  });

  it('of a group follows who comes into it and who leaves', async () => {
    const attemptId = await start(corps.an);
    const group = await createGroup(corps.khoi, { name: 'Tổ trực', unitId: corps.corps.id });
    if (group.kind !== 'created') throw new Error(group.kind);
    const { groupId } = group;
    await set({ target: 'group', groupId, timeLimitMinutes: '14' });
    expect(await deadlineOf(attemptId)).toEqual(at(600));
    await addGroupMembers(corps.khoi, groupId, { personIds: [corps.an.personId] });
    expect(await deadlineOf(attemptId)).toEqual(at(840));
    await removeGroupMember(corps.khoi, groupId, corps.an.personId);
    expect(await deadlineOf(attemptId)).toEqual(at(600));
  });
});

describe('an override before the start', () => {
  it('opens the exam to a person after its close, and to nobody else', async () => {
    clockAt(1300);
    await set({ personId: corps.an.personId, closeAt: typed(at(3600)) });
    expect(await startAttempt(corps.binh, quizId)).toMatchObject({ reason: 'closed' });
    expect(await deadlineOf(await start(corps.an))).toEqual(at(1900));
  });

  it('gives another attempt, on the start page and the course page too', async () => {
    await submitAttempt(corps.an, await start(corps.an));
    expect(await startAttempt(corps.an, quizId)).toMatchObject({ reason: 'no-attempts-left' });
    await set({ personId: corps.an.personId, attemptsAllowed: '2' });
    expect((await quizStartPage(corps.an, quizId)).rules.attemptsAllowed).toBe(2);
    expect((await courseQuizzes(corps.an, courseId))[0]).toMatchObject({ attemptsAllowed: 2, start: 'start' });
    expect((await courseQuizzes(corps.binh, courseId))[0]).toMatchObject({ attemptsAllowed: 1 });
    expect(await start(corps.an)).toBeTruthy();
  });

  it('keeps the key shut until the last of all closes', async () => {
    const attemptId = await start(corps.an);
    await saveAnswer(corps.an, attemptId, { slot: 1, sequence: 1, response: 0 });
    await submitAttempt(corps.an, attemptId);
    await set({ personId: corps.binh.personId, closeAt: typed(at(3600)) });
    const right = async () => {
      const result = await attemptResult(corps.an, attemptId);
      return result.kind === 'ended' ? result.questions[0]?.right : undefined;
    };
    clockAt(1300);
    expect(await right()).toBeUndefined();
    clockAt(3620);
    expect(await right()).toBeDefined();
  });

  it('says for many people at once what holds for each', async () => {
    await set({ target: 'unit', unitId: corps.c1.id, timeLimitMinutes: '20' });
    await set({ personId: corps.binh.personId, timeLimitMinutes: '5' });
    const people = [corps.an, corps.binh, corps.dung].map(({ personId }) => personId);
    const found = await settingsFor(database().sql, { id: quizId, settings }, people);
    expect(people.map((id) => found.get(id)?.settings.timeLimitSeconds)).toEqual([1200, 300, 600]);
  });
});

describe('who may set an override', () => {
  it('nobody without the role, and nobody for a person outside of the own reach', async () => {
    await expect(
      setOverride(corps.thuy, quizId, draft({ personId: corps.an.personId, hasNoLimit: true })),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
    const examiner: Actor = { ...corps.thuy, grants: [{ role: 'examiner', unitPath: corps.s1.path }] };
    const other = draft({ personId: corps.em.personId, timeLimitMinutes: '30' });
    await expect(setOverride(examiner, quizId, other)).rejects.toMatchObject({ code: 'not-found' });
    const own = draft({ personId: corps.an.personId, timeLimitMinutes: '30' });
    expect(await setOverride(examiner, quizId, own)).toMatchObject({ kind: 'set' });
  });

  it.each([
    [{ personId: '' }, 'target', 'missing'],
    [{ timeLimitMinutes: 'x' }, 'timeLimitMinutes', 'not-a-number'],
    [{ attemptsAllowed: '1,5' }, 'attemptsAllowed', 'not-a-number'],
    [{ attemptsAllowed: '0' }, 'attemptsAllowed', 'out-of-range'],
    [{ closeAt: '2026-02-30T07:00' }, 'closeAt', 'not-a-date'],
    [{ timeLimitMinutes: '' }, 'limits', 'nothing'],
    [{ reason: ' ' }, 'reason', 'missing'],
  ] as const)('and what says nothing is refused: %j', async (change, field, code) => {
    const whole = { personId: corps.an.personId, timeLimitMinutes: '15', ...change };
    const result = await set(whole);
    expect(result).toMatchObject({ kind: 'invalid', problems: [{ field, code }] });
  });
});
