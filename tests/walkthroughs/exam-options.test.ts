import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { checkAnswer } from '#app/features/quiz/commands/check-answer.server.ts';
import { editQuiz } from '#app/features/quiz/commands/edit-quiz.server.ts';
import { finishOverdueAttempts } from '#app/features/quiz/commands/finish-overdue-attempts.server.ts';
import { turnPage } from '#app/features/quiz/commands/rules/turn-page.server.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt, startPreview } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { REVIEW_PRESETS } from '#app/features/quiz/core/review.ts';
import { dayCode, type Entry } from '#app/features/quiz/data/rules/entry.server.ts';
import { attemptOverview, attemptStanding } from '#app/features/quiz/queries/attempt-overview.server.ts';
import { attemptPage } from '#app/features/quiz/queries/attempt-page.server.ts';
import { attemptResult } from '#app/features/quiz/queries/attempt-result.server.ts';
import { authorQuiz } from '#app/features/quiz/queries/author-quiz.server.ts';
import { quizStartPage } from '#app/features/quiz/queries/quiz-start-page.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { at, buildExam, clockAt, type ExamOptions, rightAnswers, wrongAnswers } from '#tests/fixtures/exam.ts';

useTestDatabase();

/** An option of an exam, what it is set to, and the story that ends otherwise without it. */
type Option = [name: string, set: ExamOptions, story: (exam: Sitting) => Promise<void>];

let corps: Corps;
beforeAll(async () => {
  corps = await buildCorps();
});

/** One exam and one learner in it. */
class Sitting {
  quizId = '';
  attemptId = '';
  constructor(readonly who: Actor) {}

  async open(options: ExamOptions): Promise<void> {
    clockAt(0);
    ({ quizId: this.quizId } = await buildExam(corps, options));
  }
  /** 'started', 'resumed', or why not. */
  async start(entry: Entry = {}): Promise<string> {
    const outcome = await startAttempt(this.who, this.quizId, entry);
    if (outcome.kind === 'refused') return outcome.reason;
    this.attemptId = outcome.attemptId;
    return outcome.kind;
  }
  async begin(entry: Entry = {}): Promise<void> {
    expect(await this.start(entry)).toBe('started');
  }
  /** 'kept', 'unchanged', or why not. */
  async save(slot: number, response: unknown, sequence = 1, address?: string): Promise<string> {
    const outcome = await saveAnswer(this.who, this.attemptId, { slot, sequence, response }, address);
    return outcome.outcome === 'refused' ? outcome.reason : outcome.outcome;
  }
  async answerAll(answers: Record<number, unknown>): Promise<void> {
    for (const slot of [1, 2, 3, 4]) await this.save(slot, answers[slot]);
  }
  submit = () => submitAttempt(this.who, this.attemptId);
  page = (page: number, address?: string) => attemptPage(this.who, this.attemptId, page, address);
  async slotsShown(page: number): Promise<number[]> {
    const shown = await this.page(page);
    return shown.kind === 'open' ? shown.questions.map(({ slot }) => slot) : [];
  }
  async result() {
    const result = await attemptResult(this.who, this.attemptId);
    if (result.kind !== 'ended') throw new Error('open');
    return result;
  }
  startPage = (address?: string) => quizStartPage(this.who, this.quizId, address);
  stored = () => database().read.attempt.findUniqueOrThrow({ where: { id: this.attemptId } });
  /** One attempt from start to end with these answers; answers the grade that counts. */
  async sit(answers: Record<number, unknown>): Promise<number | null> {
    await this.begin();
    await this.answerAll(answers);
    await this.submit();
    return (await this.startPage()).grade;
  }
}

const afterSubmission = {
  during: [],
  'just-after': ['overall'],
  'later-open': ['overall'],
  'after-close': ['overall'],
} as const;
const twice = { attemptsAllowed: 2, review: afterSubmission };

/** A way of attempting that an exam must not have, however it came about, and a matrix that tells everything. */
const checking = { behaviour: 'immediate', review: REVIEW_PRESETS.practice } as const;

