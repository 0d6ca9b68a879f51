import { may } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newSeed } from '#app/platform/ids.server.ts';
import type { NotEnoughQuestions } from '../../core/draw-paper.ts';
import type { PaperSetSettings } from '../../core/printed/paper-set.ts';
import { insertPaperSet, isPaperSetThere } from '../../data/printed/paper-sets.server.ts';
import { findSessionOfSet, listUnitPeople } from '../../data/printed/roster.server.ts';
import { findQuiz } from '../../data/quiz-for-attempt.server.ts';
import { findSessionUnit, isPublished, isQuizForSessions } from '../../data/room/choices.server.ts';
import { drawSet } from '../../queries/printed/draw-set.server.ts';
import { paperScope } from '../../queries/printed/set-reading.server.ts';

/** More than this sit an exam on paper under several sets. */
export const MOST_PEOPLE = 2000;

export interface NewPaperSetForm extends Omit<PaperSetSettings, 'sessionId' | 'roster'> {
  readonly id: string;
  readonly quizId: string;
  readonly who: { readonly kind: 'unit' | 'session'; readonly id: string };
  readonly title: string;
  readonly heldOn: string;
  readonly variants: number;
}

export type CreatePaperSetOutcome = { kind: 'created' | 'unchanged'; id: string } | NotEnoughQuestions;

/**
 * Draws the questions of a published quiz once and stores its variants for a unit or an exam session: by an author of the
 * quiz, or by an examiner for an exam that may be sat there. The list of a unit's people is kept with the set, so that
 * numbers on printed sheets stay true. The same form sent twice makes one set. Throws bad-input for what is out of reach.
 */
export async function createPaperSet(actor: Actor, form: NewPaperSetForm): Promise<CreatePaperSetOutcome> {
  const { run, author } = paperScope(actor);
  const { sql } = database();
  if (await isPaperSetThere(sql, form.id)) return { kind: 'unchanged', id: form.id };
  const { who, quizId, title, heldOn, variants: count, drawing, shuffleQuestions, shuffleOptions } = form;
  const session = who.kind === 'session' ? await findSessionOfSet(sql, run, who.id) : null;
  const unit = await findSessionUnit(sql, [...run, ...author], session?.unitId ?? who.id);
  if (!unit || (who.kind === 'session' && session?.quizId !== quizId)) {
    throw new AppError('bad-input', { fields: { who: ['not-found'] } });
  }
  const quiz = await findQuiz(sql, quizId);
  const isAuthor = quiz !== null && may(actor, 'quiz.author', quiz.unitPath) && (await isPublished(sql, quizId));
  if (
    !quiz ||
    !(isAuthor || (may(actor, 'exam.run', unit.path) && (await isQuizForSessions(sql, unit.path, quizId))))
  ) {
    throw new AppError('bad-input', { fields: { quizId: ['not-found'] } });
  }
  const seed = newSeed();
  const drawn = await drawSet(quiz, seed, count, { drawing, shuffleQuestions, shuffleOptions });
  if ('problem' in drawn) return drawn;
  const people = session ? [] : await listUnitPeople(sql, unit.path, MOST_PEOPLE);
  const settings: PaperSetSettings = {
    ...{ drawing, shuffleQuestions, shuffleOptions, startsAt: form.startsAt, minutes: form.minutes },
    sessionId: session?.id ?? null,
    roster: people.map((personId, at) => [personId, at + 1] as const),
  };
  return transact(actor, 'quiz.paper-set-created', async ({ sql, at, record, unchanged }) => {
    if (await isPaperSetThere(sql, form.id)) {
      unchanged();
      return { kind: 'unchanged', id: form.id };
    }
    const set = { id: form.id, quizId, unitId: unit.id, title, seed, settings, heldOn };
    await insertPaperSet(sql, set, drawn.variants, { createdById: actor.personId, at });
    record(
      form.id,
      { quizId, variants: count, drawing, people: people.length, sessionId: settings.sessionId },
      unit.path,
    );
    return { kind: 'created', id: form.id };
  });
}
