import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { onEvent } from '#app/features/audit/commands/reactions.server.ts';
import type { DomainEvent } from '#app/features/audit/core/event.ts';
import { finishOverdueAttempts } from '#app/features/quiz/commands/finish-overdue-attempts.server.ts';
import { markAnswer } from '#app/features/quiz/commands/marking/mark-answer.server.ts';
import { allowRestart } from '#app/features/quiz/commands/room/allow-restart.server.ts';
import { giveBackOutage } from '#app/features/quiz/commands/room/give-back-outage.server.ts';
import {
  giveMinutesToPerson,
  giveMinutesToQuiz,
  giveMinutesToRoom,
} from '#app/features/quiz/commands/room/give-minutes.server.ts';
import { startPrepared } from '#app/features/quiz/commands/room/start-prepared.server.ts';
import {
  pausePerson,
  pauseRoom,
  resumePerson,
  resumeRoom,
} from '#app/features/quiz/commands/room/stop-clock.server.ts';
import { storeSignsOfLife } from '#app/features/quiz/commands/room/store-signs.server.ts';
import { submitFor } from '#app/features/quiz/commands/room/submit-for.server.ts';
import { voidAttempt } from '#app/features/quiz/commands/room/void-attempt.server.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { REVIEW_PRESETS } from '#app/features/quiz/core/review.ts';
import { countBoard } from '#app/features/quiz/core/room/board.ts';
import { noteSign } from '#app/features/quiz/data/room/presence.server.ts';
import { attemptPage } from '#app/features/quiz/queries/attempt-page.server.ts';
import { attemptResult } from '#app/features/quiz/queries/attempt-result.server.ts';
import { attemptPulse, type KnownPulse } from '#app/features/quiz/queries/room/attempt-pulse.server.ts';
import { BoardReader } from '#app/features/quiz/queries/room/board-reading.server.ts';
import { voidedAttempt } from '#app/features/quiz/queries/room/voided-attempt.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { counterDifferences, enrol } from '#tests/fixtures/enrolled.ts';
import { at, buildExam, clockAt, editSettings, rightAnswers } from '#tests/fixtures/exam.ts';
import { buildRoom, examinerOf, seenAt, sit, soldiersOf } from '#tests/fixtures/exam-room.ts';
import { buildEssayExam } from '#tests/fixtures/marked-by-hand.ts';

useTestDatabase();

let corps: Corps;
let examiner: Actor;
let other: Actor;
let stranger: Actor;
let soldiers: Actor[];
let sessionId: string;
let quizId: string;
let keys = 0;
const told: DomainEvent[] = [];

beforeAll(async () => {
  corps = await buildCorps();
  examiner = await examinerOf(corps.s1);
  other = await examinerOf(corps.corps, 'Lý Văn Hai');
  stranger = await examinerOf(corps.s2, 'Người Lạ');
  soldiers = await soldiersOf(corps.c1, 6);
  for (const type of ['attempt-graded', 'attempt-voided'] as const) {
    onEvent(type, 'the test', async (_change, event) => void told.push(event));
  }
});
beforeEach(async () => {
  clockAt(0);
  told.length = 0;
  ({ quizId } = await buildExam(corps));
  sessionId = await buildRoom(corps, { quizId, people: soldiers, examiner });
});

/** What every action says of itself; a new key each time. */
const why = (reason = 'Mất điện phòng B1') => {
  keys += 1;
  return { sessionId, reason, key: `key-${keys}` };
};
const stored = (attemptId: string) => database().read.attempt.findUniqueOrThrow({ where: { id: attemptId } });
const log = async (op: string) => {
  const events = await database().read.auditEvent.findMany({
    where: { subjectId: sessionId, op },
    orderBy: { at: 'asc' },
  });
  return events.map(({ actorId, details }) => ({ actorId, ...(JSON.parse(details) as Record<string, unknown>) }));
};
const soldier = (n: number) => soldiers[n - 1] as Actor;
/** What the page of a learner has heard by an instant. */
const heard = (until = at(0), extraSeconds = 0): KnownPulse => ({
  heardAt: until.getTime(),
  isPaused: false,
  extraSeconds,
});

