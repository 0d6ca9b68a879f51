import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { onEvent } from '#app/features/audit/commands/reactions.server.ts';
import type { DomainEvent } from '#app/features/audit/core/event.ts';
import { editQuestion } from '#app/features/questions/commands/edit-question.server.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { questionEditor } from '#app/features/questions/queries/question-editor.server.ts';
import { approveKeyChange } from '#app/features/quiz/commands/regrade/approve-key-change.server.ts';
import { continueRegrades } from '#app/features/quiz/commands/regrade/continue-regrades.server.ts';
import { refuseKeyChange, withdrawKeyChange } from '#app/features/quiz/commands/regrade/decline-key-change.server.ts';
import { proposeKeyChange } from '#app/features/quiz/commands/regrade/propose-key-change.server.ts';
import { steerRegrade } from '#app/features/quiz/commands/regrade/steer-regrade.server.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { REVIEW_PRESETS } from '#app/features/quiz/core/review.ts';
import { attemptResult } from '#app/features/quiz/queries/attempt-result.server.ts';
import { keyChangeOffer } from '#app/features/quiz/queries/regrade/key-change-offer.server.ts';
import { keyChangePage, newKeyChangePage } from '#app/features/quiz/queries/regrade/key-change-page.server.ts';
import { keyChangesPage } from '#app/features/quiz/queries/regrade/key-changes-page.server.ts';
import { database, useDatabase } from '#app/platform/db/database.server.ts';
import { openDatabase } from '#app/platform/db/open.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { counterDifferences, enrol } from '#tests/fixtures/enrolled.ts';
import { at, buildExam, clockAt, type ExamOptions } from '#tests/fixtures/exam.ts';
import { insertQuestion, withRole } from '#tests/fixtures/marked-by-hand.ts';

useTestDatabase();

let corps: Corps;
/** The author who proposes, and the second one. */
let giang: Actor;
let khoi: Actor;
let questionId: string;
const told: DomainEvent[] = [];
beforeAll(async () => {
  corps = await buildCorps();
  giang = corps.giang;
  khoi = await withRole(corps.khoi, 'author', corps.corps);
  onEvent('attempt-regraded', 'the test', async (_change, event) => void told.push(event));
});
beforeEach(() => {
  clockAt(0);
  told.length = 0;
});

const capital: QuestionBody = {
  ...{ type: 'single', stem: 'Thủ đô của Việt Nam?', correct: 'b' },
  options: ['Huế', 'Hà Nội', 'Đà Nẵng'].map((text, index) => ({ id: 'abc'[index]!, text })),
};

/** An exam of two questions: a new one of three options with key b, and a statement that is true. */
async function exam(options: ExamOptions = {}) {
  const slots = [{ question: 'thu-q1' }, { question: 'thu-q3' }];
  const built = await buildExam(corps, { passGrade: 5, attemptsAllowed: 0, slots, ...options });
  questionId = await insertQuestion(capital);
  await database().write((tx) =>
    tx.quizSlot.updateMany({ where: { quizId: built.quizId, position: 1 }, data: { questionId } }),
  );
  await enrol(built.assignmentId, [built.quizId]);
  return built;
}

/** Edits the question's key, by option letter; answers the id of the version before. */
async function changeKey(right: string): Promise<string> {
  const before = await database().read.question.findUniqueOrThrow({ where: { id: questionId } });
  const { draft, stored } = await questionEditor(giang, questionId);
  const edited = await editQuestion(giang, questionId, { base: stored!.base, draft: { ...draft, right: [right] } });
  expect(edited.kind).toBe('edited');
  return before.currentVersionId!;
}

/** Starts, answers both questions (the first by option letter) and, unless told otherwise, submits. */
async function sit(who: Actor, quizId: string, option: 'a' | 'b' | 'c', truth = 'true', ends = true): Promise<string> {
  const outcome = await startAttempt(who, quizId);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  const { attemptId } = outcome;
  await saveAnswer(who, attemptId, { slot: 1, sequence: 1, response: 'abc'.indexOf(option) });
  await saveAnswer(who, attemptId, { slot: 2, sequence: 1, response: truth });
  if (ends) await submitAttempt(who, attemptId);
  return attemptId;
}

const stored = (attemptId: string) =>
  database().read.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    include: { answers: { orderBy: { slot: 'asc' } }, regrades: { orderBy: { regradedAt: 'asc' } } },
  });

