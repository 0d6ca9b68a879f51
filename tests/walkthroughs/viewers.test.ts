import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { personProgress } from '#app/features/progress/queries/person-progress.server.ts';
import { bodyOfFields } from '#app/features/questions/core/question-draft.ts';
import { questionEditor } from '#app/features/questions/queries/question-editor.server.ts';
import { markAnswer } from '#app/features/quiz/commands/marking/mark-answer.server.ts';
import { takeTask } from '#app/features/quiz/commands/marking/take-task.server.ts';
import { closeSession } from '#app/features/quiz/commands/room/close-session.server.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { REVIEW_PRESETS, REVIEW_WHATS, type ReviewMatrix, type ReviewWhat } from '#app/features/quiz/core/review.ts';
import { type SightTime, sightsOf, type Viewer } from '#app/features/quiz/core/rules/seen-by.ts';
import { attemptPage } from '#app/features/quiz/queries/attempt-page.server.ts';
import { attemptResult } from '#app/features/quiz/queries/attempt-result.server.ts';
import { authorQuiz } from '#app/features/quiz/queries/author-quiz.server.ts';
import { markingOfQuiz } from '#app/features/quiz/queries/marking/marking-queue.server.ts';
import { markingTask } from '#app/features/quiz/queries/marking/marking-task.server.ts';
import { myResults } from '#app/features/quiz/queries/my-results.server.ts';
import { personQuizData } from '#app/features/quiz/queries/person-quiz-data.server.ts';
import { personResults } from '#app/features/quiz/queries/person-results.server.ts';
import { quizStartPage } from '#app/features/quiz/queries/quiz-start-page.server.ts';
import { boardPage } from '#app/features/quiz/queries/room/board-page.server.ts';
import { resultPrint } from '#app/features/quiz/queries/room/print-pages.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { enrol } from '#tests/fixtures/enrolled.ts';
import { at, buildExam, clockAt, rightAnswers } from '#tests/fixtures/exam.ts';
import { buildRoom, examinerOf, sit, soldiersOf } from '#tests/fixtures/exam-room.ts';
import { buildEssayExam, withRole } from '#tests/fixtures/marked-by-hand.ts';

useTestDatabase();

const essay = 'Bài viết riêng của tôi.';
const closeSecond = 1200;
const afterClose = closeSecond + 60;

let corps: Corps;
let examiner: Actor;
let marker: Actor;
beforeAll(async () => {
  clockAt(-9000);
  corps = await buildCorps();
  examiner = await examinerOf(corps.s1);
  marker = await withRole(corps.khoi, 'examiner', corps.corps);
});
beforeEach(() => clockAt(0));

const orNothing = async <Value>(asked: Promise<Value>): Promise<Value | null> =>
  asked.catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  });

/** One person's attempt in an exam session, and the pages on which each kind of viewer meets it. */
class Story {
  taskId: string | null = null;
  private constructor(
    readonly who: Actor,
    readonly quizId: string,
    readonly sessionId: string,
    readonly attemptId: string,
  ) {}

  static async begin(review: ReviewMatrix): Promise<Story> {
    const [who] = (await soldiersOf(corps.c1, 1)) as [Actor];
    const { quizId } = await buildEssayExam(corps, { review, closeAt: at(closeSecond) });
    const sessionId = await buildRoom(corps, { quizId, people: [who], examiner });
    const attemptId = await sit(who, sessionId);
    await saveAnswer(who, attemptId, { slot: 1, sequence: 1, response: rightAnswers[1] });
    await saveAnswer(who, attemptId, { slot: 2, sequence: 1, response: essay });
    return new Story(who, quizId, sessionId, attemptId);
  }

  async submitAndMark(): Promise<void> {
    await submitAttempt(this.who, this.attemptId);
    this.taskId = await takeTask(marker, { quizId: this.quizId });
    await markAnswer(marker, this.taskId!, { levels: { 0: 1, 1: 1 }, mark: '', comment: '' });
  }

