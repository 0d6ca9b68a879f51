import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { slotsOfBlueprint, supplyOf } from '../../core/blueprint.ts';
import { type BlueprintDraft, type BlueprintProblem, readBlueprintDraft } from '../../core/blueprint-draft.ts';
import { holdAuthoredQuiz } from '../../data/quizzes.server.ts';
import { replaceBlueprint } from '../../data/rules/blueprints.server.ts';
import { listSlotSupply, listSourcesInScope, sourcesOf } from '../../data/slot-sources.server.ts';

export type BuildResult =
  | { kind: 'built'; questions: number }
  /** Somebody changed the quiz since the matrix was shown. */
  | { kind: 'stale' }
  | { kind: 'invalid'; problems: BlueprintProblem[] };

/**
 * Builds the random slots of a quiz from the matrix; its fixed questions stay in front. A matrix that the bank cannot fill
 * builds nothing, so that a quiz that is open to learners stays fit for each of them.
 */
export async function buildFromBlueprint(
  actor: Actor,
  quizId: string,
  { draft, revision }: { draft: BlueprintDraft; revision: number },
): Promise<BuildResult> {
  const scope = requireScope(actor, 'quiz.author');
  const { blueprint, problems } = readBlueprintDraft(draft);
  if (problems.length > 0) return { kind: 'invalid', problems };
  return transact(actor, 'quiz.edited', async ({ tx, sql, at, record, unchanged }): Promise<BuildResult> => {
    const refuse = (result: BuildResult) => {
      unchanged();
      return result;
    };
    const quiz = await holdAuthoredQuiz({ tx, sql }, scope, quizId);
    if (!quiz) throw new AppError('not-found');
    if (quiz.revision !== revision) return refuse({ kind: 'stale' });
    const fixed = quiz.slots.filter((slot) => slot.kind === 'fixed');
    const slots = [...fixed, ...slotsOfBlueprint(blueprint)];
    const known = await listSourcesInScope(tx, scope, { ...sourcesOf(slots), questionIds: [] });
    const foreign = blueprint.rows.flatMap(({ topic }, index): BlueprintProblem[] =>
      topic.kind !== 'tag' &&
      !known.has(topic.id) &&
      slots.some((slot) => slot.kind === 'random' && slot.categoryId === topic.id)
        ? [{ field: `rows[${index}].topic`, code: 'unknown-topic' }]
        : [],
    );
    if (foreign.length > 0) return refuse({ kind: 'invalid', problems: foreign });
    const { candidates } = await listSlotSupply({ db: tx, sql }, slots, quiz.unitPath);
    const supply = supplyOf(blueprint, candidates, new Set(fixed.map(({ questionId }) => questionId)));
    if (supply.some((row) => Object.values(row).some(({ shortBy }) => shortBy > 0))) {
      return refuse({ kind: 'invalid', problems: [{ field: 'rows', code: 'short' }] });
    }
    const change = { blueprint, slots, at, byId: actor.personId };
    if (!(await replaceBlueprint(tx, { id: quizId, revision }, change))) return refuse({ kind: 'stale' });
    record(quizId, { code: quiz.code, revision: revision + 1, blueprint: true }, quiz.unitPath);
    return {
      kind: 'built',
      questions: slots.reduce((sum, slot) => sum + (slot.kind === 'random' ? slot.count : 1), 0),
    };
  });
}
