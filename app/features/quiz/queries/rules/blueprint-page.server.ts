import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import type { Difficulty } from '#app/features/questions/core/question.ts';
import { bankTags } from '#app/features/questions/queries/bank-tags.server.ts';
import { categoriesPage } from '#app/features/questions/queries/categories-page.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import {
  type Balance,
  type BlueprintTopic,
  balanceOf,
  type CellSupply,
  slotsOfBlueprint,
  supplyOf,
} from '../../core/blueprint.ts';
import {
  type BlueprintDraft,
  type BlueprintProblem,
  blankRow,
  blueprintDraftOf,
  readBlueprintDraft,
  topicText,
} from '../../core/blueprint-draft.ts';
import { findAuthoredQuiz } from '../../data/quizzes.server.ts';
import { findBlueprint, listFacilities } from '../../data/rules/blueprints.server.ts';
import { listSlotSupply } from '../../data/slot-sources.server.ts';

export type { Balance, BlueprintProblem, CellSupply };

export interface BlueprintPage {
  quiz: { id: string; title: string; revision: number; isPublished: boolean };
  draft: BlueprintDraft;
  problems: BlueprintProblem[];
  /** By row: what the bank has for each cell. */
  supply: Record<Difficulty, CellSupply>[];
  balance: Balance;
  fixedCount: number;
  /** Random slots that a build would replace. */
  randomCount: number;
  /** What a row can be about, by the text of its topic. */
  topics: { value: string; label: string; kind: BlueprintTopic['kind'] }[];
}

/** The matrix of a quiz as stored, or as typed when a draft is given, with what the bank has for it. */
export async function blueprintPage(actor: Actor, quizId: string, typed?: BlueprintDraft): Promise<BlueprintPage> {
  const scope = requireScope(actor, 'quiz.author');
  const { read, sql } = database();
  const quiz = await findAuthoredQuiz(read, scope, quizId);
  if (!quiz) throw new AppError('not-found');
  const draft = typed ?? blueprintDraftOf(await findBlueprint(read, quizId));
  const { blueprint, problems } = readBlueprintDraft(draft);
  const fixed = quiz.slots.filter((slot) => slot.kind === 'fixed');
  // Cells without a count are looked up too: an author sees what there is before asking for it.
  const rows = blueprint.rows.map(({ topic, cells }) => ({
    topic,
    cells: { ...cells, easy: { count: 1, maxMark: 1 } },
  }));
  const { candidates } = await listSlotSupply(
    { db: read, sql },
    [...fixed, ...slotsOfBlueprint({ rows })],
    quiz.unitPath,
  );
  const facilities = await listFacilities(
    sql,
    candidates.map(({ questionId }) => questionId),
  );
  const { categories } = await categoriesPage(actor);
  const upper = new Set(categories.map(({ parentId }) => parentId));
  const topic = (kind: BlueprintTopic['kind'], id: string, label: string) => ({
    ...{ value: topicText({ kind, id }), label, kind },
  });
  return {
    quiz: { id: quiz.id, title: quiz.title, revision: quiz.revision, isPublished: quiz.state === 'published' },
    draft,
    problems: typed ? problems : [],
    supply: supplyOf(blueprint, candidates, new Set(fixed.map(({ questionId }) => questionId))),
    balance: balanceOf(blueprint, candidates, facilities),
    fixedCount: fixed.length,
    randomCount: quiz.slots.length - fixed.length,
    topics: [
      ...categories.flatMap(({ id, path }) => [
        topic('category', id, path.join(' / ')),
        ...(upper.has(id) ? [topic('branch', id, path.join(' / '))] : []),
      ]),
      ...(await bankTags(actor)).map(({ tag }) => topic('tag', tag, tag)),
    ],
  };
}

/** The draft after one of its buttons: a topic added, a row taken away. */
export function redrawnBlueprint(draft: BlueprintDraft, intent: string, topic: string): BlueprintDraft {
  if (intent === 'add') {
    const isNew = topic !== '' && !draft.rows.some((row) => row.topic === topic);
    return isNew ? { rows: [...draft.rows, blankRow(topic)] } : draft;
  }
  const at = Number(/^remove\.(\d+)$/.exec(intent)?.[1] ?? -1);
  return { rows: draft.rows.filter((_, index) => index !== at) };
}
