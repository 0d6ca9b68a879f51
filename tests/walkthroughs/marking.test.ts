import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { onEvent } from '#app/features/audit/commands/reactions.server.ts';
import type { DomainEvent } from '#app/features/audit/core/event.ts';
import { finishOverdueAttempts } from '#app/features/quiz/commands/finish-overdue-attempts.server.ts';
import { markAnswer } from '#app/features/quiz/commands/marking/mark-answer.server.ts';
import { reopenTask } from '#app/features/quiz/commands/marking/reopen-task.server.ts';
import { takeTask } from '#app/features/quiz/commands/marking/take-task.server.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { CLAIM_SECONDS } from '#app/features/quiz/core/marking/may-mark.ts';
import { REVIEW_PRESETS } from '#app/features/quiz/core/review.ts';
import { attemptResult } from '#app/features/quiz/queries/attempt-result.server.ts';
import { markingFile } from '#app/features/quiz/queries/marking/marking-file.server.ts';
import { markingOfQuiz, markingQueue } from '#app/features/quiz/queries/marking/marking-queue.server.ts';
import { markingSheet } from '#app/features/quiz/queries/marking/marking-sheet.server.ts';
import { markingTask } from '#app/features/quiz/queries/marking/marking-task.server.ts';
import { myResults } from '#app/features/quiz/queries/my-results.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { counterDifferences, enrol } from '#tests/fixtures/enrolled.ts';
import { at, clockAt, rightAnswers } from '#tests/fixtures/exam.ts';
import { buildEssayExam, withRole } from '#tests/fixtures/marked-by-hand.ts';

useTestDatabase();

let corps: Corps;
/** Examiners of the corps (two) and of S2, where nobody learns. */
let lan: Actor;
let mai: Actor;
let hoa: Actor;
let far: Actor;
const told: DomainEvent[] = [];
beforeAll(async () => {
  corps = await buildCorps();
  lan = await withRole(corps.khoi, 'examiner', corps.corps);
  mai = await withRole(corps.giang, 'examiner', corps.corps);
  hoa = await withRole(corps.thuy, 'examiner', corps.s1);
  far = await withRole(corps.hanh, 'examiner', corps.s2);
  for (const type of ['attempt-submitted', 'attempt-graded'] as const) {
    onEvent(type, 'the test', async (_change, event) => void told.push(event));
  }
});
beforeEach(() => {
  clockAt(0);
  told.length = 0;
});

const stored = (attemptId: string) =>
  database().read.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    include: { answers: { orderBy: { slot: 'asc' } }, tasks: { orderBy: { slot: 'asc' }, include: { marks: true } } },
  });

/** Takes the exam: the quick question right, the essays with these texts (null: left empty). */
async function sit(who: Actor, quizId: string, ...texts: (string | null)[]): Promise<string> {
  const outcome = await startAttempt(who, quizId);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  const { attemptId } = outcome;
  await saveAnswer(who, attemptId, { slot: 1, sequence: 1, response: rightAnswers[1] });
  for (const [index, response] of texts.entries()) {
    if (response !== null) await saveAnswer(who, attemptId, { slot: index + 2, sequence: 1, response });
  }
  await submitAttempt(who, attemptId);
  return attemptId;
}

const taken = async (who: Actor, quizId: string, questionId?: string) => {
  const taskId = await takeTask(who, { quizId, questionId });
  if (taskId === null) throw new Error('nothing to mark');
  return taskId;
};

/** Levels by place: contents 0..2 (0, 3, 6 points), argument 0..2 (0, 2, 4 points). */
const give = (who: Actor, taskId: string, contents: number, argument: number, comment = '') =>
  markAnswer(who, taskId, { levels: { 0: contents, 1: argument }, mark: '', comment });

