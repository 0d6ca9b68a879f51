import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { onEvent } from '#app/features/audit/commands/reactions.server.ts';
import type { DomainEvent } from '#app/features/audit/core/event.ts';
import { editQuestion } from '#app/features/questions/commands/edit-question.server.ts';
import type { QuestionBody, QuestionResponse } from '#app/features/questions/core/question.ts';
import { questionEditor } from '#app/features/questions/queries/question-editor.server.ts';
import { finishOverdueAttempts } from '#app/features/quiz/commands/finish-overdue-attempts.server.ts';
import { closePaperSet } from '#app/features/quiz/commands/printed/close-paper-set.server.ts';
import { countPaperSheets } from '#app/features/quiz/commands/printed/count-sheets.server.ts';
import { createPaperSet } from '#app/features/quiz/commands/printed/create-paper-set.server.ts';
import { enterPaperSheet, type TypedSheet } from '#app/features/quiz/commands/printed/enter-sheet.server.ts';
import { importPaperSheets } from '#app/features/quiz/commands/printed/import-sheets.server.ts';
import { settlePaperSheet } from '#app/features/quiz/commands/printed/settle-sheet.server.ts';
import { undoSheetImport } from '#app/features/quiz/commands/printed/undo-sheet-import.server.ts';
import { withdrawPaperSheet } from '#app/features/quiz/commands/printed/withdraw-sheet.server.ts';
import { approveKeyChange } from '#app/features/quiz/commands/regrade/approve-key-change.server.ts';
import { continueRegrades } from '#app/features/quiz/commands/regrade/continue-regrades.server.ts';
import { proposeKeyChange } from '#app/features/quiz/commands/regrade/propose-key-change.server.ts';
import { keyLetters } from '#app/features/quiz/core/printed/key-letters.ts';
import { noFilter } from '#app/features/quiz/core/statistics/filter.ts';
import { paperDifferences } from '#app/features/quiz/queries/printed/paper-differences.server.ts';
import { paperEntryPage } from '#app/features/quiz/queries/printed/paper-entry-page.server.ts';
import { paperKeys } from '#app/features/quiz/queries/printed/paper-keys.server.ts';
import { paperResults } from '#app/features/quiz/queries/printed/paper-results.server.ts';
import { paperSetPage } from '#app/features/quiz/queries/printed/paper-set-page.server.ts';
import { readVariants } from '#app/features/quiz/queries/printed/set-reading.server.ts';
import { sheetImportPage } from '#app/features/quiz/queries/printed/sheet-import.server.ts';
import { keyChangePage } from '#app/features/quiz/queries/regrade/key-change-page.server.ts';
import { quizStatistics } from '#app/features/quiz/queries/statistics/quiz-statistics.server.ts';
import { undoImportSchema } from '#app/features/quiz/schema.printed.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { counterDifferences, enrol } from '#tests/fixtures/enrolled.ts';
import { buildExam, clockAt, type ExamOptions } from '#tests/fixtures/exam.ts';
import { examinerOf } from '#tests/fixtures/exam-room.ts';
import { insertQuestion, withRole } from '#tests/fixtures/marked-by-hand.ts';
import { walk } from '#tests/fixtures/walk.ts';

useTestDatabase();

let corps: Corps;
let khao: Actor;
let second: Actor;
let stranger: Actor;
const told: DomainEvent[] = [];

beforeAll(async () => {
  corps = await buildCorps();
  khao = await examinerOf(corps.s1);
  second = await examinerOf(corps.s1, 'Đỗ Văn Hai');
  stranger = await examinerOf(corps.s2, 'Người Lạ');
  for (const type of ['attempt-graded', 'attempt-submitted', 'attempt-voided'] as const) {
    onEvent(type, 'the test', async (_change, event) => void told.push(event));
  }
});
beforeEach(() => {
  clockAt(0);
  told.length = 0;
});

/** A set of company C1 (An, Bình, Cường) for an exam of the four questions; written on the day of the story. */
async function setOf(options: ExamOptions = {}, more: { variants?: number; heldOn?: string } = {}) {
  const exam = await buildExam(corps, { passGrade: 5, attemptsAllowed: 1, ...options });
  await enrol(exam.assignmentId, [exam.quizId]);
  const outcome = await createPaperSet(khao, {
    ...{ id: newId(), quizId: exam.quizId, who: { kind: 'unit', id: corps.c1.id }, title: 'Kiểm tra giấy' },
    ...{ heldOn: more.heldOn ?? '2026-11-22', startsAt: '07:00', minutes: 45, variants: more.variants ?? 4 },
    ...{ drawing: 'one', shuffleQuestions: true, shuffleOptions: true },
  });
  if (!('kind' in outcome)) throw new Error(outcome.problem);
  return { ...exam, setId: outcome.id };
}

