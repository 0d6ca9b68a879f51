import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { createUnit } from '#app/features/org/commands/create-unit.server.ts';
import { importQuestions } from '#app/features/questions/commands/import-questions.server.ts';
import { finishOverdueAttempts } from '#app/features/quiz/commands/finish-overdue-attempts.server.ts';
import { changeSession } from '#app/features/quiz/commands/room/change-session.server.ts';
import { closeForgottenSessions } from '#app/features/quiz/commands/room/close-forgotten-sessions.server.ts';
import { closeSession } from '#app/features/quiz/commands/room/close-session.server.ts';
import { createSession } from '#app/features/quiz/commands/room/create-session.server.ts';
import { enterLobby } from '#app/features/quiz/commands/room/enter-lobby.server.ts';
import { preparePapers, prepareSession } from '#app/features/quiz/commands/room/prepare-papers.server.ts';
import { releaseSession } from '#app/features/quiz/commands/room/release-session.server.ts';
import { removeSeat } from '#app/features/quiz/commands/room/remove-seat.server.ts';
import { seatPeople } from '#app/features/quiz/commands/room/seat-people.server.ts';
import { startPrepared } from '#app/features/quiz/commands/room/start-prepared.server.ts';
import { pauseRoom } from '#app/features/quiz/commands/room/stop-clock.server.ts';
import { storeSignsOfLife } from '#app/features/quiz/commands/room/store-signs.server.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { listPaperPeople } from '#app/features/quiz/data/printed/roster.server.ts';
import { listSeats } from '#app/features/quiz/data/room/seats.server.ts';
import { listSessionResults } from '#app/features/quiz/data/room/session-results.server.ts';
import { attemptPage } from '#app/features/quiz/queries/attempt-page.server.ts';
import { attemptResult } from '#app/features/quiz/queries/attempt-result.server.ts';
import { courseQuizzes } from '#app/features/quiz/queries/course-quizzes.server.ts';
import { myResults } from '#app/features/quiz/queries/my-results.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { at, buildExam, clockAt, editSettings, fourQuestions } from '#tests/fixtures/exam.ts';
import { asExaminer, buildRoom, seatOf } from '#tests/fixtures/room.ts';

useTestDatabase();

let corps: Corps;
let examiner: Actor;
beforeAll(async () => {
  clockAt(-9000);
  corps = await buildCorps();
  examiner = await asExaminer(corps.thuy, corps.s1);
});
beforeEach(() => clockAt(-600));

const attemptsOf = (sessionId: string) =>
  database().read.attempt.findMany({ where: { sessionId }, include: { answers: true }, orderBy: { id: 'asc' } });
const nobody = { unitIds: [], groupIds: [], personIds: [] };