describe('an answer that one person marks', () => {
  it('waits as submitted, is graded with its last answer, and everybody is told', async () => {
    const { quizId, courseId, assignmentId } = await buildEssayExam(corps, { essays: 2 });
    await enrol(assignmentId, [quizId]);
    const attemptId = await sit(corps.an, quizId, 'Bài luận một', 'Bài luận hai');
    const event = { personId: corps.an.personId, quizId, courseId, attemptId };
    expect(told).toEqual([{ type: 'attempt-submitted', ...event }]);
    expect(await stored(attemptId)).toMatchObject({
      ...{ state: 'submitted', gradedAt: null, grade: null, passed: null, classification: null },
      ...{ markSum: 1, maxMark: 9, itemMarks: '[1,null,null]' },
      tasks: [
        { slot: 2, state: 'first', markersWanted: 1 },
        { slot: 3, state: 'first', markersWanted: 1 },
      ],
    });
    expect((await myResults(corps.an)).results[0]).toMatchObject({ state: 'ended', grade: null });
    const first = await taken(lan, quizId);
    clockAt(60);
    expect(await give(lan, first, 1, 1)).toMatchObject({ kind: 'marked', state: 'done' });
    expect(await stored(attemptId)).toMatchObject({ state: 'submitted', markSum: 3, grade: null });
    const second = await taken(lan, quizId);
    expect(second).not.toBe(first);
    clockAt(120);
    await give(lan, second, 2, 2, 'Chặt chẽ.');
    const attempt = await stored(attemptId);
    expect(attempt).toMatchObject({ state: 'graded', gradedAt: at(120), markSum: 7, grade: 7.77778, passed: true });
    expect([...JSON.parse(attempt.itemMarks ?? '[]')].sort()).toEqual([1, 2, 4]);
    expect(told.at(-1)).toEqual({ type: 'attempt-graded', ...event });
    expect(await takeTask(lan, { quizId })).toBeNull();
    expect(await counterDifferences(assignmentId)).toEqual([]);
  });

  it('needs nobody for an essay that was left empty', async () => {
    const { quizId } = await buildEssayExam(corps);
    const attemptId = await sit(corps.binh, quizId, null);
    expect(await stored(attemptId)).toMatchObject({ state: 'graded', markSum: 1, grade: 2, tasks: [] });
    expect(told.map(({ type }) => type)).toEqual(['attempt-graded']);
  });

  it('is put into the queue when the time is up too, and reads the same before the sweeper has come by', async () => {
    const { quizId } = await buildEssayExam(corps, { review: REVIEW_PRESETS['just-after'] });
    const outcome = await startAttempt(corps.binh, quizId);
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    await saveAnswer(corps.binh, outcome.attemptId, { slot: 2, sequence: 1, response: 'Dở dang' });
    clockAt(700);
    const before = await attemptResult(corps.binh, outcome.attemptId);
    expect(before).toMatchObject({ overall: { grade: null, markSum: 0 } });
    await finishOverdueAttempts();
    expect(await stored(outcome.attemptId)).toMatchObject({ state: 'submitted', tasks: [{ state: 'first' }] });
    expect(await attemptResult(corps.binh, outcome.attemptId)).toEqual(before);
  });

  it('is marked as a whole where the question has no rubric, within its marks', async () => {
    const { quizId } = await buildEssayExam(corps, { essay: { rubric: [] } });
    const attemptId = await sit(corps.cuong, quizId, 'Bài luận');
    const taskId = await taken(lan, quizId);
    for (const mark of ['', '5', '-1', 'ba', '1,5,5']) {
      expect(await markAnswer(lan, taskId, { levels: {}, mark, comment: '' })).toEqual({ kind: 'not-a-mark' });
    }
    await markAnswer(lan, taskId, { levels: {}, mark: '3,5', comment: '' });
    expect(await stored(attemptId)).toMatchObject({ state: 'graded', markSum: 4.5, grade: 9 });
  });

  it('keeps nothing while a criterion has no level', async () => {
    const { quizId } = await buildEssayExam(corps);
    const attemptId = await sit(corps.cuong, quizId, 'Bài luận');
    const taskId = await taken(lan, quizId);
    const incomplete: Record<number, number>[] = [{}, { 0: 1 }, { 0: 1, 1: 3 }];
    for (const levels of incomplete) {
      const outcome = await markAnswer(lan, taskId, { levels, mark: '', comment: '' });
      expect(outcome).toMatchObject({ kind: 'incomplete' });
    }
    expect((await stored(attemptId)).tasks[0]).toMatchObject({ state: 'first', marks: [] });
  });
});

