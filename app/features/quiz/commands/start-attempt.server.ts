import { may, requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { isDuplicate } from '#app/platform/db/conflict.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { NotEnoughQuestions } from '../core/draw-paper.ts';
import { type QuizSettings, settingsToPin } from '../core/settings.ts';
import { mayStart, type StartDecision } from '../core/start.ts';
import { deadlineOf } from '../core/timing.ts';
import { deletePreviews, insertAttempt } from '../data/attempts.server.ts';
import { countSeenQuestions, listPreviousAttempts } from '../data/previous-attempts.server.ts';
import { findQuiz, findQuizForLearner, holdQuiz, shareQuiz } from '../data/quiz-for-attempt.server.ts';
import { deletePrepared } from '../data/room/prepared-papers.server.ts';
import { listOpenSeatsOf } from '../data/room/seats.server.ts';
import { type Entry, type EntryRefusal, entryRefusal } from '../data/rules/entry.server.ts';
import { settingsOfPerson } from '../data/rules/settings-for.server.ts';
import { drawFrom, paperSource } from '../queries/paper-source.server.ts';

export type StartOutcome =
  | { kind: 'started' | 'resumed'; attemptId: string }
  | Extract<StartDecision, { kind: 'refused' }>
  | EntryRefusal
  /** Whoever has a seat in an exam session of the quiz begins there. */
  | { kind: 'refused'; reason: 'in-session'; sessionId: string }
  | { kind: 'refused'; reason: 'not-enough-questions'; problem: NotEnoughQuestions };

/**
 * Starts the learner's attempt at a quiz, or answers the one that is open: two devices or a hundred requests at once
 * find the same attempt, and no code is asked for it. Rules are those that hold for this person, overrides and all. Throws
 * not-found for a quiz that is not assigned to this person.
 */
export async function startAttempt(actor: Actor, quizId: string, entry: Entry = {}): Promise<StartOutcome> {
  const { sql } = database();
  const { personId, unitPath } = actor;
  const quiz = await findQuizForLearner(sql, actor, quizId, now());
  if (!quiz) throw new AppError('not-found');
  const settingsIn = async (from: Sql): Promise<QuizSettings> => {
    const settings = (await settingsOfPerson(from, [quiz], actor)).get(quizId)?.settings;
    return settings ?? quiz.settings;
  };
  const previous = async (from = sql) =>
    (await listPreviousAttempts(from, personId, [quizId])).map((one) => one.attempt);
  const first = answerOf(mayStart(await settingsIn(sql), await previous(), now()));
  if (first?.kind === 'resumed') return first;
  const sessionId = (await listOpenSeatsOf(sql, personId, [quizId])).get(quizId);
  if (sessionId !== undefined) return { kind: 'refused', reason: 'in-session', sessionId };
  if (first) return first;
  const refusal = await entryRefusal(personId, quiz, entry, now());
  if (refusal) return refusal;

  // Drawn before the transaction, which others wait for; a paper that is not needed after all is thrown away.
  const drawn = await drawFrom(await paperSource(quiz), await countSeenQuestions(sql, personId));
  if ('problem' in drawn) return notEnough(drawn);
  try {
    return await transact(actor, 'quiz.attempt-started', async ({ sql, at, record, emit, unchanged }) => {
      // An override that is being set waits until this start has ended, or this start reads it.
      await shareQuiz(sql, quizId);
      const settings = await settingsIn(sql);
      const decision = mayStart(settings, await previous(sql), at);
      if (decision.kind !== 'start') {
        unchanged();
        return answerOf(decision) as StartOutcome;
      }
      const { number, preparedId } = decision;
      // Of a session in which the person has no seat any more.
      if (preparedId !== null) await deletePrepared(sql, preparedId);
      const id = newId();
      const deadlineAt = deadlineOf({ startedAt: at, ...settings });
      await insertAttempt(sql, {
        ...drawn,
        id,
        quizId,
        personId,
        number,
        preview: false,
        startedAt: at,
        deadlineAt,
        settings: settingsToPin(settings),
      });
      record(id, { quizId, number }, unitPath);
      emit({ type: 'attempt-started', personId, quizId, courseId: quiz.courseId });
      return { kind: 'started', attemptId: id };
    });
  } catch (error) {
    // On PostgreSQL two starts can pass the question above side by side: the unique number lets one of them through.
    const open = isDuplicate(error) ? answerOf(mayStart(await settingsIn(sql), await previous(), now())) : null;
    if (!open) throw error;
    return open;
  }
}

/**
 * An author's look at a quiz as a learner would meet it, drafts too, whatever is open or closed. Each preview is a fresh
 * draw and replaces the one before; it counts nowhere and nobody is told.
 */
export async function startPreview(actor: Actor, quizId: string): Promise<StartOutcome> {
  requireScope(actor, 'quiz.author');
  const { personId } = actor;
  const quiz = await findQuiz(database().sql, quizId);
  if (!quiz || !may(actor, 'quiz.author', quiz.unitPath)) throw new AppError('not-found');
  const drawn = await drawFrom(await paperSource(quiz), new Map());
  if ('problem' in drawn) return notEnough(drawn);
  return transact(actor, 'quiz.preview-started', async ({ sql, at, record }) => {
    // Two presses at once: the second waits here and then finds the preview of the first.
    await holdQuiz(sql, quizId);
    await deletePreviews(sql, quizId, personId);
    const id = newId();
    // An author looks at it from wherever an author sits.
    const settings = settingsToPin({ ...quiz.settings, openAt: null, closeAt: null, networks: [] });
    const deadlineAt = deadlineOf({ startedAt: at, ...settings });
    await insertAttempt(sql, {
      ...drawn,
      id,
      quizId,
      personId,
      number: -1,
      preview: true,
      startedAt: at,
      deadlineAt,
      settings,
    });
    record(id, { quizId }, quiz.unitPath);
    return { kind: 'started', attemptId: id };
  });
}

/** The outcome of a decision that begins nothing; null when there is an attempt to begin. */
function answerOf(decision: StartDecision): StartOutcome | null {
  if (decision.kind === 'resume') return { kind: 'resumed', attemptId: decision.attemptId };
  return decision.kind === 'refused' ? decision : null;
}

/** The refusal of a start for which the bank has too little. */
const notEnough = (problem: NotEnoughQuestions): StartOutcome => ({
  kind: 'refused',
  reason: 'not-enough-questions',
  problem,
});