describe('a session from plan to close', () => {
  it('seats units with their subtree, groups and single people, each once, and numbers the seats', async () => {
    const { quizId } = await buildExam(corps);
    const sessionId = await buildRoom(corps, examiner, quizId);
    await database().write(async (tx) => {
      await tx.personGroup.create({
        data: { id: `nhom-${sessionId}`, unitId: corps.s1.id, name: 'N', createdAt: at(0) },
      });
      await tx.personGroupMember.createMany({
        data: [corps.an, corps.dung].map(({ personId }) => ({
          groupId: `nhom-${sessionId}`,
          personId,
          addedAt: at(0),
        })),
      });
    });
    // Em serves in S2, outside the session's unit.
    const personIds = [corps.an.personId, corps.em.personId];
    const more = await seatPeople(examiner, sessionId, { ...nobody, groupIds: [`nhom-${sessionId}`], personIds });
    expect(more).toEqual({ kind: 'seated', seated: 1, there: 1, withoutAccount: 1, elsewhere: 0 });
    expect(await seatPeople(examiner, sessionId, { ...nobody, unitIds: [corps.corps.id] })).toMatchObject({ there: 4 });
    const seats = await database().read.examSeat.findMany({ where: { sessionId }, orderBy: { number: 'asc' } });
    expect(seats.map(({ number }) => number)).toEqual(seats.map((_, index) => index + 1));
    expect(seats.map(({ personId }) => personId)).not.toContain(corps.em.personId);
    await removeSeat(examiner, sessionId, seats[1]!.personId);
    await seatPeople(examiner, sessionId, { ...nobody, personIds: [seats[1]!.personId] });
    expect((await seatOf(sessionId, seats[1]!.personId)).number).toBe(2);
    const other = await buildRoom(corps, examiner, quizId, { unitIds: [] });
    expect(await seatPeople(examiner, other, { ...nobody, unitIds: [corps.c1.id] })).toMatchObject({
      ...{ seated: 0, elsewhere: 3 },
    });
  });

  it('prepares papers that count nowhere, opens the lobby, releases once, and begins each clock at its own start', async () => {
    const { quizId, courseId } = await buildExam(corps);
    clockAt(-3600);
    const sessionId = await buildRoom(corps, examiner, quizId);
    await preparePapers();
    expect(await attemptsOf(sessionId)).toEqual([]);
    expect(await enterLobby(corps.an, sessionId)).toMatchObject({ kind: 'refused', reason: 'too-early' });
    clockAt(-1700);
    await preparePapers();
    expect(await attemptsOf(sessionId)).toHaveLength(3);
    expect(await prepareSession(sessionId)).toBe(0);
    const [first] = await attemptsOf(sessionId);
    expect(first).toMatchObject({ state: 'prepared', number: 1, deadlineAt: null });
    expect(first?.answers).toHaveLength(4);
    // Nobody sees it: not the list of results, not the course, and not the page of its address.
    expect((await myResults(corps.an)).total).toBe(0);
    const [quiz] = await courseQuizzes(corps.an, courseId);
    expect(quiz).toMatchObject({ attemptsUsed: 0, openAttemptId: null, start: 'in-session', sessionId });
    const seat = await seatOf(sessionId, corps.an.personId);
    await expect(attemptPage(corps.an, seat.attemptId!, 1)).rejects.toThrow('not-found');
    await expect(attemptResult(corps.an, seat.attemptId!)).rejects.toThrow('not-found');
    expect(await startPrepared(corps.an, sessionId)).toEqual({ kind: 'refused', reason: 'not-released' });

    clockAt(-60);
    expect(await enterLobby(corps.an, sessionId)).toEqual({ kind: 'enter' });
    expect(await seatOf(sessionId, corps.an.personId)).toMatchObject({ arrivedAt: at(-60) });
    clockAt(10);
    expect(await releaseSession(examiner, sessionId)).toEqual({ kind: 'released', releasedAt: at(10) });
    clockAt(20);
    expect(await releaseSession(examiner, sessionId)).toEqual({ kind: 'unchanged', releasedAt: at(10) });
    clockAt(11);
    expect(await startPrepared(corps.an, sessionId)).toEqual({ kind: 'started', attemptId: seat.attemptId });
    clockAt(300);
    expect(await startPrepared(corps.an, sessionId)).toEqual({ kind: 'resumed', attemptId: seat.attemptId });
    expect(await startPrepared(corps.binh, sessionId)).toMatchObject({ kind: 'started' });
    const begun = await attemptsOf(sessionId);
    const deadlines = new Map(begun.map(({ personId, deadlineAt }) => [personId, deadlineAt]));
    expect(deadlines.get(corps.an.personId)).toEqual(at(611));
    expect(deadlines.get(corps.binh.personId)).toEqual(at(900));
    expect(await attemptPage(corps.an, seat.attemptId!, 1)).toMatchObject({ kind: 'open', deadlineAt: at(611) });
    const saved = await saveAnswer(corps.an, seat.attemptId!, { slot: 1, sequence: 1, response: 1 });
    expect(saved.outcome).toBe('kept');
  });

  it('lets nobody begin after the late minutes, and nobody outside the session who has a seat', async () => {
    const { quizId } = await buildExam(corps);
    const sessionId = await buildRoom(corps, examiner, quizId, { lateMinutes: 10 });
    expect(await startAttempt(corps.an, quizId)).toEqual({ kind: 'refused', reason: 'in-session', sessionId });
    expect(await startAttempt(corps.dung, quizId)).toMatchObject({ kind: 'started' });
    await preparePapers();
    clockAt(0);
    await releaseSession(examiner, sessionId);
    clockAt(599);
    expect(await startPrepared(corps.an, sessionId)).toMatchObject({ kind: 'started' });
    clockAt(600);
    expect(await startPrepared(corps.binh, sessionId)).toEqual({ kind: 'refused', reason: 'too-late', until: at(600) });
    await expect(startPrepared(corps.dung, sessionId)).rejects.toThrow('not-found');
    await expect(enterLobby(corps.em, sessionId)).rejects.toThrow('not-found');
  });

  it('adds the minutes of the room and of the seat to the deadline, past the close', async () => {
    const { quizId, settings } = await buildExam(corps);
    await editSettings(quizId, { ...settings, closeAt: at(300) });
    const sessionId = await buildRoom(corps, examiner, quizId);
    await database().write(async (tx) => {
      await tx.examSession.update({ where: { id: sessionId }, data: { extraSeconds: 60 } });
      await tx.examSeat.update({
        where: { sessionId_personId: { sessionId, personId: corps.an.personId } },
        data: { extraSeconds: 120 },
      });
    });
    await preparePapers();
    clockAt(0);
    await releaseSession(examiner, sessionId);
    clockAt(100);
    for (const who of [corps.an, corps.binh]) await startPrepared(who, sessionId);
    const rows = await attemptsOf(sessionId);
    const of = (who: Actor) => rows.find(({ personId }) => personId === who.personId);
    expect(of(corps.an)).toMatchObject({ extraSeconds: 180, deadlineAt: at(480) });
    expect(of(corps.binh)).toMatchObject({ extraSeconds: 60, deadlineAt: at(360) });
    clockAt(400);
    expect(await startPrepared(corps.cuong, sessionId)).toEqual({ kind: 'refused', reason: 'quiz-closed' });
  });

  it('makes one attempt and one event out of 100 starts, with a paper ready and without', async () => {
    for (const isPrepared of [true, false]) {
      const { quizId } = await buildExam(corps);
      const sessionId = await buildRoom(corps, examiner, quizId);
      if (isPrepared) await preparePapers();
      clockAt(0);
      await releaseSession(examiner, sessionId);
      const outcomes = await Promise.all(Array.from({ length: 100 }, () => startPrepared(corps.an, sessionId)));
      expect(outcomes.filter(({ kind }) => kind === 'started')).toHaveLength(1);
      expect(outcomes.filter(({ kind }) => kind === 'resumed')).toHaveLength(99);
      const attemptId = (await seatOf(sessionId, corps.an.personId)).attemptId!;
      expect(await database().read.attempt.count({ where: { quizId, personId: corps.an.personId } })).toBe(1);
      const log = { op: 'quiz.attempt-started', subjectId: attemptId };
      expect(await database().read.auditEvent.count({ where: log })).toBe(1);
      clockAt(-600);
    }
  });

  it('draws papers anew when the quiz or a question was changed before the release, and not after it', async () => {
    const { quizId, settings } = await buildExam(corps);
    const sessionId = await buildRoom(corps, examiner, quizId);
    await preparePapers();
    const before = await attemptsOf(sessionId);
    clockAt(-500);
    const [q1, ...others] = fourQuestions;
    await importQuestions(theSystem, {
      unitId: corps.corps.id,
      modules: [{ code: 'thu', name: 'Chuyên đề thử', questions: [{ ...q1, stem: 'Thủ đô nước ta?' }, ...others] }],
    });
    clockAt(0);
    expect(await releaseSession(examiner, sessionId)).toEqual({ kind: 'refused', reason: 'papers-out-of-date' });
    await preparePapers();
    const after = await attemptsOf(sessionId);
    expect(after.map(({ number }) => number)).toEqual(before.map(({ number }) => number));
    const versionsOf = (rows: typeof after) => rows[0]!.answers.map(({ questionVersionId }) => questionVersionId);
    expect(versionsOf(after)).not.toEqual(versionsOf(before));
    expect((await releaseSession(examiner, sessionId)).kind).toBe('released');
    clockAt(30);
    await editSettings(quizId, { ...settings, timeLimitSeconds: 60 });
    await database().write((tx) => tx.quiz.update({ where: { id: quizId }, data: { updatedAt: at(20) } }));
    await preparePapers();
    await startPrepared(corps.an, sessionId);
    const begun = await database().read.attempt.findFirst({ where: { sessionId, personId: corps.an.personId } });
    expect(begun).toMatchObject({ deadlineAt: at(630) });
    // What the other tests draw is as they know it.
    await importQuestions(theSystem, {
      unitId: corps.corps.id,
      modules: [{ code: 'thu', name: 'Chuyên đề thử', questions: fourQuestions }],
    });
  });

  it('goes on where a process died between two batches', async () => {
    const { quizId } = await buildExam(corps);
    const sessionId = await buildRoom(corps, examiner, quizId, { unitIds: [corps.s1.id] });
    const seats = await database().read.examSeat.count({ where: { sessionId } });
    // One batch reaches everybody here, so the stop is after it and before the papers count as done.
    expect(await prepareSession(sessionId, 1)).toBe(seats);
    const half = await database().read.examSession.findUniqueOrThrow({ where: { id: sessionId } });
    expect(half.preparation).toBe('running');
    await removeSeat(examiner, sessionId, corps.binh.personId);
    await seatPeople(examiner, sessionId, { ...nobody, personIds: [corps.binh.personId] });
    const kept = (await seatOf(sessionId, corps.an.personId)).attemptId;
    expect(await prepareSession(sessionId)).toBe(1);
    expect((await seatOf(sessionId, corps.an.personId)).attemptId).toBe(kept);
    const done = await database().read.examSession.findUniqueOrThrow({ where: { id: sessionId } });
    expect(done.preparation).toBe('done');
  });

  it('is closed by the product when its examiner forgets it, and not while somebody may still work in it', async () => {
    const { quizId } = await buildExam(corps);
    const [left, waiting, paused] = [
      await buildRoom(corps, examiner, quizId),
      await buildRoom(corps, examiner, (await buildExam(corps)).quizId),
      await buildRoom(corps, examiner, (await buildExam(corps)).quizId),
    ];
    const closedAt = async (id: string) =>
      (await database().read.examSession.findUniqueOrThrow({ where: { id } })).closedAt;
    for (const id of [left, paused]) await releaseSession(examiner, id);
    const begun = await startPrepared(corps.an, left);
    if (begun.kind !== 'started') throw new Error(begun.kind);
    await pauseRoom(examiner, { sessionId: paused, reason: 'Mất điện', key: 'p' });
    clockAt(13 * 3600);
    // Whose time is up is submitted by the clock first, and dated then.
    await closeForgottenSessions();
    expect(await closedAt(left)).toBeNull();
    await finishOverdueAttempts();
    expect(await closeForgottenSessions()).toBeGreaterThan(0);
    expect(await closeForgottenSessions()).toBe(0);
    expect(await closedAt(left)).toEqual(at(13 * 3600));
    expect(await closedAt(waiting)).toBeNull();
    clockAt(49 * 3600);
    expect(await closeForgottenSessions()).toBeGreaterThan(0);
    expect([await closedAt(waiting), await closedAt(paused)]).toEqual([at(49 * 3600), null]);
    const [event] = await database().read.auditEvent.findMany({
      where: { op: 'quiz.session-closed', subjectId: left },
    });
    expect(event).toMatchObject({ actorId: null, details: expect.stringContaining('"isForgotten":true') });
  });

  it('closes when nobody works any more and throws away papers that nobody began', async () => {
    const { quizId, courseId } = await buildExam(corps);
    const sessionId = await buildRoom(corps, examiner, quizId);
    await preparePapers();
    clockAt(0);
    await releaseSession(examiner, sessionId);
    const started = await startPrepared(corps.an, sessionId);
    clockAt(60);
    expect(await closeSession(examiner, sessionId)).toEqual({ kind: 'refused', reason: 'still-working', working: 1 });
    expect(await removeSeat(examiner, sessionId, corps.an.personId)).toEqual({ kind: 'refused', reason: 'has-begun' });
    if ('attemptId' in started) await submitAttempt(corps.an, started.attemptId);
    expect(await startPrepared(corps.an, sessionId)).toMatchObject({ kind: 'ended' });
    expect(await closeSession(examiner, sessionId)).toEqual({ kind: 'closed', closedAt: at(60) });
    expect(await closeSession(examiner, sessionId)).toEqual({ kind: 'unchanged', closedAt: at(60) });
    expect(await attemptsOf(sessionId)).toHaveLength(1);
    expect(await startPrepared(corps.binh, sessionId)).toEqual({ kind: 'refused', reason: 'session-closed' });
    // Outside a session that is closed the quiz is begun as ever.
    expect(await startAttempt(corps.binh, quizId)).toMatchObject({ kind: 'started' });
    const [quiz] = await courseQuizzes(corps.binh, courseId);
    expect(quiz?.start).toBe('resume');
  });
});