const options: Option[] = [
  [
    'kind exam: nothing is judged and nothing told before the submission, whatever else is set',
    { kind: 'exam', ...checking },
    async (exam) => {
      await exam.begin();
      await exam.save(1, rightAnswers[1]);
      await expect(checkAnswer(exam.who, exam.attemptId, 1)).rejects.toMatchObject({ code: 'forbidden' });
      const page = await exam.page(1);
      expect(page).toMatchObject({ quizKind: 'exam', hasChecks: false });
      expect(page.kind === 'open' && page.questions[0]?.review).toBeNull();
    },
  ],
  [
    'kind practice: with the same settings an answer is judged at once',
    { kind: 'practice', ...checking },
    async (exam) => {
      await exam.begin();
      await exam.save(1, rightAnswers[1]);
      expect(await checkAnswer(exam.who, exam.attemptId, 1)).toEqual({ outcome: 'checked' });
      const page = await exam.page(1);
      expect(page).toMatchObject({ quizKind: 'practice', hasChecks: true });
      expect(page.kind === 'open' && page.questions[0]?.review).toMatchObject({ correctness: 'right', right: [1] });
    },
  ],
  [
    'openAt: nobody begins before it',
    { openAt: at(60) },
    async (exam) => {
      expect(await exam.start()).toBe('not-open');
      clockAt(60);
      expect(await exam.start()).toBe('started');
    },
  ],
  [
    'closeAt: nobody begins from then on, and who works has no time left',
    { closeAt: at(300) },
    async (exam) => {
      await exam.begin();
      expect((await exam.stored()).deadlineAt).toEqual(at(300));
      clockAt(311);
      expect(await exam.save(1, rightAnswers[1])).toBe('time-up');
      await finishOverdueAttempts();
      expect(await exam.start()).toBe('closed');
    },
  ],
  [
    'timeLimitSeconds: the attempt ends after it',
    { timeLimitSeconds: 120 },
    async (exam) => {
      await exam.begin();
      expect((await exam.stored()).deadlineAt).toEqual(at(120));
      clockAt(131);
      expect(await exam.save(1, rightAnswers[1])).toBe('time-up');
    },
  ],
  [
    'limit and close: the earlier one binds, and the learner is told both before the start',
    { timeLimitSeconds: 600, closeAt: at(900) },
    async (exam) => {
      expect((await exam.startPage()).time).toEqual({ seconds: 600, boundBy: 'limit' });
      clockAt(600);
      const { time, rules } = await exam.startPage();
      expect(time).toEqual({ seconds: 300, boundBy: 'close' });
      expect(rules).toMatchObject({ timeLimitSeconds: 600, closeAt: at(900) });
      await exam.begin();
      expect((await exam.stored()).deadlineAt).toEqual(at(900));
    },
  ],
  [
    'graceSeconds: what was on its way is still taken',
    { timeLimitSeconds: 120, graceSeconds: 30 },
    async (exam) => {
      await exam.begin();
      clockAt(149);
      expect(await exam.save(1, rightAnswers[1])).toBe('kept');
      clockAt(150);
      expect(await exam.save(2, rightAnswers[2])).toBe('time-up');
    },
  ],
  [
    'attemptsAllowed: no more than these',
    { attemptsAllowed: 2 },
    async (exam) => {
      for (const _ of [1, 2]) {
        await exam.begin();
        await exam.submit();
      }
      expect(await exam.start()).toBe('no-attempts-left');
    },
  ],
  [
    'delayBetweenAttemptsSeconds: not at once again',
    { attemptsAllowed: 2, delayBetweenAttemptsSeconds: 3600 },
    async (exam) => {
      await exam.begin();
      await exam.submit();
      expect(await exam.start()).toBe('too-soon');
      clockAt(3600);
      expect(await exam.start()).toBe('started');
    },
  ],
  ...(
    [
      ['highest', 10],
      ['first', 10],
      ['last', 0],
      ['average', 5],
    ] as const
  ).map(
    ([which, grade]): Option => [
      `which: ${which} of a full and an empty attempt counts ${grade}`,
      { ...twice, which },
      async (exam) => {
        await exam.sit(rightAnswers);
        expect(await exam.sit(wrongAnswers)).toBe(grade);
      },
    ],
  ),
  [
    'which: highest is not the first',
    { ...twice, which: 'highest' },
    async (exam) => {
      await exam.sit(wrongAnswers);
      expect(await exam.sit(rightAnswers)).toBe(10);
    },
  ],
  [
    'passGrade: what is below it does not pass',
    { passGrade: 10, review: afterSubmission },
    async (exam) => {
      await exam.begin();
      await exam.answerAll({ ...rightAnswers, 1: wrongAnswers[1] });
      await exam.submit();
      expect((await exam.result()).overall?.passed).toBe(false);
    },
  ],
  [
    'gradeScale: the author chooses it, grades are on it, and it stays once somebody has begun',
    { review: afterSubmission },
    async (exam) => {
      const choose = async (gradeScale: string) => {
        const { base } = await authorQuiz(corps.giang, exam.quizId);
        return editQuiz(corps.giang, exam.quizId, { base, draft: { ...base.draft, gradeScale } });
      };
      expect((await choose('100')).kind).toBe('edited');
      await exam.begin();
      await exam.answerAll({ ...rightAnswers, 1: wrongAnswers[1] });
      await exam.submit();
      expect((await exam.result()).overall).toMatchObject({ grade: 75, gradeScale: 100, passGrade: 50, passed: true });
      const problems = [{ field: 'gradeScale', code: 'scale-in-use' }];
      expect(await choose('10')).toEqual({ kind: 'invalid', problems });
    },
  ],
  [
    'thresholds: the unit sets its own classes',
    { thresholds: { excellent: 7, good: 6, average: 5 }, review: afterSubmission },
    async (exam) => {
      await exam.begin();
      await exam.answerAll({ ...rightAnswers, 1: wrongAnswers[1] });
      await exam.submit();
      expect((await exam.result()).overall).toMatchObject({ grade: 7.5, classification: 'excellent' });
    },
  ],
  [
    'access password: asked at the start, not for an open attempt, and never given away',
    { access: { kind: 'password', password: 'Điện Biên 54' } },
    async (exam) => {
      expect(await exam.start()).toBe('code-missing');
      expect(await exam.start({ code: 'điện biên 54' })).toBe('code-wrong');
      expect(JSON.stringify(await exam.startPage())).not.toContain('Biên');
      // Typed with decomposed letters and spaces around it.
      await exam.begin({ code: ` ${'Điện Biên 54'.normalize('NFD')} ` });
      expect(await exam.start()).toBe('resumed');
      expect((await exam.stored()).settings).not.toContain('Biên');
      expect(JSON.stringify(await exam.page(1))).not.toContain('Biên');
    },
  ],
  [
    'access day-code: the code of the day in Việt Nam, and of no other quiz or day',
    { access: { kind: 'day-code', password: '' } },
    async (exam) => {
      const code = dayCode(exam.quizId, at(0));
      expect(code).toMatch(/^[2-9]{6}$/);
      expect(await exam.start({ code: dayCode('other', at(0)) })).toBe('code-wrong');
      expect(await exam.start({ code: dayCode(exam.quizId, at(-86_400)) })).toBe('code-wrong');
      expect(await exam.start({ code: `${code.slice(0, 3)} ${code.slice(3)}` })).toBe('started');
    },
  ],
  [
    'access: wrong codes are limited, and then the right one does not help either',
    { access: { kind: 'password', password: 'mở cửa' } },
    async (exam) => {
      for (let n = 0; n < 10; n++) expect(await exam.start({ code: `sai ${n}` })).toBe('code-wrong');
      expect(await exam.start({ code: 'mở cửa' })).toBe('too-many-codes');
    },
  ],
  [
    'networks: neither begun, shown nor saved from elsewhere; no network is named',
    { networks: ['10.35.2.0/24', 'fd35::/64'] },
    async (exam) => {
      expect(await exam.start({ address: '10.35.3.1' })).toBe('network');
      expect(await exam.start()).toBe('network');
      const outside = await exam.startPage('10.35.3.1');
      expect(outside).toMatchObject({ isHere: false, rules: { hasNetworks: true } });
      expect(JSON.stringify(outside)).not.toContain('10.35');
      await exam.begin({ address: '::ffff:10.35.2.7' });
      expect(await exam.save(1, 1, 1, 'fd35::9')).toBe('kept');
      const forbidden = { code: 'forbidden', details: { reason: 'network' } };
      await expect(exam.save(1, 0, 2, '192.168.1.4')).rejects.toMatchObject(forbidden);
      await expect(exam.page(1, '192.168.1.4')).rejects.toMatchObject(forbidden);
      await expect(attemptOverview(exam.who, exam.attemptId)).rejects.toMatchObject(forbidden);
      await expect(attemptStanding(exam.who, exam.attemptId, '192.168.1.4')).rejects.toMatchObject(forbidden);
      expect((await exam.page(1, '10.35.2.255')).kind).toBe('open');
    },
  ],
  [
    'questionsPerPage: the paper comes in pages',
    { questionsPerPage: 3 },
    async (exam) => {
      await exam.begin();
      const page = await exam.page(2);
      expect(page).toMatchObject({ page: 2, pageCount: 2 });
      expect(page.kind === 'open' && page.questions.map((question) => question.page)).toEqual([1, 1, 1, 2]);
    },
  ],
  [
    'forwardOnly: no page but the open one is shown or changed, whatever is asked for',
    { forwardOnly: true, questionsPerPage: 2 },
    async (exam) => {
      await exam.begin();
      expect(await exam.slotsShown(2)).toEqual([1, 2]);
      expect(await exam.save(1, rightAnswers[1])).toBe('kept');
      expect(await exam.save(3, rightAnswers[3])).toBe('page-closed');
      expect(await turnPage(exam.who, exam.attemptId, 1)).toEqual({ outcome: 'turned', openPage: 2 });
      // A second press of the same page turns no second one; the last page has none behind it.
      expect(await turnPage(exam.who, exam.attemptId, 1)).toEqual({ outcome: 'unchanged', openPage: 2 });
      expect(await turnPage(exam.who, exam.attemptId, 2)).toEqual({ outcome: 'unchanged', openPage: 2 });
      expect(await exam.slotsShown(1)).toEqual([3, 4]);
      expect(await exam.save(1, wrongAnswers[1], 2)).toBe('page-closed');
      // A repeated save whose receipt went astray loses nothing.
      expect(await exam.save(1, rightAnswers[1], 1)).toBe('unchanged');
      expect(await exam.save(3, rightAnswers[3])).toBe('kept');
      const standing = await attemptStanding(exam.who, exam.attemptId);
      expect(standing.answers.map(({ slot }) => slot)).toEqual([3]);
      // Of the other pages the map before the submission tells what is answered, and leads nowhere.
      expect(await attemptOverview(exam.who, exam.attemptId)).toMatchObject({ openSlots: [3, 4] });
      const text = JSON.stringify(await exam.page(1));
      expect(text).not.toContain('Thủ đô');
      expect(text).toContain('Nước sôi');
    },
  ],
  [
    'shuffleQuestions: not every paper has the author’s order',
    { shuffleQuestions: true },
    async (exam) => {
      expect(
        await differingOrders(exam, (text) => (JSON.parse(text) as { slots: [string][] }).slots.map(([id]) => id)),
      ).toBe(true);
    },
  ],
  [
    'shuffleOptions: not every question has the author’s order',
    { shuffleOptions: true },
    async (exam) => {
      const orders = (text: string) =>
        (JSON.parse(text) as { slots: [string, string, number, string[]][] }).slots.map((slot) => slot[3].join());
      expect(await differingOrders(exam, orders)).toBe(true);
    },
  ],
  [
    'feedbackBands: what is said from the grade on',
    {
      feedbackBands: [
        { from: 8, text: 'Rất tốt' },
        { from: 0, text: 'Cần ôn lại' },
      ],
      review: afterSubmission,
    },
    async (exam) => {
      await exam.begin();
      await exam.answerAll(rightAnswers);
      await exam.submit();
      expect(JSON.stringify(await exam.result())).toContain('Rất tốt');
    },
  ],
  [
    'review: nothing of the result is shown where the matrix shows nothing',
    { review: { during: [], 'just-after': [], 'later-open': [], 'after-close': [] } },
    async (exam) => {
      await exam.begin();
      await exam.submit();
      expect(await exam.result()).toMatchObject({ overall: null, questions: [] });
    },
  ],
];