describe('minutes', () => {
  it('given to a person move the deadline once, however often the form is sent, and stand in the log', async () => {
    const attemptId = await sit(soldier(1), sessionId);
    const measure = { ...why(), personId: soldier(1).personId, seconds: 300 };
    clockAt(10);
    expect(await giveMinutesToPerson(examiner, measure)).toEqual({ outcome: 'given', reached: 1, seconds: 300 });
    expect(await giveMinutesToPerson(examiner, measure)).toEqual({ outcome: 'unchanged' });
    expect(await giveMinutesToPerson(other, measure)).toEqual({ outcome: 'unchanged' });
    expect(await stored(attemptId)).toMatchObject({ deadlineAt: at(900), extraSeconds: 300 });
    const { sessionId: _session, ...said } = measure;
    expect(await log('quiz.minutes-given')).toEqual([
      { actorId: examiner.personId, target: 'person', attemptId, ...said },
    ]);
  });

  it('sent twice at the same time are given once', async () => {
    const attemptId = await sit(soldier(1), sessionId);
    const measure = { ...why(), personId: soldier(1).personId, seconds: 60 };
    const outcomes = await Promise.all([giveMinutesToPerson(examiner, measure), giveMinutesToPerson(other, measure)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['given', 'unchanged']);
    expect(await stored(attemptId)).toMatchObject({ extraSeconds: 60 });
  });

  it('of two examiners at once add up', async () => {
    const attemptId = await sit(soldier(1), sessionId);
    const give = (by: Actor, seconds: number) =>
      giveMinutesToPerson(by, { ...why(), personId: soldier(1).personId, seconds });
    await Promise.all([give(examiner, 60), give(other, 120), give(examiner, 30)]);
    expect(await stored(attemptId)).toMatchObject({ deadlineAt: at(810), extraSeconds: 210 });
  });

  it('of the room reach who works and who begins later, not who has submitted', async () => {
    const [first, second] = [await sit(soldier(1), sessionId), await sit(soldier(2), sessionId)];
    await submitAttempt(soldier(2), second);
    clockAt(20);
    expect(await giveMinutesToRoom(examiner, { ...why(), seconds: 120 })).toEqual({
      ...{ outcome: 'given', reached: 1, seconds: 120 },
    });
    expect(await stored(first)).toMatchObject({ deadlineAt: at(720) });
    expect(await stored(second)).toMatchObject({ deadlineAt: at(600), extraSeconds: 0 });
    clockAt(60);
    expect(await stored(await sit(soldier(3), sessionId))).toMatchObject({ deadlineAt: at(780), extraSeconds: 120 });
  });

  it('of a quiz reach its released rooms within the reach of the examiner, once each', async () => {
    const elsewhere = await soldiersOf(corps.c2, 1);
    const second = await buildRoom(corps, { quizId, people: elsewhere, examiner });
    const attempts = [await sit(soldier(1), sessionId), await sit(elsewhere[0] as Actor, second)];
    const measure = { ...why(), seconds: 60 };
    expect(await giveMinutesToQuiz(examiner, measure)).toEqual({ outcome: 'given', reached: 2, seconds: 60 });
    expect(await giveMinutesToQuiz(examiner, measure)).toEqual({ outcome: 'unchanged' });
    for (const id of attempts) expect(await stored(id)).toMatchObject({ extraSeconds: 60 });
  });

  it('before the start wait at the seat', async () => {
    const person = { personId: soldier(1).personId };
    expect(await giveMinutesToPerson(examiner, { ...why(), ...person, seconds: 900 })).toMatchObject({
      outcome: 'given',
    });
    expect(await stored(await sit(soldier(1), sessionId))).toMatchObject({ deadlineAt: at(1500), extraSeconds: 900 });
  });

  it('are refused to who has ended, and a correction takes back only what was given', async () => {
    const attemptId = await sit(soldier(1), sessionId);
    const give = (seconds: number) =>
      giveMinutesToPerson(examiner, { ...why(), personId: soldier(1).personId, seconds });
    expect(await give(-60)).toEqual({ outcome: 'refused', reason: 'nothing-to-take' });
    await give(120);
    expect(await give(-300)).toEqual({ outcome: 'given', reached: 1, seconds: -120 });
    expect(await stored(attemptId)).toMatchObject({ deadlineAt: at(600), extraSeconds: 0 });
    await submitAttempt(soldier(1), attemptId);
    expect(await give(60)).toEqual({ outcome: 'refused', reason: 'ended' });
    expect(await log('quiz.minutes-given')).toHaveLength(2);
  });
});

describe('a pause', () => {
  it('of a person stops clock, saves and sweeper, and gives the time back to the second', async () => {
    const attemptId = await sit(soldier(1), sessionId);
    const person = { personId: soldier(1).personId };
    clockAt(100);
    expect(await pausePerson(examiner, { ...why(), ...person })).toEqual({ outcome: 'done', reached: 1 });
    clockAt(105);
    const save = (sequence: number) =>
      saveAnswer(soldier(1), attemptId, { slot: 1, sequence, response: rightAnswers[1] });
    expect(await save(1)).toMatchObject({ outcome: 'kept', secondsLeft: 500 });
    expect(await pausePerson(other, { ...why(), ...person })).toEqual({ outcome: 'unchanged' });
    clockAt(5000);
    expect(await save(2)).toMatchObject({ outcome: 'refused', reason: 'paused', holdsSame: true, secondsLeft: 500 });
    await expect(submitAttempt(soldier(1), attemptId)).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'paused' },
    });
    await finishOverdueAttempts();
    expect(await stored(attemptId)).toMatchObject({ state: 'in-progress', pausedAt: at(100) });
    expect(await resumePerson(other, { ...why(), ...person })).toEqual({ outcome: 'done', reached: 1 });
    expect(await resumePerson(examiner, { ...why(), ...person })).toEqual({ outcome: 'unchanged' });
    expect(await stored(attemptId)).toMatchObject({ deadlineAt: at(5500), extraSeconds: 4900, pausedAt: null });
    expect(await save(3)).toMatchObject({ outcome: 'unchanged', secondsLeft: 500 });
  });

  it('of the room stops everybody, lets nobody begin, and leaves alone who was paused alone before', async () => {
    const ids = [await sit(soldier(1), sessionId), await sit(soldier(2), sessionId)];
    clockAt(50);
    await pausePerson(examiner, { ...why(), personId: soldier(2).personId });
    clockAt(100);
    const outcomes = await Promise.all([pauseRoom(examiner, why()), pauseRoom(other, why())]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'unchanged']);
    clockAt(200);
    expect(await startPrepared(soldier(3), sessionId)).toMatchObject({ kind: 'refused', reason: 'paused' });
    expect(await resumePerson(examiner, { ...why(), personId: soldier(1).personId })).toEqual({
      ...{ outcome: 'refused', reason: 'room-paused' },
    });
    expect(await resumeRoom(examiner, why())).toEqual({ outcome: 'done', reached: 1 });
    expect(await resumeRoom(examiner, why())).toEqual({ outcome: 'unchanged' });
    expect(await stored(ids[0]!)).toMatchObject({ deadlineAt: at(700), pausedAt: null });
    expect(await stored(ids[1]!)).toMatchObject({ deadlineAt: at(600), pausedAt: at(50) });
    expect(await stored(await sit(soldier(3), sessionId))).toMatchObject({ deadlineAt: at(800) });
  });
});