/** What somebody who knows (or does not know) the answers writes on the sheet of a variant. */
async function sheetOf(setId: string, code: string, isRight: (type: QuestionBody['type']) => boolean) {
  const { variants, bodyOf } = await readVariants(setId);
  const { paper } = variants.find((variant) => variant.code === code)!;
  let letters = '';
  const written: Record<string, string> = {};
  for (const { slot, questionVersionId, optionOrder } of paper) {
    const body = bodyOf(questionVersionId);
    const right = keyLetters(body, optionOrder);
    const knows = isRight(body.type);
    if (body.type === 'short-answer') written[String(slot)] = knows ? 'sông hồng' : 'Cửu Long';
    else if (body.type === 'true-false') letters += knows ? right : right === 'Đ' ? 'S' : 'Đ';
    else if (body.type === 'multiple')
      letters += knows ? `(${right})` : [...'ABC'].find((each) => !right.includes(each));
    else letters += knows ? right : [...'ABC'].find((each) => each !== right);
  }
  return { variant: code, letters, written };
}

const typed = (
  who: string,
  round: 1 | 2,
  sheet: Awaited<ReturnType<typeof sheetOf>>,
  more: Partial<TypedSheet> = {},
) => ({
  ...{ who, round, replaces: false, ...sheet },
  ...more,
});
const stored = (setId: string, personId: string) =>
  database().read.paperSheet.findUniqueOrThrow({
    where: { setId_personId: { setId, personId } },
    include: { attempt: true },
  });
const all = () => true;

/** Types a sheet twice, by two people. */
async function enterTwice(setId: string, who: string, sheet: Awaited<ReturnType<typeof sheetOf>>) {
  expect(await enterPaperSheet(khao, setId, typed(who, 1, sheet))).toMatchObject({ kind: 'saved', state: 'entered' });
  expect(await enterPaperSheet(second, setId, typed(who, 2, sheet))).toMatchObject({ kind: 'saved', state: 'checked' });
}