describe('an answer that two people mark', () => {
  const two = { markers: 2, disagreementFraction: 0.2 } as const;

  it('is settled by the mean of two who agree, who do not see each other', async () => {
    const { quizId } = await buildEssayExam(corps, two);
    const attemptId = await sit(corps.an, quizId, 'Bài luận');
    const taskId = await taken(lan, quizId);
    expect(await give(lan, taskId, 1, 2, 'Lời của Lan')).toMatchObject({ state: 'second' });
    expect(await stored(attemptId)).toMatchObject({ state: 'submitted' });
    expect(await taken(mai, quizId)).toBe(taskId);
    const page = await markingTask(mai, taskId);
    expect(page.own).toBeNull();
    expect(JSON.stringify(page)).not.toContain('Lan');
    expect(await give(mai, taskId, 2, 1)).toMatchObject({ state: 'done' });
    const { tasks, ...attempt } = await stored(attemptId);
    expect(tasks[0]).toMatchObject({ state: 'done', finalFraction: 0.75 });
    expect(attempt).toMatchObject({ state: 'graded', markSum: 4, grade: 8 });
  });

  it('goes to a third on disagreement, whose mark holds', async () => {
    const { quizId } = await buildEssayExam(corps, two);
    const attemptId = await sit(corps.binh, quizId, 'Bài luận');
    const taskId = await taken(lan, quizId);
    await give(lan, taskId, 0, 0);
    expect(await give(mai, await taken(mai, quizId), 2, 2)).toMatchObject({ state: 'third' });
    // Neither of the two settles it.
    expect(await takeTask(lan, { quizId })).toBeNull();
    expect(await takeTask(mai, { quizId })).toBeNull();
    expect((await markingQueue(hoa)).quizzes.find((one) => one.quizId === quizId)).toMatchObject({
      ...{ total: 1, done: 0, forMarker: 1, third: 1 },
    });
    expect(await give(hoa, await taken(hoa, quizId), 1, 1)).toMatchObject({ state: 'done' });
    expect(await stored(attemptId)).toMatchObject({ state: 'graded', markSum: 3, grade: 6 });
    expect((await stored(attemptId)).tasks[0]).toMatchObject({ finalFraction: 0.5 });
  });

  it.each([
    ['a tenth apart, where the quiz allows less', 0.05, [1, 2], [2, 1], 'third'],
    ['a whole mark apart, where the quiz allows that', 1, [0, 0], [2, 2], 'done'],
  ] as const)('disagrees by what the quiz calls so: %s', async (_, disagreementFraction, one, other, state) => {
    const { quizId } = await buildEssayExam(corps, { ...two, disagreementFraction });
    await sit(corps.an, quizId, 'Bài luận');
    await give(lan, await taken(lan, quizId), one[0], one[1]);
    expect(await give(mai, await taken(mai, quizId), other[0], other[1])).toMatchObject({ state });
  });

  it('takes a change of the own mark until it is settled, and none after', async () => {
    const { quizId } = await buildEssayExam(corps, two);
    const attemptId = await sit(corps.cuong, quizId, 'Bài luận');
    const taskId = await taken(lan, quizId);
    await give(lan, taskId, 0, 0);
    expect(await give(lan, taskId, 2, 2)).toMatchObject({ state: 'second' });
    expect((await stored(attemptId)).tasks[0]?.marks).toMatchObject([{ round: 1, fraction: 1 }]);
    await give(mai, taskId, 2, 1);
    expect(await give(lan, taskId, 0, 0)).toEqual({ kind: 'refused', reason: 'done' });
    expect(await stored(attemptId)).toMatchObject({ state: 'graded', grade: 9.2 });
  });

  it('is settled once when both send their mark at the same moment', async () => {
    const { quizId } = await buildEssayExam(corps, two);
    const attemptId = await sit(corps.dung, quizId, 'Bài luận');
    const taskId = (await stored(attemptId)).tasks[0]!.id;
    const outcomes = await Promise.all([give(lan, taskId, 1, 1), give(mai, taskId, 1, 1), give(hoa, taskId, 1, 1)]);
    const kinds = outcomes.map((one) => (one.kind === 'marked' ? one.state : one.kind)).sort();
    expect(kinds).toEqual(['done', 'refused', 'second']);
    const { tasks } = await stored(attemptId);
    expect(tasks[0]?.marks.map(({ round }) => round).sort()).toEqual([1, 2]);
    expect(told.filter(({ type }) => type === 'attempt-graded')).toHaveLength(1);
  });
});