describe('an attempt', () => {
  it('is submitted by the examiner with what was saved, once, a paused one too', async () => {
    const attemptId = await sit(soldier(1), sessionId);
    await saveAnswer(soldier(1), attemptId, { slot: 1, sequence: 1, response: rightAnswers[1] });
    clockAt(30);
    const person = { personId: soldier(1).personId };
    await pausePerson(examiner, { ...why(), ...person });
    clockAt(90);
    const outcomes = await Promise.all([
      submitFor(examiner, { ...why(), ...person }),
      submitFor(other, { ...why(), ...person }),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['submitted', 'unchanged']);
    expect(await stored(attemptId)).toMatchObject({
      state: 'graded',
      submittedBy: 'examiner',
      submittedAt: at(90),
      markSum: 1,
    });
    expect(told).toEqual([expect.objectContaining({ type: 'attempt-graded', attemptId })]);
    expect(await submitFor(examiner, { ...why(), personId: soldier(2).personId })).toMatchObject({
      reason: 'not-started',
    });
  });

  it('that is voided counts and shows nothing, and its person begins again with the next number', async () => {
    const attemptId = await sit(soldier(1), sessionId);
    const person = { personId: soldier(1).personId };
    expect(await voidAttempt(examiner, { ...why('Dùng điện thoại'), ...person })).toEqual({ outcome: 'voided' });
    expect(await voidAttempt(other, { ...why(), ...person })).toEqual({ outcome: 'unchanged' });
    expect(told).toEqual([expect.objectContaining({ type: 'attempt-voided', attemptId, quizId })]);
    expect(await stored(attemptId)).toMatchObject({ state: 'abandoned', abandonedAt: at(0) });
    expect(await saveAnswer(soldier(1), attemptId, { slot: 1, sequence: 9, response: 0 })).toMatchObject({
      reason: 'abandoned',
    });
    expect(await startPrepared(soldier(1), sessionId)).toMatchObject({ kind: 'refused', reason: 'voided' });
    expect(await giveMinutesToPerson(examiner, { ...why(), ...person, seconds: 60 })).toMatchObject({
      reason: 'voided',
    });
    clockAt(60);
    expect(await allowRestart(examiner, { ...why(), ...person, old: 'void' })).toEqual({ outcome: 'allowed' });
    expect(await allowRestart(other, { ...why(), ...person, old: 'void' })).toMatchObject({
      reason: 'nothing-to-restart',
    });
    const second = await sit(soldier(1), sessionId);
    expect(await stored(second)).toMatchObject({ number: 2, state: 'in-progress', deadlineAt: at(660), sessionId });
    expect(told).toHaveLength(1);
  });

  it('that runs is voided by a restart, by two examiners at once one time', async () => {
    const attemptId = await sit(soldier(1), sessionId);
    const again = { ...why(), personId: soldier(1).personId, old: 'void' as const };
    const outcomes = await Promise.all([allowRestart(examiner, again), allowRestart(other, again)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['allowed', 'refused']);
    expect(await stored(attemptId)).toMatchObject({ state: 'abandoned' });
    expect(told.map(({ type }) => type)).toEqual(['attempt-voided']);
  });

  it('that is kept is submitted, and one more is granted to this person alone', async () => {
    const attemptId = await sit(soldier(1), sessionId);
    const person = { personId: soldier(1).personId };
    expect(await allowRestart(examiner, { ...why(), ...person, old: 'keep' })).toEqual({ outcome: 'allowed' });
    expect(await stored(attemptId)).toMatchObject({ state: 'graded', submittedBy: 'examiner' });
    const overrides = await database().read.quizOverride.findMany({ where: { quizId } });
    expect(overrides).toEqual([
      expect.objectContaining({ ...person, attemptsAllowed: 2, reason: 'Mất điện phòng B1' }),
    ]);
    expect(await stored(await sit(soldier(1), sessionId))).toMatchObject({ number: 2, state: 'in-progress' });
    await allowRestart(examiner, { ...why(), ...person, old: 'keep' });
    expect(await database().read.quizOverride.findMany({ where: { quizId } })).toMatchObject([{ attemptsAllowed: 3 }]);
  });
});

describe('an outage', () => {
  it('is given back to the second to each who was silent in it, once', async () => {
    const ids: string[] = [];
    for (const who of soldiers) ids.push(await sit(who, sessionId));
    await database().write((tx) =>
      tx.examGap.createMany({
        data: [1, 2, 3].map((n) => ({
          ...{ id: `${sessionId}-${n}`, sessionId, personId: soldier(n).personId },
          ...{ fromAt: at(100 + n), untilAt: at(200 + n) },
        })),
      }),
    );
    // The fourth machine is dead since then; the others were seen a moment ago.
    await seenAt(sessionId, soldiers, 290);
    await seenAt(sessionId, [soldier(4)], 100);
    clockAt(300);
    const measure = { ...why(), outageFromAt: at(102) };
    const outcomes = await Promise.all([giveBackOutage(examiner, measure), giveBackOutage(other, measure)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['given', 'unchanged']);
    expect(outcomes.find(({ outcome }) => outcome === 'given')).toMatchObject({ reached: 4, ended: 0, seconds: 100 });
    const extra = await Promise.all(ids.map(async (id) => (await stored(id)).extraSeconds));
    expect(extra).toEqual([99, 100, 99, 100, 0, 0]);
    const gaps = await database().read.examGap.findMany({ where: { sessionId } });
    expect(gaps.every(({ givenBack }) => givenBack)).toBe(true);
    expect(gaps).toHaveLength(4);
    clockAt(310);
    expect(await giveBackOutage(examiner, { ...why(), outageFromAt: at(102) })).toEqual({ outcome: 'unchanged' });
    const [said] = await log('quiz.minutes-given');
    expect(said).toMatchObject({ target: 'outage', given: { [soldier(2).personId]: 100, [soldier(4).personId]: 100 } });
  });
});

describe('a deadline that passes while the server is down', () => {
  /** Each begins a second after the one before and gives signs of life until 540; then the server is down until 900. */
  async function untilBack(people: readonly Actor[]): Promise<string[]> {
    const ids: string[] = [];
    for (const [index, who] of people.entries()) {
      clockAt(index);
      const attemptId = await sit(who, sessionId);
      await saveAnswer(who, attemptId, { slot: 1, sequence: 1, response: rightAnswers[1] });
      ids.push(attemptId);
    }
    clockAt(540);
    for (const [index, who] of people.entries()) await attemptPulse(who, ids[index]!, heard());
    await storeSignsOfLife();
    clockAt(900);
    await finishOverdueAttempts();
    expect(await statesOf(ids)).toEqual(ids.map(() => 'graded'));
    clockAt(901);
    return ids;
  }
  const statesOf = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await stored(id)).state));
  const outageNow = async () => (await new BoardReader(sessionId).read())?.outages;

  it('is given back: everybody goes on with exactly what was left, once, and the counters follow', async () => {
    const { assignmentId, quizId: ofCourse } = await buildExam(corps);
    await enrol(assignmentId, [ofCourse]);
    sessionId = await buildRoom(corps, { quizId: ofCourse, people: soldiers, examiner });
    const early = await sit(soldier(6), sessionId);
    await submitAttempt(soldier(6), early);
    const ids = await untilBack(soldiers.slice(0, 5));
    const [first, second] = [ids[0]!, ids[1]!];
    expect(await stored(first)).toMatchObject({ state: 'graded', submittedBy: 'time', submittedAt: at(600) });
    expect(await attemptResult(soldier(1), first)).toMatchObject({ kind: 'ended', mayReopen: true });
    expect(await attemptResult(soldier(6), early)).toMatchObject({ mayReopen: false });

    // The first comes back with an answer that could not be sent: too late, but a sign of life.
    clockAt(905);
    expect(await saveAnswer(soldier(1), first, { slot: 2, sequence: 1, response: [0] })).toMatchObject({
      outcome: 'refused',
    });
    await storeSignsOfLife();
    expect(await outageNow()).toEqual([
      {
        ...{ fromAt: at(540).getTime(), untilAt: at(900).getTime(), silent: 5, working: 5, seconds: 64 },
        ...{ reopened: 5, kept: {} },
      },
    ]);

    clockAt(920);
    const measure = { ...why('Mất điện máy chủ'), outageFromAt: at(540) };
    const outcomes = await Promise.all([giveBackOutage(examiner, measure), giveBackOutage(other, measure)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['given', 'unchanged']);
    expect(outcomes.find(({ outcome }) => outcome === 'given')).toEqual({
      ...{ outcome: 'given', reached: 5, reopened: 5, ended: 0, kept: {}, seconds: 64 },
    });
    expect(await stored(first)).toMatchObject({
      ...{ state: 'in-progress', deadlineAt: at(980), extraSeconds: 380, pausedAt: null },
      ...{ submittedAt: null, submittedBy: null, gradedAt: null, grade: null, itemMarks: null, passed: null },
    });
    expect(await stored(second)).toMatchObject({ deadlineAt: at(981), extraSeconds: 380 });
    expect(await stored(early)).toMatchObject({ state: 'graded', submittedBy: 'learner' });
    const [said] = await log('quiz.minutes-given');
    expect(said).toMatchObject({
      ...{ target: 'outage', reached: 5, seconds: 64, reason: 'Mất điện máy chủ', actorId: expect.any(String) },
      ...{ given: { [soldier(1).personId]: 60, [soldier(5).personId]: 64 } },
      ...{ reopened: { [soldier(2).personId]: 61 } },
    });
    expect(await counterDifferences(assignmentId)).toEqual([]);
    expect(await outageNow()).toEqual([]);
    await finishOverdueAttempts();
    expect(await statesOf(ids)).toEqual(ids.map(() => 'in-progress'));

    // The page of the result leads back to the paper, which says why.
    expect(await attemptResult(soldier(1), first)).toEqual({ kind: 'open' });
    expect(await attemptPage(soldier(1), first, 1)).toMatchObject({ kind: 'open', secondsLeft: 60 });
    expect(await attemptPulse(soldier(1), first, heard(at(0)))).toMatchObject({
      ...{ state: 'open', secondsLeft: 60, extraSeconds: 380 },
      notes: [{ kind: 'reopened', seconds: 60, reason: 'Mất điện máy chủ' }],
    });
    await storeSignsOfLife();
    clockAt(950);
    for (const slot of [2, 3, 4]) {
      const response = rightAnswers[slot];
      expect(await saveAnswer(soldier(1), first, { slot, sequence: 2, response })).toMatchObject({ outcome: 'kept' });
    }
    // Half a minute to come back in is no outage of its own.
    expect(await outageNow()).toEqual([]);
    expect(await submitAttempt(soldier(1), first)).toMatchObject({ outcome: 'submitted', cause: 'learner' });
    expect(await stored(first)).toMatchObject({ state: 'graded', markSum: 4, submittedAt: at(950) });
    clockAt(1100);
    await finishOverdueAttempts();
    expect(await statesOf(ids)).toEqual(ids.map(() => 'graded'));
    expect(await stored(second)).toMatchObject({ state: 'graded', markSum: 1, submittedAt: at(981) });
    expect(await counterDifferences(assignmentId)).toEqual([]);
  });

  it('is proposed before the sweeper has come by too, once the machines are back', async () => {
    const ids: string[] = [];
    for (const who of soldiers.slice(0, 4)) ids.push(await sit(who, sessionId));
    await seenAt(sessionId, soldiers.slice(0, 4), 500);
    clockAt(800);
    expect(await outageNow()).toMatchObject([{ fromAt: at(500).getTime(), untilAt: null, seconds: 100, reopened: 4 }]);
    for (const who of soldiers.slice(0, 4)) noteSign(sessionId, who.personId, at(800));
    await storeSignsOfLife();
    clockAt(802);
    expect(await outageNow()).toMatchObject([{ untilAt: at(800).getTime(), seconds: 100, reopened: 4 }]);
    const outcome = await giveBackOutage(examiner, { ...why(), outageFromAt: at(500) });
    expect(outcome).toMatchObject({ reached: 4, reopened: 4, seconds: 100 });
    await finishOverdueAttempts();
    expect(await stored(ids[0]!)).toMatchObject({ state: 'in-progress', deadlineAt: at(902) });
  });

  it('that falls a moment after the last sign of who was there is none', async () => {
    const ids = [];
    for (const who of soldiers) ids.push(await sit(who, sessionId));
    await seenAt(sessionId, soldiers, 590);
    clockAt(601);
    for (const [index, who] of soldiers.entries()) await submitAttempt(who, ids[index]!);
    clockAt(700);
    for (const who of soldiers) noteSign(sessionId, who.personId, at(700));
    await storeSignsOfLife();
    expect(await outageNow()).toEqual([]);
  });

  it('with the room paused since is opened with its clock stopped, and runs with the room', async () => {
    const [first = ''] = await untilBack(soldiers);
    clockAt(910);
    await pauseRoom(examiner, why());
    clockAt(920);
    await giveBackOutage(examiner, { ...why(), outageFromAt: at(540) });
    expect(await stored(first)).toMatchObject({ deadlineAt: at(980), pausedAt: at(920) });
    clockAt(1000);
    await finishOverdueAttempts();
    expect(await stored(first)).toMatchObject({ state: 'in-progress' });
    await resumeRoom(examiner, why());
    expect(await stored(first)).toMatchObject({ deadlineAt: at(1060), pausedAt: null });
  });

  it('is not given back to who was voided or began anew, and the examiner hears why', async () => {
    const ids = await untilBack(soldiers);
    clockAt(910);
    noteSign(sessionId, soldier(2).personId, at(910));
    await storeSignsOfLife();
    await voidAttempt(examiner, { ...why(), personId: soldier(1).personId });
    for (const n of [2, 3]) {
      await allowRestart(examiner, { ...why(), personId: soldier(n).personId, old: 'keep' });
    }
    const again = await sit(soldier(2), sessionId);
    const before = await stored(again);
    const kept = { voided: 1, 'another-attempt': 2 };
    expect(await outageNow()).toMatchObject([{ reopened: 3, kept }]);
    expect(await giveBackOutage(examiner, { ...why(), outageFromAt: at(540) })).toMatchObject({
      ...{ outcome: 'given', reached: 3, reopened: 3, ended: 3, kept },
    });
    expect(await statesOf(ids)).toEqual([
      ...['abandoned', 'graded', 'graded', 'in-progress', 'in-progress', 'in-progress'],
    ]);
    expect(await stored(again)).toEqual(before);
    expect(await outageNow()).toEqual([]);
  });

  it('is not given back once the review has shown what is right', async () => {
    const { quizId: open, settings } = await buildExam(corps);
    await editSettings(open, { ...settings, review: REVIEW_PRESETS['just-after'] });
    sessionId = await buildRoom(corps, { quizId: open, people: soldiers, examiner });
    const [first = ''] = await untilBack(soldiers);
    expect(await giveBackOutage(examiner, { ...why(), outageFromAt: at(540) })).toMatchObject({
      ...{ reached: 0, reopened: 0, ended: 6, kept: { seen: 6 } },
    });
    expect(await stored(first)).toMatchObject({ state: 'graded', extraSeconds: 0 });
    expect(await outageNow()).toEqual([]);
  });

  it('takes answers out of the markers’ queue, and none that a marker has marked', async () => {
    const { quizId: essays } = await buildEssayExam(corps);
    sessionId = await buildRoom(corps, { quizId: essays, people: soldiers, examiner });
    const ids: string[] = [];
    for (const who of soldiers) {
      const attemptId = await sit(who, sessionId);
      await saveAnswer(who, attemptId, { slot: 2, sequence: 1, response: 'Bài viết của tôi.' });
      ids.push(attemptId);
    }
    await seenAt(sessionId, soldiers, 540);
    clockAt(900);
    await finishOverdueAttempts();
    clockAt(901);
    const tasksOf = (attemptId: string) => database().read.markingTask.findMany({ where: { attemptId } });
    const [marked] = await tasksOf(ids[0]!);
    expect(await stored(ids[1]!)).toMatchObject({ state: 'submitted' });
    await markAnswer(other, marked!.id, { levels: { 0: 1, 1: 1 }, mark: '', comment: '' });
    expect(await giveBackOutage(examiner, { ...why(), outageFromAt: at(540) })).toMatchObject({
      ...{ reopened: 5, ended: 1, kept: { marked: 1 } },
    });
    expect(await tasksOf(ids[0]!)).toHaveLength(1);
    expect(await tasksOf(ids[1]!)).toEqual([]);
    expect(await stored(ids[1]!)).toMatchObject({ state: 'in-progress', deadlineAt: at(961) });
    clockAt(930);
    await submitAttempt(soldier(2), ids[1]!);
    expect(await tasksOf(ids[1]!)).toHaveLength(1);
  });
});

describe('the learner', () => {
  const pulse = (attemptId: string, known = heard()) => attemptPulse(soldier(1), attemptId, known);

  it('hears with the next sign of life of minutes and why, of a pause, of its end, of a voided attempt', async () => {
    const attemptId = await sit(soldier(1), sessionId);
    const person = { personId: soldier(1).personId };
    expect(await pulse(attemptId)).toMatchObject({ state: 'open', secondsLeft: 600, isPaused: false, notes: [] });
    await giveMinutesToPerson(examiner, { ...why(), personId: soldier(2).personId, seconds: 60 });
    clockAt(20);
    await giveMinutesToRoom(examiner, { ...why('Đến muộn do mưa'), seconds: 300 });
    const given = { kind: 'given', seconds: 300, reason: 'Đến muộn do mưa' };
    expect(await pulse(attemptId)).toMatchObject({
      ...{ secondsLeft: 880, extraSeconds: 300, deadlineAt: at(900), notes: [given], heardAt: at(20).getTime() },
    });
    // A little is told twice, since an action is dated before it is seen; a page knows it again by its id.
    expect(await pulse(attemptId, heard(at(25), 300))).toMatchObject({ notes: [given] });
    expect(await pulse(attemptId, heard(at(31), 300))).toMatchObject({ notes: [] });
    clockAt(100);
    await pausePerson(examiner, { ...why(), ...person });
    clockAt(160);
    expect(await pulse(attemptId, heard(at(100), 300))).toMatchObject({ isPaused: true, secondsLeft: 800, notes: [] });
    await resumePerson(examiner, { ...why('Sửa xong máy'), ...person });
    expect(await pulse(attemptId, heard(at(100), 300))).toMatchObject({
      ...{ isPaused: false, secondsLeft: 800 },
      notes: [{ kind: 'resumed', seconds: 60, reason: 'Sửa xong máy' }],
    });
    expect(await voidedAttempt(soldier(1), attemptId)).toBeNull();
    await voidAttempt(examiner, { ...why('Dùng điện thoại'), ...person });
    expect(await pulse(attemptId, heard(at(160), 360))).toMatchObject({ state: 'ended', isPaused: false });
    expect(await voidedAttempt(soldier(1), attemptId)).toMatchObject({
      ...{ reason: 'Dùng điện thoại', sessionId, isRestart: false, voidedAt: at(160) },
    });
    expect(await voidedAttempt(soldier(2), attemptId)).toBeNull();
    await expect(attemptPulse(soldier(2), attemptId, heard())).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is told of everything that was done between two signs of life, in its order', async () => {
    const attemptId = await sit(soldier(1), sessionId);
    const person = { personId: soldier(1).personId };
    clockAt(30);
    await giveMinutesToRoom(examiner, { ...why('Mất điện'), seconds: 300 });
    clockAt(31);
    await giveMinutesToPerson(examiner, { ...why('Máy chậm'), ...person, seconds: 60 });
    await pausePerson(examiner, { ...why(), ...person });
    clockAt(41);
    await resumePerson(examiner, { ...why('Xong'), ...person });
    expect(await pulse(attemptId, heard(at(25)))).toMatchObject({
      extraSeconds: 370,
      notes: [
        { kind: 'given', seconds: 300, reason: 'Mất điện' },
        { kind: 'given', seconds: 60, reason: 'Máy chậm' },
        { kind: 'resumed', seconds: 10, reason: 'Xong' },
      ],
    });
    // A window that was told nothing yet hears of the last minutes.
    expect((await pulse(attemptId, { ...heard(), heardAt: null })).notes).toHaveLength(3);
  });

  it('is answered at once where something is new, and as soon as something is', async () => {
    const attemptId = await sit(soldier(1), sessionId);
    const person = { personId: soldier(1).personId };
    const waiting = (known = heard()) => attemptPulse(soldier(1), attemptId, known, { waitMs: 20_000 });
    const first = waiting();
    await giveMinutesToPerson(examiner, { ...why(), personId: soldier(2).personId, seconds: 60 });
    await pausePerson(examiner, { ...why(), ...person });
    expect(await first).toMatchObject({ isPaused: true });
    // Known already: it waits. Not known: it does not.
    const second = waiting({ ...heard(), isPaused: true });
    await resumePerson(examiner, { ...why('Xong'), ...person });
    expect(await second).toMatchObject({ isPaused: false, notes: [{ kind: 'resumed', reason: 'Xong' }] });
    await submitAttempt(soldier(1), attemptId);
    expect(await waiting()).toMatchObject({ state: 'ended' });
  });
});

describe('the board', () => {
  it('counts as many people as there are seats, whatever is done', async () => {
    const reader = new BoardReader(sessionId);
    const counts = async () => {
      const board = await reader.read();
      const { all, paused, ...states } = countBoard(board?.seats ?? []);
      expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(soldiers.length);
      return { ...states, paused, all };
    };
    expect(await counts()).toMatchObject({ 'not-arrived': 6, all: 6 });
    const ids = [];
    for (const who of soldiers.slice(0, 5)) ids.push(await sit(who, sessionId));
    expect(await counts()).toMatchObject({ working: 5, 'not-arrived': 1 });
    await pausePerson(examiner, { ...why(), personId: soldier(1).personId });
    await voidAttempt(examiner, { ...why(), personId: soldier(2).personId });
    await submitFor(examiner, { ...why(), personId: soldier(3).personId });
    await submitAttempt(soldier(4), ids[3]!);
    expect(await counts()).toMatchObject({ working: 2, paused: 1, voided: 1, submitted: 2, 'not-arrived': 1 });
    await allowRestart(examiner, { ...why(), personId: soldier(2).personId, old: 'void' });
    clockAt(60);
    expect(await counts()).toMatchObject({ silent: 3, submitted: 2, 'not-arrived': 1 });
    clockAt(5000);
    // The paused one does not time out; the other that ran has.
    expect(await counts()).toMatchObject({ silent: 2, submitted: 3, paused: 1, 'not-arrived': 1 });
  });
});

describe('nobody else', () => {
  it('acts in the room: not its learners, not a leader, not the examiner of another division', async () => {
    await sit(soldier(1), sessionId);
    const person = { personId: soldier(1).personId };
    const actions: ((by: Actor) => Promise<unknown>)[] = [
      (by) => giveMinutesToPerson(by, { ...why(), ...person, seconds: 60 }),
      (by) => giveMinutesToRoom(by, { ...why(), seconds: 60 }),
      (by) => giveMinutesToQuiz(by, { ...why(), seconds: 60 }),
      (by) => pausePerson(by, { ...why(), ...person }),
      (by) => resumePerson(by, { ...why(), ...person }),
      (by) => pauseRoom(by, why()),
      (by) => resumeRoom(by, why()),
      (by) => submitFor(by, { ...why(), ...person }),
      (by) => voidAttempt(by, { ...why(), ...person }),
      (by) => allowRestart(by, { ...why(), ...person, old: 'void' }),
      (by) => giveBackOutage(by, { ...why(), outageFromAt: at(0) }),
    ];
    for (const action of actions) {
      await expect(action(soldier(1))).rejects.toMatchObject({ code: 'forbidden' });
      await expect(action(corps.thuy)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(action(stranger)).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(pausePerson(examiner, { ...why(), personId: corps.em.personId })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await database().read.auditEvent.count({ where: { subjectId: sessionId } })).toBe(0);
  });

  it('does anything in a room that is closed', async () => {
    const attemptId = await sit(soldier(1), sessionId);
    await submitAttempt(soldier(1), attemptId);
    await database().write((tx) => tx.examSession.update({ where: { id: sessionId }, data: { closedAt: at(10) } }));
    const person = { personId: soldier(1).personId };
    for (const outcome of [
      await giveMinutesToPerson(examiner, { ...why(), ...person, seconds: 60 }),
      await giveMinutesToRoom(examiner, { ...why(), seconds: 60 }),
      await pauseRoom(examiner, why()),
      await voidAttempt(examiner, { ...why(), ...person }),
      await allowRestart(examiner, { ...why(), ...person, old: 'void' }),
      await giveBackOutage(examiner, { ...why(), outageFromAt: at(0) }),
    ]) {
      expect(outcome).toEqual({ outcome: 'refused', reason: 'session-closed' });
    }
  });
});