/** Whether among papers of a quiz some differ in what is read from them. */
async function differingOrders(exam: Sitting, read: (paper: string) => string[]): Promise<boolean> {
  const seen = new Set<string>();
  for (let n = 0; n < 8; n++) {
    const started = await startPreview(corps.giang, exam.quizId);
    if (started.kind === 'refused') throw new Error(started.reason);
    const { paper } = await database().read.attempt.findUniqueOrThrow({ where: { id: started.attemptId } });
    seen.add(read(paper).join(' '));
  }
  return seen.size > 1;
}

describe('each option of an exam', () => {
  it.each(options)('%s', async (_, set, story) => {
    const exam = new Sitting(corps.an);
    await exam.open(set);
    await story(exam);
  });

  it('is off unless it is set: begun from anywhere without a code, every page open, in the order written', async () => {
    const exam = new Sitting(corps.binh);
    await exam.open({ questionsPerPage: 2 });
    await exam.begin();
    expect(await exam.slotsShown(2)).toEqual([1, 2, 3, 4]);
    expect(await exam.save(3, rightAnswers[3])).toBe('kept');
    expect(await exam.save(1, rightAnswers[1])).toBe('kept');
    expect(await turnPage(exam.who, exam.attemptId, 1)).toEqual({ outcome: 'unchanged', openPage: 1 });
  });
});

describe('the author’s preview', () => {
  it('asks for no code and no network', async () => {
    const exam = new Sitting(corps.giang);
    await exam.open({ access: { kind: 'password', password: 'x' }, networks: ['10.1.1.1'] });
    const outcome = await startPreview(corps.giang, exam.quizId);
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    expect((await attemptPage(corps.giang, outcome.attemptId, 1)).kind).toBe('open');
  });
});
