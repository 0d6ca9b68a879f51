import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { assignPractice } from '#app/features/progress/commands/weak-topics/assign-practice.server.ts';
import { unitDashboard } from '#app/features/progress/queries/unit-dashboard.server.ts';
import { practicePage } from '#app/features/progress/queries/weak-topics/practice-page.server.ts';
import { weakTopics } from '#app/features/progress/queries/weak-topics/weak-topics.server.ts';
import { weakTopicsDocument } from '#app/features/progress/ui/picture/picture-documents.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { movePerson } from '#tests/fixtures/course.ts';
import { counterDifferences, enrol } from '#tests/fixtures/enrolled.ts';
import { at, buildExam, clockAt, editSettings, rightAnswers, wrongAnswers } from '#tests/fixtures/exam.ts';

useTestDatabase();

let corps: Corps;
let exam: Awaited<ReturnType<typeof buildExam>>;
let practiceQuizId: string;
let topicId: string;

/** Answers so many questions right and the others wrong. */
async function take(actor: Actor, quizId: string, right: number): Promise<void> {
  const started = await startAttempt(actor, quizId);
  if (started.kind !== 'started') throw new Error(started.kind);
  for (const slot of [1, 2, 3, 4]) {
    const response = (slot <= right ? rightAnswers : wrongAnswers)[slot];
    await saveAnswer(actor, started.attemptId, { slot, sequence: 1, response });
  }
  await submitAttempt(actor, started.attemptId);
}

const asked = () => ({ assignmentId: exam.assignmentId });
const s1 = () => weakTopics(corps.thuy, corps.s1.id, asked());

beforeAll(async () => {
  clockAt(-100);
  corps = await buildCorps();
  exam = await buildExam(corps, { attemptsAllowed: 2, closeAt: at(100_000) });
  await enrol(exam.assignmentId, [exam.quizId]);
  practiceQuizId = newId();
  await database().write(async (tx) => {
    const { createdAt, updatedAt, unitId, courseId, settings } = await tx.quiz.findUniqueOrThrow({
      where: { id: exam.quizId },
    });
    topicId = (await tx.questionCategory.findFirstOrThrow()).id;
    await tx.quiz.create({
      data: {
        ...{ id: practiceQuizId, code: 'on-tap', unitId, courseId, settings, createdAt, updatedAt },
        ...{ title: 'Luyện tập', kind: 'practice', state: 'published' },
        slots: { create: { id: newId(), position: 1, categoryId: topicId, count: 2 } },
      },
    });
  });
  clockAt(0);
  await take(corps.an, exam.quizId, 4);
  await take(corps.binh, exam.quizId, 1);
  await take(corps.cuong, exam.quizId, 0);
  await take(corps.dung, exam.quizId, 1);
  clockAt(50);
});

