import { displayOrder } from '#app/features/questions/core/question-types.ts';
import {
  type QuestionCandidate,
  questionCandidates,
  questionVersions,
} from '#app/features/questions/queries/question-versions.server.ts';
import type { SeededRandom } from '#app/kernel/seeded-random.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newSeed } from '#app/platform/ids.server.ts';
import { type Candidate, drawPaper, type NotEnoughQuestions, type SlotPlan } from '../core/draw-paper.ts';
import type { Paper } from '../core/paper.ts';
import type { QuizSettings } from '../core/settings.ts';
import { branchesOf, listBelow, withAbove } from '../data/categories-below.server.ts';
import { listSlotPlans, type QuizToTake } from '../data/quiz-for-attempt.server.ts';
import { sourcesOf } from '../data/slot-sources.server.ts';

/** What papers of one quiz are drawn from; holds for as many of them as are drawn at once. */
export interface PaperSource {
  readonly slots: readonly SlotPlan[];
  readonly candidates: readonly (QuestionCandidate & Pick<Candidate, 'above'>)[];
  readonly settings: Pick<QuizSettings, 'shuffleQuestions' | 'shuffleOptions'>;
}

/** The slots of a quiz and the questions that may fill them now. */
export async function paperSource(quiz: Pick<QuizToTake, 'id' | 'unitPath' | 'settings'>): Promise<PaperSource> {
  const { sql } = database();
  const slots = await listSlotPlans(sql, quiz.id);
  const { categoryIds, ...others } = sourcesOf(slots);
  const above = await listBelow(sql, branchesOf(slots));
  const wanted = { ...others, categoryIds: [...new Set([...categoryIds, ...above.keys()])], unitPath: quiz.unitPath };
  return { slots, candidates: withAbove(await questionCandidates(wanted), above), settings: quiz.settings };
}

export type DrawnFromSource = { seed: string; paper: Paper } | NotEnoughQuestions;

/** One person's paper under a seed of its own; `seenCounts` says how often the person met a question. */
export async function drawFrom(
  { slots, candidates, settings }: PaperSource,
  seenCounts: ReadonlyMap<string, number>,
): Promise<DrawnFromSource> {
  if (slots.length === 0) return { problem: 'not-enough-questions', slot: 1, wanted: 1, found: 0 };
  const seed = newSeed();
  // Only the drawn questions are read; until then each keeps the chance that belongs to it.
  const chances = new Map<string, SeededRandom>();
  const result = drawPaper({
    ...{ slots, candidates, seenCounts, seed, settings },
    optionOrder: ({ questionId }, chance) => {
      chances.set(questionId, chance);
      return [];
    },
  });
  if ('problem' in result) return result;
  const versions = await questionVersions(result.paper.map((slot) => slot.questionVersionId));
  const paper = result.paper.map((slot) => {
    const { body } = versions.get(slot.questionVersionId)!;
    const options = { shuffle: settings.shuffleOptions };
    return { ...slot, optionOrder: displayOrder(body, chances.get(slot.questionId)!, options) };
  });
  return { seed, paper };
}
