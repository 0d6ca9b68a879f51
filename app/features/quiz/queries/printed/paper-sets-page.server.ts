import { may } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { addDays, dateOf } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newSeed } from '#app/platform/ids.server.ts';
import type { NotEnoughQuestions } from '../../core/draw-paper.ts';
import { PAPER_SECTIONS, type PaperSection, sectionOfType } from '../../core/printed/paper-item.ts';
import { type PaperLimit, type PaperSetSettings, paperLimits } from '../../core/printed/paper-set.ts';
import { type Overlap, overlapOfSet, variantKey } from '../../core/printed/variants.ts';
import { listPaperQuizzes } from '../../data/printed/paper-quizzes.server.ts';
import { listPaperSets, type SheetCounts } from '../../data/printed/paper-sets.server.ts';
import { listSessionsOfQuiz } from '../../data/printed/roster.server.ts';
import { findQuiz } from '../../data/quiz-for-attempt.server.ts';
import { listUnitChoices } from '../../data/room/choices.server.ts';
import { drawSet } from './draw-set.server.ts';
import { paperScope } from './set-reading.server.ts';

export interface PaperSetLine {
  readonly id: string;
  readonly title: string;
  readonly quizTitle: string;
  readonly unitName: string;
  readonly heldOn: string;
  readonly isClosed: boolean;
  readonly variants: number;
  readonly counts: SheetCounts;
}

/** The sets within the actor's reach, of one quiz or of all. */
export async function paperSetsPage(actor: Actor, quizId: string | null) {
  const scope = paperScope(actor);
  const { sql } = database();
  const sets = await listPaperSets(sql, scope, quizId);
  const lines = sets.map(({ id, title, quizTitle, unitName, heldOn, closedAt, variants, counts }): PaperSetLine => {
    return { id, title, quizTitle, unitName, heldOn, isClosed: closedAt !== null, variants, counts };
  });
  return { sets: lines, quizId, isExaminer: scope.run.length > 0 };
}

export interface NewPaperSetPage {
  readonly quizzes: readonly { readonly id: string; readonly title: string }[];
  readonly quiz: { readonly id: string; readonly title: string; readonly minutes: number } | null;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly sessions: readonly { readonly id: string; readonly title: string; readonly seats: number }[];
  readonly sessionId: string | null;
  readonly tomorrow: string;
}

/** What is chosen from for a new set; the quiz comes first, since sessions and minutes follow from it. */
export async function newPaperSetPage(
  actor: Actor,
  { quizId, sessionId }: { quizId: string | null; sessionId: string | null },
): Promise<NewPaperSetPage> {
  const scope = paperScope(actor);
  const { sql } = database();
  const quizzes = await listPaperQuizzes(sql, scope);
  const chosen = quizzes.find(({ id }) => id === quizId);
  if (quizId !== null && !chosen) throw new AppError('not-found');
  const quiz = chosen ? await findQuiz(sql, chosen.id) : null;
  const units = await listUnitChoices(sql, [...scope.run, ...scope.author]);
  const minutes = Math.round((quiz?.settings.timeLimitSeconds ?? 0) / 60) || 45;
  return {
    quizzes,
    quiz: quiz && { id: quiz.id, title: quiz.title, minutes },
    units: [...new Map(units.map(({ id, name }) => [id, { id, name }])).values()],
    sessions: quiz ? await listSessionsOfQuiz(sql, scope.run, quiz.id) : [],
    sessionId,
    tomorrow: addDays(dateOf(now()), 1),
  };
}

export interface PaperSetPreview {
  readonly questions: number;
  readonly sections: readonly { readonly section: PaperSection; readonly count: number }[];
  readonly overlap: { readonly worst: Overlap; readonly average: Overlap } | null;
  readonly limits: readonly PaperLimit[];
}

/** The numbers of a set before it is made, from a draw of its own: how much variants agree, and what paper cannot hold. */
export async function previewPaperSet(
  actor: Actor,
  quizId: string,
  count: number,
  settings: Pick<PaperSetSettings, 'drawing' | 'shuffleQuestions' | 'shuffleOptions'>,
): Promise<PaperSetPreview | NotEnoughQuestions> {
  const scope = paperScope(actor);
  const { sql } = database();
  const quiz = await findQuiz(sql, quizId);
  const isReached =
    quiz !== null &&
    (may(actor, 'quiz.author', quiz.unitPath) || (await listPaperQuizzes(sql, scope)).some(({ id }) => id === quizId));
  if (!quiz || !isReached) throw new AppError('not-found');
  const drawn = await drawSet(quiz, newSeed(), count, settings);
  if ('problem' in drawn) return drawn;
  const bodies = new Map(drawn.questions.map(({ questionVersionId, body }) => [questionVersionId, body]));
  const first = drawn.variants[0]?.paper ?? [];
  const types = first.map(({ questionVersionId }) => sectionOfType(bodies.get(questionVersionId)!.type));
  return {
    questions: first.length,
    sections: PAPER_SECTIONS.map((section) => ({
      section,
      count: types.filter((one) => one === section).length,
    })).filter((each) => each.count > 0),
    overlap: overlapOfSet(drawn.variants.map(({ paper }) => variantKey(paper, (id) => bodies.get(id)!))),
    limits: paperLimits([...bodies.values()], quiz.settings, settings),
  };
}