describe('the topics of a unit', () => {
  it('are kept back while fewer than five people were asked', async () => {
    const { topics, missed } = await s1();
    expect(topics.map(({ name, figures }) => [name, figures])).toEqual([['Chuyên đề thử', { kind: 'few' }]]);
    expect(missed).toEqual([]);
    await expect(practicePage(corps.thuy, corps.s1.id, topicId, exam.assignmentId)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('count each person once, by the latest graded attempt', async () => {
    await take(corps.thuy, exam.quizId, 3);
    await take(corps.an, exam.quizId, 3);
    const { topics, parts } = await s1();
    const [topic] = topics;
    expect(topic?.figures).toMatchObject({ kind: 'known', people: 5, answers: 20, below: 3, belowShare: 0.6 });
    // Means 0.75, 0.25, 0, 0.25, 0.75.
    expect(topic?.figures.kind === 'known' && topic.figures.mean).toBeCloseTo(0.4);
    expect(topic?.figures).toMatchObject({ verdict: 'doubtful' });
    expect(parts.map(({ name, isOwn }) => [name, isOwn])).toEqual([
      ['Đại đội C1', false],
      ['Đại đội C2', false],
      ['Sư đoàn S1', true],
    ]);
    expect(topic?.cells.map(({ kind }) => kind)).toEqual(['few', 'few', 'few']);
    const document = weakTopicsDocument(await s1(), 'vi');
    expect(document.rows[0]?.slice(7)).toEqual(['ít người', 'ít người', 'ít người']);
  });

  it('tell what was missed, the question itself only once no exam can ask it any more, and never its key', async () => {
    const open = await s1();
    expect(open.missed.map(({ people, wrong, stem }) => [people, wrong, stem])[0]).toEqual([5, 5, null]);
    clockAt(200_000);
    const { missed } = await s1();
    expect(missed[0]).toMatchObject({ stem: 'Sông chảy qua Hà Nội?', share: 1 });
    expect(JSON.stringify(missed)).not.toMatch(/sông Hồng|bí mật/);
    // A second exam that is still open draws from the same category: it is kept back again.
    const { id } = await database().read.quiz.findUniqueOrThrow({ where: { id: exam.quizId } });
    await editSettings(id, { ...exam.settings, closeAt: null });
    expect((await s1()).missed[0]?.stem).toBeNull();
    await editSettings(id, exam.settings);
    clockAt(300);
  });

  it('follow people who move, and an earlier day keeps them where they were', async () => {
    clockAt(100_000);
    await movePerson(corps.dung.personId, corps.c3.id);
    expect((await s1()).topics[0]?.figures.kind).toBe('few');
    const then = await weakTopics(corps.thuy, corps.s1.id, { ...asked(), asOf: at(57_599) });
    expect(then.topics[0]?.figures).toMatchObject({ kind: 'known', people: 5 });
    await movePerson(corps.dung.personId, corps.c2.id);
  });
});

describe('practice for exactly those people', () => {
  const key = newId();
  const give = (actor: Actor, change: object = {}) =>
    assignPractice(actor, {
      ...{ unitId: corps.s1.id, topicId, assignmentId: exam.assignmentId, by: { quizId: practiceQuizId } },
      ...{ dueOn: '2026-12-20', title: 'Ôn tập chuyên đề', key, ...change },
    });

  it('offers the quiz that asks about the topic, and names who is below the line', async () => {
    const page = await practicePage(corps.thuy, corps.s1.id, topicId, exam.assignmentId);
    expect(page.quizzes).toEqual([{ id: practiceQuizId, title: 'Luyện tập', asksTopic: true }]);
    expect(page.shown.map(({ fullName }) => fullName)[0]).toBe('Lê Đức Cường');
    expect(page.people).toHaveLength(3);
  });

  it('is refused with a reason, to who leads nothing, and for another’s people', async () => {
    expect(await give(corps.thuy, { dueOn: '2026-01-01' })).toEqual({ kind: 'refused', problem: 'due-past' });
    const foreign = { by: { quizId: exam.quizId } };
    expect(await give(corps.thuy, foreign)).toEqual({ kind: 'refused', problem: 'nothing-chosen' });
    await expect(give(corps.giang)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(give(corps.hanh)).rejects.toMatchObject({ code: 'not-found' });
    expect(await database().read.personGroup.count()).toBe(0);
  });

  it('is given once however often the form is sent, and counts from now', async () => {
    expect(await give(corps.thuy)).toEqual({ kind: 'assigned', assignmentId: key, people: 3 });
    expect(await give(corps.thuy)).toEqual({ kind: 'assigned', assignmentId: key, people: 3 });
    expect(await database().read.personGroup.count()).toBe(1);
    const { total, assignment } = await unitDashboard(corps.thuy, corps.s1.id, { assignmentId: key });
    expect(assignment?.title).toBe('Ôn tập chuyên đề');
    expect(total).toMatchObject({ strength: 5, assigned: 3, notAssigned: 2, byStatus: { 'not-started': 3 } });
    const rows = await database().read.enrolment.findMany({ where: { assignmentId: key } });
    expect(rows.map(({ personId }) => personId).sort()).toEqual(
      [corps.binh, corps.cuong, corps.dung].map(({ personId }) => personId).sort(),
    );
    expect(rows.every(({ countsFromAt }) => countsFromAt !== null)).toBe(true);
    expect(await counterDifferences(key)).toEqual([]);
  });
});