async function proposed(fromVersionId: string, reason = 'Phương án đúng là C'): Promise<string> {
  const outcome = await proposeKeyChange(giang, { questionId, fromVersionId, reason });
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.id;
}

/** Approves on the figures that the page shows. */
async function approve(id: string, who = khoi) {
  const { seen } = await keyChangePage(who, id);
  return approveKeyChange(who, id, { note: 'Đồng ý', seen });
}

describe('a change of key', () => {
  it('says first what it would change, and the regrade then does exactly that', async () => {
    const { quizId, assignmentId } = await exam({ review: REVIEW_PRESETS['just-after'] });
    const learners = [corps.an, corps.binh, corps.cuong, corps.dung];
    // By key b: An 2/2, Bình 0/2, Cường 1/2 (passes), Dũng 1/2 by the other question.
    const chosen = ['b', 'c', 'b', 'c'] as const;
    const truths = ['true', 'false', 'false', 'true'];
    const attempts: string[] = [];
    for (const [index, who] of learners.entries()) {
      attempts.push(await sit(who, quizId, chosen[index]!, truths[index]));
    }
    const from = await changeKey('c');
    expect((await keyChangeOffer(giang, questionId)).versions).toMatchObject([
      { versionId: from, attempts: 4, isCompatible: true },
    ]);
    const preview = await newKeyChangePage(giang, { questionId, fromVersionId: null });
    const figures = {
      ...{ attempts: 4, marksChanged: 4, marksUp: 2, marksDown: 2, gradesChanged: 4, waiting: 0 },
      ...{ wouldPass: 1, wouldFail: 1, classificationsChanged: 4 },
    };
    expect(preview.chosen?.dryRun).toMatchObject(figures);
    expect(preview.chosen?.dryRun.perUnit).toMatchObject([{ name: 'Sư đoàn S1', attempts: 4 }]);
    const id = await proposed(from);
    const page = await keyChangePage(khoi, id);
    expect(page).toMatchObject({ state: 'proposed', permission: 'yes', fromNumber: 1, toNumber: 2, dryRun: figures });
    expect(page.changes).toMatchObject([{ field: 'right', before: 'Hà Nội', after: 'Đà Nẵng' }]);
    // Nothing has changed yet.
    expect(await stored(attempts[0]!)).toMatchObject({ grade: 10, regrades: [] });
    clockAt(100);
    expect(await approve(id)).toEqual({ kind: 'approved' });
    expect(await continueRegrades()).toBe(4);
    const after = await Promise.all(attempts.map(stored));
    expect(after.map(({ grade, passed }) => [grade, passed])).toEqual([
      [5, true],
      [5, true],
      [0, false],
      [10, true],
    ]);
    expect(after.map(({ itemMarks }) => itemMarks)).toEqual(['[0,1]', '[1,0]', '[0,0]', '[1,1]']);
    const results = after.flatMap(({ regrades }) => regrades);
    const count = (is: (one: (typeof results)[number]) => boolean) => results.filter(is).length;
    expect({
      attempts: results.length,
      marksChanged: count((one) => one.oldMark !== one.newMark),
      wouldPass: count((one) => one.oldPassed === false && one.newPassed === true),
      wouldFail: count((one) => one.oldPassed === true && one.newPassed === false),
      classificationsChanged: count((one) => one.oldClassification !== one.newClassification),
    }).toEqual({ attempts: 4, marksChanged: 4, wouldPass: 1, wouldFail: 1, classificationsChanged: 4 });
    expect(told).toHaveLength(4);
    expect(await counterDifferences(assignmentId)).toEqual([]);
    expect(await keyChangePage(giang, id)).toMatchObject({
      state: 'done',
      regrade: { total: 4, done: 4, isStopped: false, finishedAt: at(100) },
    });
    // Nothing is left to do; a second run changes nothing.
    expect(await continueRegrades()).toBe(0);
    expect(await Promise.all(attempts.map(stored))).toEqual(after);
    const result = await attemptResult(corps.an, attempts[0]!);
    expect(result).toMatchObject({
      regrades: [{ at: at(100), reason: 'Phương án đúng là C', oldGrade: 10, newGrade: 5, isGradeChanged: true }],
      questions: [{ right: [2], mark: 0 }, {}],
    });
  });

  it('holds for what is open at the approval: shown as drawn, graded by the new key', async () => {
    const { quizId } = await exam({ review: REVIEW_PRESETS['just-after'] });
    const attemptId = await sit(corps.an, quizId, 'a', 'true', false);
    const from = await changeKey('a');
    const id = await proposed(from, 'Thủ đô đã khác');
    await approve(id);
    expect(await continueRegrades()).toBe(0);
    await submitAttempt(corps.an, attemptId);
    const attempt = await stored(attemptId);
    expect(attempt).toMatchObject({ grade: 10, regrades: [] });
    const current = await database().read.question.findUniqueOrThrow({ where: { id: questionId } });
    expect(attempt.answers).toMatchObject([
      { questionVersionId: from, gradedVersionId: current.currentVersionId, fraction: 1 },
      { gradedVersionId: null },
    ]);
    expect(await attemptResult(corps.an, attemptId)).toMatchObject({ questions: [{ right: [0] }, {}], regrades: [] });
  });

  it('follows chains: what was graded anew once is graded anew by the next change', async () => {
    const { quizId, assignmentId } = await exam();
    const first = await sit(corps.binh, quizId, 'b');
    const one = await changeKey('a');
    await approve(await proposed(one));
    await continueRegrades();
    const second = await sit(corps.cuong, quizId, 'b');
    const two = await changeKey('b');
    expect(one).not.toBe(two);
    const { versions } = await keyChangeOffer(giang, questionId);
    expect(versions).toMatchObject([{ versionId: two, number: 2, attempts: 2 }]);
    await approve(await proposed(two));
    await continueRegrades();
    const [a, b] = [await stored(first), await stored(second)];
    expect([a.grade, b.grade]).toEqual([10, 10]);
    const { currentVersionId } = await database().read.question.findUniqueOrThrow({ where: { id: questionId } });
    for (const attempt of [a, b]) expect(attempt.answers[0]?.gradedVersionId).toBe(currentVersionId);
    expect(a.answers[0]?.questionVersionId).toBe(one);
    expect(a.regrades.map(({ oldGrade, newGrade }) => [oldGrade, newGrade])).toEqual([
      [10, 5],
      [5, 10],
    ]);
    expect(await counterDifferences(assignmentId)).toEqual([]);
  });
});