describe('the lists of a session', () => {
  it('tell companies of one name apart by what stands above them', async () => {
    const { quizId } = await buildExam(corps);
    const twin = await createUnit(theSystem, {
      ...{ parentId: corps.c2.id, kind: 'company', name: corps.c1.name, shortName: corps.c1.name },
    });
    const { personId } = corps.dung;
    const moveTo = (unitId: string) =>
      database().write((tx) => tx.person.update({ where: { id: personId }, data: { unitId } }));
    const personIds = [corps.an.personId, personId];
    const sessionId = await buildRoom(corps, examiner, quizId, { unitIds: [], personIds });
    const names = async () => {
      const lists = [await listSeats(database().sql, sessionId), await listSessionResults(database().sql, sessionId)];
      return [...lists, [...(await listPaperPeople(database().sql, personIds)).values()]].map((list) =>
        list.map(({ unitName }) => unitName).sort(),
      );
    };
    const [c1, c2, s1] = [corps.c1.name, corps.c2.name, corps.s1.name];
    expect(await names()).toEqual([1, 2, 3].map(() => [c1, c2]));
    await moveTo(twin.id);
    expect(await names()).toEqual([1, 2, 3].map(() => [`${c1}, ${s1}`, `${c1}, ${c2}`]));
    await moveTo(corps.c2.id);
  });
});

