import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { importQuestions } from '#app/features/questions/commands/import-questions.server.ts';
import { checkAnswer } from '#app/features/quiz/commands/check-answer.server.ts';
import { finishOverdueAttempts } from '#app/features/quiz/commands/finish-overdue-attempts.server.ts';
import { flagAnswer } from '#app/features/quiz/commands/flag-answer.server.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt, startPreview } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { REVIEW_PRESETS } from '#app/features/quiz/core/review.ts';
import { attemptOverview, attemptStanding } from '#app/features/quiz/queries/attempt-overview.server.ts';
import { attemptPage } from '#app/features/quiz/queries/attempt-page.server.ts';
import { attemptResult } from '#app/features/quiz/queries/attempt-result.server.ts';
import { courseQuizzes } from '#app/features/quiz/queries/course-quizzes.server.ts';
import { myResults } from '#app/features/quiz/queries/my-results.server.ts';
import { quizStartPage } from '#app/features/quiz/queries/quiz-start-page.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import {
  at,
  buildExam,
  clockAt,
  type ExamOptions,
  editSettings,
  fourQuestions,
  rightAnswers,
  wrongAnswers,
} from '#tests/fixtures/exam.ts';

useTestDatabase();

let corps: Corps;
beforeAll(async () => {
  corps = await buildCorps();
});
beforeEach(() => clockAt(0));

async function start(who: Actor, quizId: string): Promise<string> {
  const outcome = await startAttempt(who, quizId);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.attemptId;
}

async function begun(options: ExamOptions = {}, who = corps.an) {
  const exam = await buildExam(corps, options);
  return { ...exam, attemptId: await start(who, exam.quizId) };
}

const openPage = async (who: Actor, attemptId: string, page = 1) => {
  const found = await attemptPage(who, attemptId, page);
  if (found.kind !== 'open') throw new Error('ended');
  return found;
};
const ended = async (who: Actor, attemptId: string) => {
  const found = await attemptResult(who, attemptId);
  if (found.kind !== 'ended') throw new Error('open');
  return found;
};