describe('a regrade', () => {
  it('stops and goes on, by hand or by a server that starts anew, and does each attempt once', {
    timeout: 180_000,
  }, async () => {
    const { quizId, assignmentId } = await exam();
    const learners = [corps.an, corps.binh, corps.cuong, corps.dung];
    const attempts: string[] = [];
    // More than one batch holds.
    for (let round = 0; round < 15; round += 1) {
      for (const who of learners) attempts.push(await sit(who, quizId, round % 2 ? 'c' : 'b', 'false'));
    }
    const late = await sit(corps.an, quizId, 'c', 'false', false);
    const id = await proposed(await changeKey('c'));
    await approve(id);
    const { regrade: begun } = await keyChangePage(khoi, id);
    expect(begun?.total).toBe(60);
    expect(await continueRegrades(1)).toBe(25);
    expect((await keyChangePage(khoi, id)).regrade).toMatchObject({ done: 25, isStopped: false });
    expect(await counterDifferences(assignmentId)).toEqual([]);
    // The stop holds for whoever looks by.
    expect(await steerRegrade(khoi, id, 'stop')).toBe(true);
    expect(await continueRegrades()).toBe(0);
    expect((await keyChangePage(khoi, id)).regrade).toMatchObject({ done: 25, isStopped: true });
    // Meanwhile a closing is by the new key already.
    await submitAttempt(corps.an, late);
    expect((await stored(late)).grade).toBe(5);
    expect(await steerRegrade(khoi, id, 'continue')).toBe(true);
    // The server ends in the middle, and another begins.
    expect(await continueRegrades(1)).toBe(25);
    const { url } = database();
    await database().close();
    useDatabase(await openDatabase(url));
    // What was closed meanwhile is met once more, and keeps its marks.
    expect(await continueRegrades()).toBe(11);
    const all = await Promise.all(attempts.map(stored));
    expect(all.map(({ regrades }) => regrades.filter((one) => one.keyChangeId === id).length)).toEqual(
      attempts.map(() => 1),
    );
    expect(all.map(({ grade }) => grade)).toEqual(attempts.map((_, index) => (Math.floor(index / 4) % 2 ? 5 : 0)));
    expect(await keyChangePage(khoi, id)).toMatchObject({
      state: 'done',
      regrade: { done: 61, total: 61 },
    });
    expect(await counterDifferences(assignmentId)).toEqual([]);
  });

  it('lets two servers at once take turns', { timeout: 180_000 }, async () => {
    const { quizId } = await exam();
    const attempts: string[] = [];
    for (let round = 0; round < 30; round += 1) attempts.push(await sit(corps.an, quizId, 'c'));
    const id = await proposed(await changeKey('c'));
    await approve(id);
    await Promise.all([continueRegrades(), continueRegrades()]);
    const all = await Promise.all(attempts.map(stored));
    expect(all.every(({ regrades }) => regrades.filter((one) => one.keyChangeId === id).length === 1)).toBe(true);
    expect(await keyChangePage(khoi, id)).toMatchObject({ state: 'done' });
  });
});