  readonly seenBy: Record<Viewer, () => Promise<ReviewWhat[]>> = {
    learner: async () => {
      const open = await attemptPage(this.who, this.attemptId, 1);
      if (open.kind === 'open') {
        const [first] = open.questions;
        return [...(first?.answer === null ? [] : ['answers' as const]), ...(first?.review ? REVIEW_WHATS : [])];
      }
      const result = await attemptResult(this.who, this.attemptId);
      if (result.kind === 'open') throw new Error('neither open nor ended');
      const first: object = result.questions[0] ?? {};
      const fields = {
        ...{ answers: 'answer', correctness: 'correctness', marks: 'mark', explanation: 'explanationHtml' },
        'right-answer': 'right',
      } as const;
      return REVIEW_WHATS.filter((what) => (what === 'overall' ? result.overall !== null : fields[what] in first));
    },
    leader: async () => {
      const lines = await personResults(corps.thuy, this.who.personId);
      expect(JSON.stringify(lines)).not.toContain(essay);
      return lines[0]?.grade === null ? [] : ['overall'];
    },
    administrator: async () => {
      const parts = await personQuizData(corps.khoi, this.who.personId);
      const rows = (name: string) => parts.find(({ part }) => part === name)?.rows ?? [];
      const hasAnswer = rows('answers').some(({ answer }) => answer === essay);
      return [...(hasAnswer ? ['answers' as const] : []), ...(rows('attempts')[0]?.grade ? ['overall' as const] : [])];
    },
    examiner: async () => {
      const { print } = await resultPrint(examiner, this.sessionId);
      const told = JSON.stringify([print, await boardPage(examiner, this.sessionId)]);
      for (const secret of [essay, 'Hà Nội', 'Giải thích', 'markSum']) expect(told).not.toContain(secret);
      return print?.results.some(({ grade }) => grade !== null) ? ['overall'] : [];
    },
    marker: async () => {
      if (!(await orNothing(markingOfQuiz(marker, this.quizId)))) return [];
      const task = await markingTask(marker, this.taskId!);
      expect(JSON.stringify(task)).not.toContain(this.who.fullName);
      return [...(task.answer === essay ? ['answers' as const] : []), ...(task.own ? ['marks' as const] : [])];
    },
    author: async () => {
      const { giang } = corps;
      const { id } = await database().read.question.findUniqueOrThrow({ where: { code: 'thu-q1' } });
      const { draft } = await questionEditor(giang, id);
      const told = JSON.stringify([draft, await authorQuiz(giang, this.quizId)]);
      for (const own of [essay, this.who.fullName, this.who.personId]) expect(told).not.toContain(own);
      const body = bodyOfFields(draft, draft.stem);
      const hasKey = body.type === 'single' && body.correct === body.options[1]?.id;
      return [
        ...(draft.explanation.includes('Giải thích bí mật') ? ['explanation' as const] : []),
        ...(hasKey ? ['right-answer' as const] : []),
      ];
    },
  };
}

const ALL = REVIEW_WHATS;
const matrices: [string, ReviewMatrix][] = [
  ['the default of an exam', REVIEW_PRESETS['after-close']],
  ['only ever the grade', REVIEW_PRESETS.never],
  ['everything at all times', { during: ALL, 'just-after': ALL, 'later-open': ALL, 'after-close': ALL }],
  [
    'the grade only after the close',
    { during: [], 'just-after': ['answers'], 'later-open': ['marks'], 'after-close': ['overall', 'correctness'] },
  ],
  ['nothing', { during: [], 'just-after': [], 'later-open': [], 'after-close': [] }],
];

