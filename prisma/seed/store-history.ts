import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { printItemMarks } from '#app/features/quiz/core/mark-paper.ts';
import { printPaper } from '#app/features/quiz/core/paper.ts';
import { printQuizSettings } from '#app/features/quiz/schema.ts';
import { insertRows } from './insert-rows.ts';
import type { History } from './study.ts';
import type { DemoAttempt } from './take-attempt.ts';

/** Stores what some people have done, in one transaction; answers how many rows of each kind. */
export async function storeHistory(courseId: string, histories: readonly History[]) {
  const reads = histories.flatMap((history) => history.reads.map((read) => readRow(courseId, history, read)));
  const attempts = histories.flatMap((history) => history.attempts);
  const answers = attempts.flatMap(answerRows);
  await transact(theSystem, 'demo.filled', async ({ sql, record }) => {
    await insertRows(sql, 'LessonRead', reads);
    await insertRows(sql, 'Attempt', attempts.map(attemptRow));
    await insertRows(sql, 'AttemptAnswer', answers);
    record(courseId, { reads: reads.length, attempts: attempts.length });
  });
  return { reads: reads.length, attempts: attempts.length, answers: answers.length };
}

function readRow(
  courseId: string,
  { learner }: History,
  { lesson, openedAt, readAt, scroll }: History['reads'][number],
) {
  const personId = learner.person.id;
  return { personId, lessonId: lesson.id, courseId, openedAt, readAt, scroll, updatedAt: readAt ?? openedAt };
}

function attemptRow({ quiz, personId, seed, paper, attempt, marked }: DemoAttempt) {
  const isGraded = attempt.state === 'graded';
  return {
    id: attempt.id,
    quizId: quiz.id,
    personId,
    number: attempt.number,
    preview: false,
    seed,
    state: attempt.state,
    startedAt: attempt.startedAt,
    deadlineAt: attempt.deadlineAt,
    submittedAt: isGraded ? attempt.submittedAt : null,
    submittedBy: isGraded ? attempt.cause : null,
    gradedAt: isGraded ? attempt.gradedAt : null,
    settings: printQuizSettings(quiz.settings),
    paper: printPaper(paper),
    markSum: marked?.markSum ?? null,
    maxMark: marked?.maxMark ?? null,
    grade: marked?.grade ?? null,
    passed: marked?.passed ?? null,
    classification: marked?.classification ?? null,
    itemMarks: marked && printItemMarks(marked),
  };
}

function answerRows({ quiz, paper, answers, attempt, marked }: DemoAttempt) {
  return paper.map(({ slot, questionId, questionVersionId }, index) => {
    const { response, savedAt, receipt, sequence, flagged } = answers[index]!;
    const { fraction = null, mark = null } = marked?.slots[index] ?? {};
    // In practice each answer is checked as soon as it is given.
    const checks = quiz.settings.kind === 'practice' && savedAt ? 1 : 0;
    const text = response === null ? null : JSON.stringify(response);
    return {
      ...{ attemptId: attempt.id, slot, questionId, questionVersionId, response: text },
      ...{ sequence, flagged, savedAt, receipt, checks, fraction, mark },
    };
  });
}