describe('who may run a session', () => {
  it('is an examiner of the unit, and nobody else finds it', async () => {
    const { quizId } = await buildExam(corps);
    const sessionId = await buildRoom(corps, examiner, quizId);
    const elsewhere = await asExaminer(corps.hanh, corps.c3);
    await expect(releaseSession(elsewhere, sessionId)).rejects.toThrow('not-found');
    await expect(closeSession(elsewhere, sessionId)).rejects.toThrow('not-found');
    await expect(seatPeople(elsewhere, sessionId, nobody)).rejects.toThrow('not-found');
    await expect(releaseSession(corps.an, sessionId)).rejects.toThrow('forbidden');
    const plan = { quizId, title: 'x', room: 'y', lobbyAt: at(-1), plannedAt: at(0), lateMinutes: null };
    await expect(createSession(elsewhere, { ...plan, unitId: corps.s1.id })).rejects.toThrow('bad-input');
    await expect(createSession(examiner, { ...plan, unitId: corps.s1.id, quizId: 'x' })).rejects.toThrow('bad-input');
    expect(await changeSession(examiner, sessionId, { ...plan, revision: 9 })).toEqual({
      ...{ kind: 'refused', reason: 'changed-by-other' },
    });
    expect(await changeSession(examiner, sessionId, { ...plan, revision: 1 })).toEqual({ kind: 'changed' });
    expect(await releaseSession(examiner, await buildRoom(corps, examiner, quizId, { unitIds: [] }))).toEqual({
      ...{ kind: 'refused', reason: 'no-seats' },
    });
  });
});