describe('the page of an open exam', () => {
  it('holds questions, answers, flags and the map, and no trace of the key', async () => {
    const { attemptId } = await begun({ questionsPerPage: 2, shuffleOptions: true });
    await saveAnswer(corps.an, attemptId, { slot: 4, sequence: 3, response: 'sông Đà' });
    await flagAnswer(corps.an, attemptId, { slot: 2, flagged: true });
    clockAt(100);
    const page = await openPage(corps.an, attemptId);
    expect(page).toMatchObject({
      page: 1,
      pageCount: 2,
      secondsLeft: 500,
      quizKind: 'exam',
      lastSave: { savedAt: at(0) },
    });
    expect(page.questions.map(({ slot, page, type, flagged }) => [slot, page, type, flagged])).toEqual([
      [1, 1, 'single', false],
      [2, 1, 'multiple', true],
      [3, 2, 'true-false', false],
      [4, 2, 'short-answer', false],
    ]);
    const overview = await attemptOverview(corps.an, attemptId);
    const map = overview.kind === 'open' ? overview.map : [];
    expect(map.map(({ page, isAnswered, flagged }) => [page, isAnswered, flagged])).toEqual([
      [1, false, false],
      [1, false, true],
      [2, false, false],
      [2, true, false],
    ]);
    const second = await openPage(corps.an, attemptId, 2);
    expect(second.questions[3]).toMatchObject({ slot: 4, answer: 'sông Đà', sequence: 3, review: null });
    expect((await openPage(corps.an, attemptId, 99)).page).toBe(2);

    const sent = JSON.stringify([
      page,
      second,
      await attemptOverview(corps.an, attemptId),
      await attemptStanding(corps.an, attemptId),
    ]);
    expect(sent).toContain('Thủ đô của Việt Nam?');
    for (const secret of [
      'bí mật',
      'correct',
      'fraction',
      'explanation',
      'feedback',
      'right',
      'song hong',
      'sông Hồng',
      'thu-q',
    ]) {
      expect(sent).not.toContain(secret);
    }
    const versions = await database().read.questionVersion.findMany({ select: { id: true, questionId: true } });
    for (const { id, questionId } of versions) {
      expect(sent).not.toContain(id);
      expect(sent).not.toContain(questionId);
    }
  });

  it('is not found for anybody else', async () => {
    const { attemptId } = await begun();
    for (const read of [
      attemptOverview,
      attemptStanding,
      attemptResult,
      (who: Actor, id: string) => attemptPage(who, id, 1),
    ]) {
      await expect(read(corps.thuy, attemptId)).rejects.toMatchObject({ code: 'not-found' });
      await expect(read(corps.an, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('is not changed by an edit during the exam: the versions and the settings are pinned', async () => {
    const { attemptId, quizId, settings, courseId } = await begun();
    const before = await openPage(corps.an, attemptId);
    await saveAnswer(corps.an, attemptId, { slot: 1, sequence: 1, response: rightAnswers[1] });
    const edited = fourQuestions.map((question) => ({ ...question, stem: `${question.stem} (đã sửa)` }));
    const [q1] = edited as [(typeof edited)[0], ...unknown[]];
    const swapped = { ...q1, options: [{ text: 'Huế', correct: true }, { text: 'Hà Nội' }, { text: 'Đà Nẵng' }] };
    const questions = [swapped, ...edited.slice(1)];
    expect(
      await importQuestions(theSystem, {
        unitId: corps.corps.id,
        modules: [{ code: 'thu', name: 'Chuyên đề thử', questions }],
      }),
    ).toEqual({ created: 0, changed: 4, unchanged: 0 });
    await editSettings(quizId, { ...settings, timeLimitSeconds: 60, passGrade: 9, questionsPerPage: 1 });
    const after = await openPage(corps.an, attemptId);
    expect(after.questions.map(({ stemHtml, options }) => [stemHtml, options])).toEqual(
      before.questions.map(({ stemHtml, options }) => [stemHtml, options]),
    );
    expect(after.secondsLeft).toBe(600);
    clockAt(300);
    await submitAttempt(corps.an, attemptId);
    const result = await ended(corps.an, attemptId);
    expect(result.overall).toMatchObject({ markSum: 1, grade: 2.5, passGrade: 5, passed: false });
    // A new attempt meets the new versions.
    const next = await start(corps.binh, quizId);
    expect((await openPage(corps.binh, next)).questions[0]?.stemHtml).toContain('đã sửa');
    expect(courseId).toBeTruthy();
    expect(
      await importQuestions(theSystem, {
        unitId: corps.corps.id,
        modules: [{ code: 'thu', name: 'Chuyên đề thử', questions: fourQuestions }],
      }),
    ).toEqual({ created: 0, changed: 4, unchanged: 0 });
  });
});

describe('an attempt whose time is up', () => {
  it('reads as submitted with its grade before the sweeper has run, and the same after', async () => {
    const { attemptId, quizId, courseId } = await begun();
    for (const slot of [1, 2, 3, 4])
      await saveAnswer(corps.an, attemptId, { slot, sequence: 1, response: rightAnswers[slot] });
    clockAt(609);
    expect((await openPage(corps.an, attemptId)).secondsLeft).toBe(0);
    clockAt(611);
    const reads = async () => ({
      page: await attemptPage(corps.an, attemptId, 1),
      overview: await attemptOverview(corps.an, attemptId),
      standing: (await attemptStanding(corps.an, attemptId)).isOpen,
      result: await ended(corps.an, attemptId),
      start: await quizStartPage(corps.an, quizId),
      course: await courseQuizzes(corps.an, courseId),
      mine: (await myResults(corps.an)).results[0],
    });
    const before = await reads();
    expect((await database().read.attempt.findUniqueOrThrow({ where: { id: attemptId } })).state).toBe('in-progress');
    expect(before).toMatchObject({
      ...{ page: { kind: 'ended' }, overview: { kind: 'ended' }, standing: false },
      result: {
        submittedAt: at(600),
        cause: 'time',
        overall: { grade: 10, passed: true, classification: 'excellent' },
      },
      start: { attemptsUsed: 1, grade: 10, start: { kind: 'refused', reason: 'no-attempts-left' } },
      course: [{ id: quizId, grade: 10, passed: true, start: 'no-attempts-left', attemptsUsed: 1, questionCount: 4 }],
      mine: { attemptId, grade: 10, state: 'ended' },
    });
    expect(await finishOverdueAttempts()).toBeGreaterThanOrEqual(1);
    expect(await reads()).toEqual(before);
  });
});

describe('what a review shows', () => {
  it('follows the matrix over time: own answers first, the key only when nobody can be writing any more', async () => {
    const { attemptId, quizId } = await begun({ closeAt: at(3600), review: REVIEW_PRESETS['after-close'] });
    await saveAnswer(corps.an, attemptId, { slot: 1, sequence: 1, response: wrongAnswers[1] });
    expect(await attemptResult(corps.an, attemptId)).toEqual({ kind: 'open' });
    clockAt(60);
    await submitAttempt(corps.an, attemptId);
    for (const second of [61, 200, 3599, 3605]) {
      clockAt(second);
      const result = await ended(corps.an, attemptId);
      expect(result.keyComes).toEqual({ after: at(3600) });
      expect(result.overall?.grade).toBe(0);
      expect(result.questions[0]).toMatchObject({ answer: 0 });
      for (const secret of ['correctness', 'right', 'mark', 'explanationHtml', 'feedbackHtml', 'source'])
        expect(result.questions[0]).not.toHaveProperty(secret);
      expect(JSON.stringify(result)).not.toContain('bí mật');
    }
    clockAt(3500);
    const late = await start(corps.binh, quizId);
    clockAt(3609.9);
    expect((await ended(corps.an, attemptId)).questions[0]).not.toHaveProperty('right');
    clockAt(3610);
    await finishOverdueAttempts();
    expect((await ended(corps.binh, late)).submittedAt).toEqual(at(3600));
    expect((await ended(corps.an, attemptId)).questions[0]).toMatchObject({
      ...{ answer: 0, correctness: 'wrong', mark: 0, maxMark: 1, right: [1], source: 'Nguồn bí mật.' },
      explanationHtml: expect.stringContaining('Giải thích bí mật.'),
      feedbackHtml: { 0: expect.stringContaining('Phản hồi bí mật.') },
    });
  });

  it('waits for attempts that run beyond the close', async () => {
    const { attemptId, quizId, settings } = await begun({ review: REVIEW_PRESETS['after-close'] });
    await submitAttempt(corps.an, attemptId);
    await start(corps.binh, quizId);
    await editSettings(quizId, { ...settings, closeAt: at(120) });
    clockAt(200);
    expect(await ended(corps.an, attemptId)).toMatchObject({ keyComes: { after: at(600) } });
    clockAt(611);
    await finishOverdueAttempts();
    expect((await ended(corps.an, attemptId)).questions[0]).toHaveProperty('right');
  });

  it('shows the result alone, or everything at once, as the author chose', async () => {
    const never = await begun({ review: REVIEW_PRESETS.never });
    await submitAttempt(corps.an, never.attemptId);
    expect(await ended(corps.an, never.attemptId)).toMatchObject({
      questions: [],
      overall: { grade: 0 },
      keyComes: null,
    });
    const atOnce = await begun({ review: REVIEW_PRESETS['just-after'] });
    for (const slot of [1, 2, 3])
      await saveAnswer(corps.an, atOnce.attemptId, { slot, sequence: 1, response: rightAnswers[slot] });
    await submitAttempt(corps.an, atOnce.attemptId);
    const { questions, answered, overall } = await ended(corps.an, atOnce.attemptId);
    expect(questions.map(({ correctness, right }) => [correctness, right])).toEqual([
      ['right', [1]],
      ['right', [0, 2]],
      ['right', true],
      ['unanswered', ['sông Hồng', 'Hồng']],
    ]);
    expect([answered, overall?.grade]).toEqual([3, 7.5]);
  });
});

describe('practice', () => {
  it('gives feedback on each checked question until its answer changes, and lets the learner try again', async () => {
    const { attemptId, quizId } = await begun({ kind: 'practice', questionsPerPage: 0, timeLimitSeconds: 0 });
    expect(await checkAnswer(corps.an, attemptId, 1)).toEqual({ outcome: 'refused', reason: 'not-answered' });
    await saveAnswer(corps.an, attemptId, { slot: 1, sequence: 1, response: wrongAnswers[1] });
    expect((await openPage(corps.an, attemptId)).questions[0]?.review).toBeNull();
    expect(await checkAnswer(corps.an, attemptId, 1)).toEqual({ outcome: 'checked' });
    const page = await openPage(corps.an, attemptId);
    expect(page.secondsLeft).toBeNull();
    expect(page.questions[0]?.review).toMatchObject({
      correctness: 'wrong',
      right: [1],
      explanationHtml: expect.stringContaining('Giải thích'),
    });
    expect(page.questions.slice(1).map(({ review }) => review)).toEqual([null, null, null]);
    await saveAnswer(corps.an, attemptId, { slot: 1, sequence: 2, response: rightAnswers[1] });
    expect((await openPage(corps.an, attemptId)).questions[0]?.review).toBeNull();
    expect(await checkAnswer(corps.an, attemptId, 1)).toEqual({ outcome: 'checked' });
    expect((await openPage(corps.an, attemptId)).questions[0]?.review).toMatchObject({ correctness: 'right' });
    await submitAttempt(corps.an, attemptId);
    expect((await ended(corps.an, attemptId)).overall).toMatchObject({ markSum: 1, grade: 2.5 });
    expect(await checkAnswer(corps.an, attemptId, 1)).toEqual({ outcome: 'refused', reason: 'submitted' });
    expect(await quizStartPage(corps.an, quizId)).toMatchObject({
      start: { kind: 'start' },
      rules: { keyShown: 'at-once', questionCount: 4 },
    });
  });

  it('is the only kind in which anything is checked', async () => {
    const { attemptId } = await begun();
    await saveAnswer(corps.an, attemptId, { slot: 1, sequence: 1, response: 0 });
    await expect(checkAnswer(corps.an, attemptId, 1)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('before the start', () => {
  it('says whether and why not, and counts the attempts', async () => {
    const { quizId } = await buildExam(corps, {
      openAt: at(100),
      closeAt: at(400),
      attemptsAllowed: 2,
      delayBetweenAttemptsSeconds: 60,
    });
    expect(await quizStartPage(corps.cuong, quizId)).toMatchObject({
      start: { kind: 'refused', reason: 'not-open', opensAt: at(100) },
    });
    expect(await startAttempt(corps.cuong, quizId)).toMatchObject({ kind: 'refused', reason: 'not-open' });
    clockAt(100);
    expect(await quizStartPage(corps.cuong, quizId)).toMatchObject({
      start: { kind: 'start' },
      time: { seconds: 300, boundBy: 'close' },
      attemptsUsed: 0,
    });
    const first = await start(corps.cuong, quizId);
    clockAt(110);
    expect(await quizStartPage(corps.cuong, quizId)).toMatchObject({
      start: { kind: 'resume', attemptId: first, secondsLeft: 290 },
    });
    await submitAttempt(corps.cuong, first);
    expect(await quizStartPage(corps.cuong, quizId)).toMatchObject({
      start: { kind: 'refused', reason: 'too-soon', until: at(170) },
      attemptsUsed: 1,
    });
    clockAt(170);
    await submitAttempt(corps.cuong, await start(corps.cuong, quizId));
    clockAt(300);
    expect(await startAttempt(corps.cuong, quizId)).toMatchObject({ kind: 'refused', reason: 'no-attempts-left' });
    expect((await quizStartPage(corps.cuong, quizId)).attempts.map(({ number }) => number)).toEqual([2, 1]);
    clockAt(400);
    expect(await startAttempt(corps.binh, quizId)).toMatchObject({ kind: 'refused', reason: 'closed' });
  });

  it('draws unseen questions first', async () => {
    const slots = [{ random: 'thu', count: 2 }];
    const { quizId } = await buildExam(corps, { attemptsAllowed: 0, slots, unitIds: [corps.c3.id] });
    const drawn: string[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      const attemptId = await start(corps.em, quizId);
      drawn.push(...(await openPage(corps.em, attemptId)).questions.map(({ stemHtml }) => stemHtml));
      await submitAttempt(corps.em, attemptId);
    }
    expect(new Set(drawn).size).toBe(4);
  });

  it('is not found once the assignment is withdrawn, except for those who have taken it', async () => {
    const { quizId, assignmentId, attemptId } = await begun();
    await database().write((tx) => tx.assignment.update({ where: { id: assignmentId }, data: { withdrawnAt: at(0) } }));
    expect(await quizStartPage(corps.an, quizId)).toMatchObject({ start: { kind: 'resume', attemptId } });
    expect(await saveAnswer(corps.an, attemptId, { slot: 1, sequence: 1, response: 0 })).toMatchObject({
      outcome: 'kept',
    });
    await expect(quizStartPage(corps.binh, quizId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(startAttempt(corps.binh, quizId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('means only those whom the audience means', async () => {
    const { quizId, assignmentId } = await buildExam(corps);
    await database().write((tx) =>
      tx.assignment.update({
        where: { id: assignmentId },
        data: { audience: JSON.stringify({ classes: ['officer'] }) },
      }),
    );
    await expect(startAttempt(corps.an, quizId)).rejects.toMatchObject({ code: 'not-found' });
    expect(await startAttempt(corps.thuy, quizId)).toMatchObject({ kind: 'started' });
  });
});

describe('a preview', () => {
  it('is an attempt of the author alone that counts nowhere', async () => {
    const { quizId } = await buildExam(corps, { closeAt: at(-10) });
    await database().write((tx) => tx.quiz.update({ where: { id: quizId }, data: { state: 'draft' } }));
    const first = await startPreview(corps.giang, quizId);
    const second = await startPreview(corps.giang, quizId);
    if (first.kind === 'refused' || second.kind === 'refused') throw new Error('refused');
    await expect(attemptPage(corps.giang, first.attemptId, 1)).rejects.toMatchObject({ code: 'not-found' });
    const page = await openPage(corps.giang, second.attemptId);
    expect(page).toMatchObject({ preview: true, secondsLeft: 600 });
    await saveAnswer(corps.giang, second.attemptId, { slot: 1, sequence: 1, response: rightAnswers[1] });
    await submitAttempt(corps.giang, second.attemptId);
    expect((await ended(corps.giang, second.attemptId)).overall?.grade).toBe(2.5);
    expect((await myResults(corps.giang)).total).toBe(0);
    const rows = await database().read.attempt.findMany({ where: { quizId }, select: { number: true, preview: true } });
    expect(rows).toEqual([{ number: -1, preview: true }]);
    await expect(startPreview(corps.an, quizId)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