describe('a quiz on paper', () => {
  it('is entered twice, settled where it differs, and counted like the same answers at a screen', async () => {
    const { quizId, setId, assignmentId } = await setOf();
    // Dũng of the next company answers the same at a screen.
    const online = await walk(corps.dung, quizId);
    await online.save(1, 1);
    await online.save(2, [0, 2]);
    await online.save(3, 'false');
    await online.save(4, 'song hong');
    await online.submit();

    const knowing = (type: QuestionBody['type']) => type !== 'true-false';
    await enterTwice(setId, '1', await sheetOf(setId, '101', knowing));
    // Bình's sheet is typed differently the second time, of another variant than An's.
    const right = await sheetOf(setId, '103', knowing);
    const wrong = { ...right, letters: `${right.letters.slice(0, -1)}-` };
    await enterPaperSheet(khao, setId, typed('2', 1, right));
    expect(await enterPaperSheet(second, setId, typed('2', 2, wrong))).toMatchObject({ state: 'differs' });
    expect(await countPaperSheets(khao, setId)).toEqual({ kind: 'counted', counted: 1, refused: [] });
    const { sheets } = await paperDifferences(khao, setId);
    expect(sheets).toHaveLength(1);
    const [differing] = sheets;
    expect(differing!.numbers).toHaveLength(1);
    const settled = {
      personId: differing!.personId,
      edition: differing!.edition,
      variant: '103',
      answers: differing!.first.answers,
    };
    expect(await settlePaperSheet(khao, setId, { ...settled, edition: 'old' })).toMatchObject({ reason: 'overtaken' });
    expect(await settlePaperSheet(khao, setId, settled)).toEqual({ kind: 'settled' });
    expect(await countPaperSheets(khao, setId)).toEqual({ kind: 'counted', counted: 1, refused: [] });

    const screen = await online.stored();
    for (const who of [corps.an, corps.binh]) {
      const { attempt, state } = await stored(setId, who.personId);
      expect(state).toBe('counted');
      expect(attempt).toMatchObject({
        ...{ state: 'graded', number: 1, submittedBy: 'examiner', enteredById: khao.personId },
        ...{
          markSum: screen.markSum,
          grade: screen.grade,
          passed: screen.passed,
          classification: screen.classification,
        },
        startedAt: new Date('2026-11-22T00:00:00Z'),
        submittedAt: new Date('2026-11-22T00:45:00Z'),
      });
    }
    // The questions stand in another order on each sheet: the statistics find each by its version all the same.
    const { items, whole } = await quizStatistics(corps.giang, quizId, {
      filter: noFilter,
      sort: { key: 'code', isDescending: false },
    });
    expect(whole.attempts).toBe(3);
    expect(items.map(({ facility }) => facility).sort()).toEqual([0, 1, 1, 1]);
    expect(await counterDifferences(assignmentId)).toEqual([]);
    const status = await database().read.enrolment.findMany({
      where: { assignmentId, personId: { in: [corps.an.personId, corps.binh.personId, corps.dung.personId] } },
    });
    expect(status.map((row) => row.status)).toEqual(['completed', 'completed', 'completed']);
    expect(told.filter(({ type }) => type === 'attempt-graded')).toHaveLength(3);

    // Who typed and who settled is told to who runs the exam.
    const { people } = await paperSetPage(khao, setId);
    const [khaoName, secondName] = ['Thiếu tá Phan Thị Khảo', 'Thiếu tá Đỗ Văn Hai'];
    expect(people.map(({ hands }) => hands)).toEqual([[khaoName, secondName], [khaoName, secondName, khaoName], []]);

    const { results, summary } = await paperResults(khao, setId);
    expect(results.map(({ state }) => state)).toEqual(['graded', 'graded', null]);
    expect(summary).toMatchObject({ seats: 3, graded: 2, absent: 1, passed: 2 });
  });

  it('lists who has a sheet that does not count yet as waiting, and only who has none as absent', async () => {
    const { setId } = await setOf();
    await enterTwice(setId, '1', await sheetOf(setId, '101', all));
    await enterPaperSheet(khao, setId, typed('2', 1, await sheetOf(setId, '102', all)));
    const states = async () => (await paperResults(khao, setId)).results.map(({ state }) => state);
    expect(await states()).toEqual(['submitted', 'submitted', null]);
    expect((await paperResults(khao, setId)).summary).toMatchObject({ seats: 3, waiting: 2, absent: 1, graded: 0 });
    await countPaperSheets(khao, setId);
    expect(await states()).toEqual(['graded', 'submitted', null]);
    const { personId } = (await paperResults(khao, setId)).results[1]!;
    expect(await withdrawPaperSheet(khao, setId, { personId, reason: 'Nhập nhầm người' })).toBe('withdrawn');
    expect(await states()).toEqual(['graded', null, null]);
  });

  it('counts a sheet once, whatever comes twice, and never beyond the attempts allowed', async () => {
    const { quizId, setId } = await setOf();
    const sheet = await sheetOf(setId, '102', all);
    await enterTwice(setId, '1', sheet);
    const counts = await Promise.all([1, 2, 3].map(() => countPaperSheets(khao, setId)));
    expect(counts.reduce((sum, each) => sum + (each.kind === 'counted' ? each.counted : 0), 0)).toBe(1);
    expect(await database().read.attempt.count({ where: { quizId } })).toBe(1);
    expect(await enterPaperSheet(khao, setId, typed('1', 1, sheet))).toMatchObject({ kind: 'unchanged' });
    expect(await enterPaperSheet(khao, setId, typed('1', 1, await sheetOf(setId, '101', all)))).toMatchObject({
      reason: 'counted',
    });

    // Bình has used the one attempt at a screen, Cường is still at it.
    const done = await walk(corps.binh, quizId);
    await done.submit();
    await walk(corps.cuong, quizId);
    await enterTwice(setId, '2', sheet);
    await enterTwice(setId, '3', sheet);
    const { refused, counted } = (await countPaperSheets(khao, setId)) as Extract<
      Awaited<ReturnType<typeof countPaperSheets>>,
      { kind: 'counted' }
    >;
    expect(counted).toBe(0);
    expect(refused.map(({ reason }) => reason).sort()).toEqual(['attempt-open', 'no-attempts-left']);
    expect((await stored(setId, corps.binh.personId)).state).toBe('checked');
    clockAt(3600);
    await finishOverdueAttempts();
  });

  it('takes a wrong sheet back with its attempt, and takes it again', async () => {
    const { quizId, setId, assignmentId } = await setOf();
    await enterTwice(setId, '1', await sheetOf(setId, '101', () => false));
    await countPaperSheets(khao, setId);
    const { attemptId } = await stored(setId, corps.an.personId);
    const back = { personId: corps.an.personId, reason: 'Nhầm bài của đồng chí khác' };
    expect(await withdrawPaperSheet(khao, setId, back)).toBe('withdrawn');
    expect(await withdrawPaperSheet(khao, setId, back)).toBe('unchanged');
    expect((await database().read.attempt.findUniqueOrThrow({ where: { id: attemptId! } })).state).toBe('abandoned');
    expect(told.some(({ type }) => type === 'attempt-voided')).toBe(true);
    expect(await counterDifferences(assignmentId)).toEqual([]);

    await enterTwice(setId, '1', await sheetOf(setId, '101', all));
    expect(await countPaperSheets(khao, setId)).toMatchObject({ counted: 1, refused: [] });
    const { attempt } = await stored(setId, corps.an.personId);
    expect(attempt).toMatchObject({ number: 2, grade: 10, passed: true });
    expect(await database().read.attempt.count({ where: { quizId } })).toBe(2);
    const events = await database().read.auditEvent.findMany({ where: { subjectId: setId }, orderBy: { at: 'asc' } });
    expect(events.map(({ op }) => op)).toContain('quiz.paper-sheet-withdrawn');
    expect(events.find(({ op }) => op === 'quiz.paper-sheet-withdrawn')?.details).toContain('Nhầm bài');
    expect(JSON.stringify(events)).not.toContain('"answers"');
  });

  it('is regraded when a key changes, as every attempt is', async () => {
    const exam = await buildExam(corps, {
      passGrade: 5,
      attemptsAllowed: 1,
      slots: [{ question: 'thu-q1' }, { question: 'thu-q3' }],
    });
    const capital: QuestionBody = {
      ...{ type: 'single', stem: 'Thủ đô của Việt Nam?', correct: 'b' },
      options: ['Huế', 'Hà Nội', 'Đà Nẵng'].map((text, index) => ({ id: 'abc'[index]!, text })),
    };
    const questionId = await insertQuestion(capital);
    await database().write((tx) =>
      tx.quizSlot.updateMany({ where: { quizId: exam.quizId, position: 1 }, data: { questionId } }),
    );
    const made = await createPaperSet(khao, {
      ...{ id: newId(), quizId: exam.quizId, who: { kind: 'unit', id: corps.c1.id }, title: 'Giấy' },
      ...{ heldOn: '2026-11-22', startsAt: '07:00', minutes: 45, variants: 2 },
      ...{ drawing: 'one', shuffleQuestions: true, shuffleOptions: true },
    });
    if (!('kind' in made)) throw new Error(made.problem);
    await enterTwice(made.id, '1', await sheetOf(made.id, '102', all));
    await countPaperSheets(khao, made.id);
    expect((await stored(made.id, corps.an.personId)).attempt?.grade).toBe(10);

    const before = (await database().read.question.findUniqueOrThrow({ where: { id: questionId } })).currentVersionId!;
    const { draft, stored: base } = await questionEditor(corps.giang, questionId);
    await editQuestion(corps.giang, questionId, { base: base!.base, draft: { ...draft, right: ['a'] } });
    const khoi = await withRole(corps.khoi, 'author', corps.corps);
    const proposed = await proposeKeyChange(corps.giang, { questionId, fromVersionId: before, reason: 'Sửa đáp án' });
    if (proposed.kind !== 'proposed') throw new Error(proposed.kind);
    const { seen } = await keyChangePage(khoi, proposed.id);
    await approveKeyChange(khoi, proposed.id, { note: '', seen });
    await continueRegrades();
    const { attempt } = await stored(made.id, corps.an.personId);
    expect(attempt?.grade).toBe(5);
    // The sheet of the key says what holds now.
    const keys = await paperKeys(corps.giang, made.id, '102');
    const { variants } = await readVariants(made.id);
    const slot = variants[1]!.paper.find((one) => one.questionId === questionId)!;
    expect(keys.variants[0]!.keys[slot.slot - 1]!.letters).toBe('ABC'[slot.optionOrder.indexOf('a')]);
  });

  it('puts an essay that stands on paper into the queue of markers', async () => {
    const exam = await buildExam(corps, { slots: [{ question: 'thu-q1' }] });
    const questionId = await insertQuestion({
      ...{ type: 'essay', stem: 'Trình bày.', minWords: 0, maxWords: 0, maxFiles: 0, rubric: [], markerNotes: '' },
    });
    await database().write((tx) =>
      tx.quizSlot.updateMany({ where: { quizId: exam.quizId, position: 1 }, data: { questionId } }),
    );
    const made = await createPaperSet(khao, {
      ...{ id: newId(), quizId: exam.quizId, who: { kind: 'unit', id: corps.c1.id }, title: 'Tự luận giấy' },
      ...{ heldOn: '2026-11-22', startsAt: '07:00', minutes: 45, variants: 1 },
      ...{ drawing: 'one', shuffleQuestions: true, shuffleOptions: true },
    });
    if (!('kind' in made)) throw new Error(made.problem);
    await enterTwice(made.id, '1', { variant: '101', letters: '', written: { '1': '+' } });
    await enterTwice(made.id, '2', { variant: '101', letters: '', written: {} });
    expect(await countPaperSheets(khao, made.id)).toMatchObject({ counted: 2 });
    const written = await stored(made.id, corps.an.personId);
    expect(written.attempt).toMatchObject({ state: 'submitted', gradedAt: null, grade: null });
    const tasks = await database().read.markingTask.findMany({ where: { quizId: exam.quizId } });
    expect(tasks.map(({ attemptId }) => attemptId)).toEqual([written.attemptId]);
    const empty = await stored(made.id, corps.binh.personId);
    expect(empty.attempt).toMatchObject({ state: 'graded', grade: 0 });
    const answer = await database().read.attemptAnswer.findFirstOrThrow({ where: { attemptId: written.attemptId! } });
    expect(JSON.parse(answer.response!) as QuestionResponse).toContain('mã đề 101, số 1');
  });

  it('comes from a table, all rows or none', async () => {
    const { setId } = await setOf();
    const sheet = await sheetOf(setId, '104', all);
    const row = (line: number, who: string, more: object = {}) => ({ line, who, ...sheet, ...more });
    const bad = [
      row(3, '1'),
      row(4, '99'),
      row(5, '2', { letters: 'XYZ' }),
      row(6, '3', { variant: '999' }),
      row(7, '1'),
    ];
    const refused = await importPaperSheets(khao, setId, { round: 1, rows: bad });
    expect(refused).toMatchObject({ kind: 'invalid' });
    const problems = refused.kind === 'invalid' ? refused.problems : [];
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual(
      expect.arrayContaining([
        [4, 'who', 'unknown-person'],
        [5, 'answers', 'bad-letter'],
        [6, 'variant', 'unknown-variant'],
        [7, 'who', 'twice'],
      ]),
    );
    expect((await paperSetPage(khao, setId)).counts).toMatchObject({ entered: 0, missing: 3 });
    const rows = [row(3, '1'), row(4, '2')];
    expect(await importPaperSheets(khao, setId, { round: 1, rows })).toEqual({ kind: 'stored', stored: 2 });
    expect(await importPaperSheets(khao, setId, { round: 1, rows })).toEqual({ kind: 'stored', stored: 0 });
    expect(await importPaperSheets(second, setId, { round: 2, rows })).toEqual({ kind: 'stored', stored: 2 });
    expect((await paperSetPage(khao, setId)).counts).toMatchObject({ checked: 2, missing: 1 });
  });
});