describe('signs of life', () => {
  it('are kept to the second, and a silence at work that ends becomes a gap', async () => {
    const { quizId } = await buildExam(corps);
    const sessionId = await buildRoom(corps, examiner, quizId);
    await preparePapers();
    for (const who of [corps.an, corps.binh]) await enterLobby(who, sessionId);
    await storeSignsOfLife();
    clockAt(-400);
    await enterLobby(corps.an, sessionId);
    expect(await storeSignsOfLife()).toBe(1);
    expect(await seatOf(sessionId, corps.an.personId)).toMatchObject({ arrivedAt: at(-600), lastSeenAt: at(-400) });
    clockAt(0);
    await releaseSession(examiner, sessionId);
    for (const who of [corps.an, corps.binh]) await startPrepared(who, sessionId);
    clockAt(30);
    for (const who of [corps.an, corps.binh]) await enterLobby(who, sessionId);
    await storeSignsOfLife();
    clockAt(100);
    await enterLobby(corps.an, sessionId);
    clockAt(104);
    await enterLobby(corps.an, sessionId);
    await storeSignsOfLife();
    expect(await storeSignsOfLife()).toBe(0);
    const gaps = await database().read.examGap.findMany({ where: { sessionId } });
    expect(gaps).toMatchObject([{ personId: corps.an.personId, fromAt: at(30), untilAt: at(100), givenBack: false }]);
    expect(await seatOf(sessionId, corps.an.personId)).toMatchObject({ lastSeenAt: at(104) });
    expect(await seatOf(sessionId, corps.binh.personId)).toMatchObject({ lastSeenAt: at(30) });
  });
});