describe('who decides', () => {
  it('is a second person: the proposer can only withdraw, and strangers find nothing', async () => {
    const { quizId } = await exam();
    await sit(corps.an, quizId, 'a');
    const from = await changeKey('a');
    const id = await proposed(from);
    await expect(approve(id, giang)).rejects.toMatchObject({ code: 'forbidden', details: { reason: 'own-proposal' } });
    await expect(refuseKeyChange(giang, id, 'Thôi')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(withdrawKeyChange(khoi, id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(keyChangesPage(corps.thuy)).rejects.toMatchObject({ code: 'forbidden' });
    const elsewhere = await withRole(corps.hanh, 'author', corps.s2);
    await expect(keyChangePage(elsewhere, id)).rejects.toMatchObject({ code: 'not-found' });
    const seen = (await keyChangePage(khoi, id)).seen;
    await expect(approveKeyChange(elsewhere, id, { note: '', seen })).rejects.toMatchObject({ code: 'not-found' });
    expect((await keyChangesPage(khoi)).find((one) => one.id === id)).toMatchObject({ isForActor: true });
    expect((await keyChangesPage(giang)).find((one) => one.id === id)).toMatchObject({ isForActor: false });
    expect(await proposeKeyChange(giang, { questionId, fromVersionId: from, reason: 'Lần nữa' })).toEqual({
      kind: 'refused',
      reason: 'already-open',
    });
    expect(await refuseKeyChange(khoi, id, '')).toEqual({ kind: 'note-missing' });
    expect(await refuseKeyChange(khoi, id, 'Chưa đủ căn cứ')).toEqual({ kind: 'refused' });
    expect(await approveKeyChange(khoi, id, { note: '', seen })).toEqual({ kind: 'refused', reason: 'decided' });
    expect(await continueRegrades()).toBe(0);
    const again = await proposed(from);
    expect(await withdrawKeyChange(giang, again)).toEqual({ kind: 'withdrawn' });
  });

  it('is told first when the figures have moved since the proposal', async () => {
    const { quizId } = await exam();
    const open = await sit(corps.dung, quizId, 'c', 'true', false);
    const id = await proposed(await changeKey('c'));
    const { seen } = await keyChangePage(khoi, id);
    await submitAttempt(corps.dung, open);
    const told = await approveKeyChange(khoi, id, { note: '', seen });
    if (told.kind !== 'differs') throw new Error(told.kind);
    const before = (await keyChangePage(khoi, id)).dryRun;
    expect(told.dryRun.attempts).toBe(before.attempts + 1);
    expect(await keyChangePage(khoi, id)).toMatchObject({ state: 'proposed' });
    expect(await approveKeyChange(khoi, id, { note: '', seen: told.seen })).toEqual({ kind: 'approved' });
    expect(await continueRegrades()).toBe(told.dryRun.attempts);
  });

  it('cannot grade by another key what was asked with other options', async () => {
    const { quizId } = await exam();
    await sit(corps.an, quizId, 'a');
    const { draft, stored: now } = await questionEditor(giang, questionId);
    const before = await database().read.question.findUniqueOrThrow({ where: { id: questionId } });
    const options = [...draft.options, { ...draft.options[0]!, id: 'd', text: 'Cần Thơ' }];
    await editQuestion(giang, questionId, { base: now!.base, draft: { ...draft, options, right: ['d'] } });
    const change = { questionId, fromVersionId: before.currentVersionId!, reason: 'x' };
    expect(await proposeKeyChange(giang, change)).toEqual({ kind: 'refused', reason: 'incompatible' });
    const offer = await keyChangeOffer(giang, questionId);
    expect(offer.versions[0]).toMatchObject({ isCompatible: false });
    expect((await newKeyChangePage(giang, { questionId, fromVersionId: null })).chosen).toBeNull();
  });
});