describe('What an author’s preview says of each viewer', () => {
  it.each(matrices)('is what that viewer’s own page shows: %s', async (_, review) => {
    const quiz = { kind: 'exam', behaviour: 'deferred', review } as const;
    const story = await Story.begin(review);
    const expectAsPreviewed = async (times: Record<Viewer, SightTime>) => {
      for (const [viewer, time] of Object.entries(times) as [Viewer, SightTime][]) {
        const { seen } = sightsOf(viewer, quiz).find((sight) => sight.at === time)!;
        expect([viewer, time, (await story.seenBy[viewer]()).sort()]).toEqual([viewer, time, [...seen].sort()]);
      }
    };
    const sameFor = (time: 'during' | 'just-after' | 'later-open' | 'after-close') =>
      ({ learner: time, leader: time, administrator: time, author: 'always' }) as const;

    clockAt(10);
    await expectAsPreviewed({ ...sameFor('during'), examiner: 'session-open', marker: 'during' });
    clockAt(100);
    await story.submitAndMark();
    await expectAsPreviewed({ ...sameFor('just-after'), examiner: 'session-open', marker: 'submitted' });
    // The close has passed, but the session goes on: somebody may still be working.
    clockAt(afterClose);
    await expectAsPreviewed({ ...sameFor('later-open'), examiner: 'session-open', marker: 'submitted' });
    await closeSession(examiner, story.sessionId);
    await expectAsPreviewed({ ...sameFor('after-close'), examiner: 'session-closed', marker: 'submitted' });
  });
});

describe('A grade that waits for the close', () => {
  const review = { ...REVIEW_PRESETS.never, 'just-after': [], 'later-open': [] };

  it('waits in every list for whoever still works, though the own close is earlier', async () => {
    const [who, late] = (await soldiersOf(corps.c1, 2)) as [Actor, Actor];
    const { quizId } = await buildExam(corps, { review, closeAt: at(closeSecond) });
    const closeFor = ({ personId }: Actor, second: number) =>
      database().write((tx) =>
        tx.quizOverride.create({
          data: { id: `${quizId}-${second}`, quizId, personId, closeAt: at(second), reason: 'thử', createdAt: at(0) },
        }),
      );
    await closeFor(who, 300);
    const begun = await startAttempt(who, quizId);
    if (begun.kind === 'refused') throw new Error(begun.reason);
    await submitAttempt(who, begun.attemptId);
    const grades = async () => [
      (await myResults(who)).results[0]?.grade,
      (await personResults(corps.thuy, who.personId))[0]?.grade,
      (await quizStartPage(who, quizId)).attempts[0]?.grade,
      (await quizStartPage(who, quizId)).grade,
    ];
    const expectHidden = async (second: number) => {
      clockAt(second);
      expect(await attemptResult(who, begun.attemptId)).toMatchObject({ overall: null });
      expect(await grades()).toEqual([null, null, null, null]);
    };
    await expectHidden(400);
    await closeFor(late, 2400);
    await expectHidden(afterClose);
    clockAt(2500);
    expect(await attemptResult(who, begun.attemptId)).toMatchObject({ overall: { grade: 0 } });
    expect(await grades()).toEqual([0, 0, 0, 0]);
  });

  it('stands in the picture of the unit at once where the course asks for a pass, as the preview says in words', async () => {
    const [who] = (await soldiersOf(corps.c1, 1)) as [Actor];
    const { quizId, assignmentId } = await buildExam(corps, { review, closeAt: at(closeSecond) });
    await enrol(assignmentId, [quizId]);
    const begun = await startAttempt(who, quizId);
    if (begun.kind === 'refused') throw new Error(begun.reason);
    await submitAttempt(who, begun.attemptId);
    const { assignments } = await personProgress(corps.thuy, who.personId);
    const quizzes = assignments.find((one) => one.assignmentId === assignmentId)?.quizzes;
    expect(quizzes).toMatchObject([{ quizId, grade: 0, isPassed: false }]);
    expect((await personResults(corps.thuy, who.personId))[0]?.grade).toBeNull();
  });
});