describe('who marks what', () => {
  it('shows a marker no name, no unit and no attempt', async () => {
    const { quizId } = await buildEssayExam(corps);
    const attemptId = await sit(corps.an, quizId, 'Bài luận của tôi');
    const page = await markingTask(lan, await taken(lan, quizId));
    expect(page).toMatchObject({ answer: 'Bài luận của tôi', maxMark: 4, refused: null });
    const text = JSON.stringify([page, await markingOfQuiz(lan, quizId), await markingSheet(lan, quizId)]);
    const secrets = [attemptId, corps.an.personId, corps.an.fullName, corps.an.unitId, corps.c1.name, 'QN0000'];
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('lets a marker have the attached files, under names that tell nobody, and asks a marker for files alone', async () => {
    const { quizId } = await buildEssayExam(corps, { essay: { maxFiles: 2 } });
    const outcome = await startAttempt(corps.dung, quizId);
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    const { attemptId } = outcome;
    await database().write(async (tx) => {
      const media = { mimeType: 'application/pdf', byteSize: 2048, name: 'x', purpose: 'personal', createdAt: at(0) };
      await tx.mediaFile.create({ data: { ...media, id: 'f'.repeat(64) } });
      const file = { attemptId, slot: 2, mediaId: 'f'.repeat(64), addedAt: at(0) };
      await tx.attemptFile.create({ data: { ...file, id: 'tep-da-go', name: 'cũ.pdf', removedAt: at(1) } });
      await tx.attemptFile.create({ data: { ...file, id: 'tep-con', name: 'Phạm Anh Dũng.pdf' } });
    });
    await submitAttempt(corps.dung, attemptId);
    const taskId = await taken(lan, quizId);
    const page = await markingTask(lan, taskId);
    expect(page).toMatchObject({ answer: '', files: [{ id: 'tep-con', name: 'tep-1.pdf', byteSize: 2048 }] });
    expect(await markingFile(lan, taskId, 'tep-con')).toMatchObject({ name: 'tep-1.pdf', mediaId: 'f'.repeat(64) });
    await expect(markingFile(lan, taskId, 'tep-da-go')).rejects.toMatchObject({ code: 'not-found' });
    await expect(markingFile(far, taskId, 'tep-con')).rejects.toMatchObject({ code: 'not-found' });
    await expect(markingFile(corps.dung, taskId, 'tep-con')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('hands two markers two different answers, question by question, and one again after a while', async () => {
    const { quizId } = await buildEssayExam(corps, { essays: 2 });
    await sit(corps.an, quizId, 'An một', 'An hai');
    await sit(corps.binh, quizId, 'Bình một', 'Bình hai');
    const first = await taken(lan, quizId);
    expect(await taken(lan, quizId)).toBe(first);
    const second = await taken(mai, quizId);
    expect(second).not.toBe(first);
    expect((await markingTask(mai, first)).isOnOtherTable).toBe(true);
    const marked = await give(lan, first, 1, 1);
    if (marked.kind !== 'marked') throw new Error(marked.kind);
    // The other answer to this question lies on Mai's table.
    const next = await taken(lan, quizId, marked.questionId);
    expect((await markingTask(lan, next)).stemHtml).toBe((await markingTask(lan, first)).stemHtml);
    expect(next).not.toBe(second);
    clockAt(CLAIM_SECONDS + 1);
    const later = [await taken(hoa, quizId), await taken(lan, quizId), await taken(mai, quizId)];
    expect(new Set(later).size).toBe(3);
    expect(later).toContain(second);
  });

  it('refuses a stranger to the unit, a learner, and the own answer', async () => {
    const { quizId } = await buildEssayExam(corps);
    const attemptId = await sit(corps.an, quizId, 'Bài luận');
    const taskId = (await stored(attemptId)).tasks[0]!.id;
    for (const work of [
      () => give(far, taskId, 1, 1),
      () => markingTask(far, taskId),
      () => markingOfQuiz(far, quizId),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await takeTask(far, { quizId })).toBeNull();
    await expect(give(corps.an, taskId, 2, 2)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(markingQueue(corps.hanh)).rejects.toMatchObject({ code: 'forbidden' });
    const an = await withRole(corps.an, 'examiner', corps.corps);
    expect(await takeTask(an, { quizId })).toBeNull();
    expect(await give(an, taskId, 2, 2)).toEqual({ kind: 'refused', reason: 'own-answer' });
    await expect(markingTask(an, taskId)).rejects.toMatchObject({ code: 'not-found' });
    expect((await markingQueue(an)).quizzes.find((one) => one.quizId === quizId)).toMatchObject({ forMarker: 0 });
  });
});

describe('a settled answer', () => {
  it('is opened again with a reason, which the log keeps with what was given, and the attempt waits anew', async () => {
    const { quizId, assignmentId } = await buildEssayExam(corps);
    await enrol(assignmentId, [quizId]);
    const attemptId = await sit(corps.an, quizId, 'Bài luận');
    const taskId = await taken(lan, quizId);
    await give(lan, taskId, 0, 0);
    expect(await stored(attemptId)).toMatchObject({ state: 'graded', grade: 2 });
    expect(await reopenTask(mai, taskId, 'Chấm nhầm bài')).toMatchObject({ kind: 'reopened' });
    expect(await stored(attemptId)).toMatchObject({ state: 'submitted', grade: null, gradedAt: null, passed: null });
    expect(told.at(-1)?.type).toBe('attempt-submitted');
    const logged = await database().read.auditEvent.findFirstOrThrow({ where: { op: 'quiz.marking-reopened' } });
    expect(JSON.parse(logged.details)).toMatchObject({
      ...{ reason: 'Chấm nhầm bài', finalFraction: 0 },
      given: [{ markerId: lan.personId, round: 1, fraction: 0 }],
    });
    expect(await reopenTask(mai, taskId, 'Lần nữa')).toMatchObject({ kind: 'unchanged' });
    await give(mai, await taken(mai, quizId), 2, 2);
    expect(await stored(attemptId)).toMatchObject({ state: 'graded', grade: 10 });
    expect(await counterDifferences(assignmentId)).toEqual([]);
  });

  it('shows the learner levels and comment, as far as the review allows', async () => {
    const all = REVIEW_PRESETS['just-after'];
    const { quizId } = await buildEssayExam(corps, { review: all });
    const attemptId = await sit(corps.binh, quizId, 'Bài luận');
    const waiting = await attemptResult(corps.binh, attemptId);
    if (waiting.kind === 'open') throw new Error('open');
    expect(waiting.overall?.grade).toBeNull();
    expect(waiting.questions[1]).not.toHaveProperty('marking');
    await give(lan, await taken(lan, quizId), 1, 2, 'Cần dẫn chứng.');
    const result = await attemptResult(corps.binh, attemptId);
    if (result.kind === 'open') throw new Error('open');
    expect(result.questions[1]?.marking).toEqual({
      byMarker: [
        {
          criteria: [
            { text: 'Nội dung', level: 'Mức 3 điểm', points: 3, most: 6 },
            { text: 'Lập luận', level: 'Mức 4 điểm', points: 4, most: 4 },
          ],
          comment: 'Cần dẫn chứng.',
        },
      ],
    });
    expect(JSON.stringify(result)).not.toContain(lan.fullName);
  });
});