describe('a file of sheets', () => {
  it('is taken back as a whole, but for what was typed again or counts since', async () => {
    const { setId } = await setOf();
    const sheet = await sheetOf(setId, '104', all);
    const rows = ['1', '2', '3'].map((who, at) => ({ line: at + 2, who, ...sheet }));
    clockAt(100);
    expect(await importPaperSheets(khao, setId, { round: 1, rows })).toMatchObject({ stored: 3 });
    // An's is typed a second time and counted, Bình's a second time by a file.
    await enterPaperSheet(second, setId, typed('1', 2, sheet));
    expect(await countPaperSheets(khao, setId)).toMatchObject({ counted: 1 });
    clockAt(200);
    expect(await importPaperSheets(second, setId, { round: 2, rows: [rows[1]!] })).toMatchObject({ stored: 1 });
    const { imports } = await sheetImportPage(khao, setId);
    expect(imports.map(({ round, sheets, undoable }) => [round, sheets, undoable])).toEqual([
      [2, 1, 1],
      [1, 3, 1],
    ]);
    const first = undoImportSchema.parse({ undo: imports[1]!.key }).undo;
    await expect(undoSheetImport(stranger, setId, first)).rejects.toMatchObject({ code: 'not-found' });
    await expect(undoSheetImport(corps.giang, setId, first)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await undoSheetImport(khao, setId, first)).toEqual({ kind: 'undone', undone: 1, left: 2 });
    expect((await stored(setId, corps.cuong.personId)).state).toBe('withdrawn');
    const other = undoImportSchema.parse({ undo: imports[0]!.key }).undo;
    expect(await undoSheetImport(khao, setId, other)).toEqual({ kind: 'undone', undone: 1, left: 0 });
    expect(await stored(setId, corps.binh.personId)).toMatchObject({ state: 'entered', second: null, checkedAt: null });
    expect(await undoSheetImport(khao, setId, first)).toEqual({ kind: 'undone', undone: 1, left: 1 });
    expect(await undoSheetImport(khao, setId, first)).toEqual({ kind: 'undone', undone: 0, left: 1 });
    expect((await stored(setId, corps.an.personId)).state).toBe('counted');
    // What was taken back is entered again as if it had never been.
    expect(await enterPaperSheet(khao, setId, typed('3', 1, sheet))).toMatchObject({ kind: 'saved', state: 'entered' });
    await closePaperSet(khao, setId, true);
    expect(await undoSheetImport(khao, setId, first)).toEqual({ kind: 'refused', reason: 'set-closed' });
  });
});

describe('who may', () => {
  it('gives keys to authors alone, and not before it has been written', async () => {
    const { setId } = await setOf({}, { heldOn: '2026-11-23' });
    await expect(paperKeys(corps.giang, setId, null)).rejects.toMatchObject({ code: 'conflict' });
    await expect(paperKeys(khao, setId, null)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await paperSetPage(corps.giang, setId)).may).toEqual({ enter: false, keys: 'later', quiz: true });
    expect((await paperSetPage(corps.giang, setId)).people).toEqual([]);
    expect((await paperSetPage(khao, setId)).may).toEqual({ enter: true, keys: 'never', quiz: false });
    // On its day, while it is being written, and when it has been.
    clockAt(24 * 3600 - 16 * 60);
    await expect(paperKeys(corps.giang, setId, null)).rejects.toMatchObject({ code: 'conflict' });
    clockAt(24 * 3600);
    expect((await paperKeys(corps.giang, setId, null)).variants).toHaveLength(4);
    const page = JSON.stringify([await paperEntryPage(khao, setId, 2), await paperSetPage(khao, setId)]);
    expect(page).not.toContain('correct');
    expect(page).not.toContain('Hồng');
  });

  it('is found by its own examiners and authors alone, and takes nothing once closed or before the day', async () => {
    const { setId } = await setOf({}, { heldOn: '2026-11-23' });
    await expect(paperSetPage(stranger, setId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(paperSetPage(corps.an, setId)).rejects.toMatchObject({ code: 'forbidden' });
    const sheet = await sheetOf(setId, '101', all);
    await expect(enterPaperSheet(corps.giang, setId, typed('1', 1, sheet))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(enterPaperSheet(stranger, setId, typed('1', 1, sheet))).rejects.toMatchObject({ code: 'not-found' });
    await enterTwice(setId, '1', sheet);
    expect(await countPaperSheets(khao, setId)).toEqual({ kind: 'refused', reason: 'not-held-yet' });
    await closePaperSet(khao, setId, true);
    expect(await enterPaperSheet(khao, setId, typed('2', 1, sheet))).toEqual({ kind: 'refused', reason: 'set-closed' });
    await closePaperSet(khao, setId, false);
    expect(await enterPaperSheet(khao, setId, typed('em', 1, sheet))).toEqual({
      kind: 'refused',
      reason: 'unknown-person',
    });
    expect(await enterPaperSheet(khao, setId, typed('2', 1, { ...sheet, letters: 'A' }))).toMatchObject({
      reason: 'bad-answers',
    });
  });

  it('makes one set of a form that is sent twice', async () => {
    const { quizId } = await buildExam(corps);
    const form = {
      ...{
        id: newId(),
        quizId,
        who: { kind: 'unit' as const, id: corps.c1.id },
        title: 'Hai lần',
        heldOn: '2026-11-22',
      },
      ...{
        startsAt: '07:00',
        minutes: 45,
        variants: 2,
        drawing: 'each' as const,
        shuffleQuestions: true,
        shuffleOptions: true,
      },
    };
    expect(await createPaperSet(khao, form)).toMatchObject({ kind: 'created' });
    expect(await createPaperSet(khao, form)).toMatchObject({ kind: 'unchanged' });
    await expect(createPaperSet(stranger, { ...form, id: newId() })).rejects.toMatchObject({ code: 'bad-input' });
  });
});
