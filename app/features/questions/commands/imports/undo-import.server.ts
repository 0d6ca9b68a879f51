import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { planUndo, type UndoPlan } from '../../core/imports/plan-undo.ts';
import { addVersion, findContent } from '../../data/imports/add-version.server.ts';
import { holdImport, replaceImport } from '../../data/imports/question-imports.server.ts';
import { archiveQuestions, removeItems, removeQuestions } from '../../data/imports/taken-questions.server.ts';
import { listUndoFacts } from '../../data/imports/undo-facts.server.ts';
import { findQuestion } from '../../data/questions.server.ts';

export type UndoImportResult =
  | { kind: 'undone'; removed: number; archived: number; putBack: number; kept: UndoPlan['kept'] }
  | { kind: 'unchanged' }
  | { kind: 'conflict'; revision: number; at: Date };

/**
 * Takes an import back as a whole: what it made and nobody used goes or is archived, what it changed gets the content of its
 * former version as the newest; what a quiz, a printed sheet or a lesson names, learners answered or somebody edited since stays and is
 * named. The text is there to be taken anew.
 */
export async function undoImport(
  actor: Actor,
  importId: string,
  { revision }: { revision: number },
): Promise<UndoImportResult> {
  const scope = requireScope(actor, 'question.author');
  return transact(actor, 'questions.import-undone', async ({ tx, sql, at, record, unchanged }) => {
    const stored = await holdImport({ tx, sql }, scope, importId);
    if (!stored) throw new AppError('not-found');
    if (stored.state !== 'taken') {
      unchanged();
      return { kind: 'unchanged' };
    }
    if (stored.revision !== revision) {
      unchanged();
      return { kind: 'conflict', revision: stored.revision, at: stored.updatedAt };
    }
    const { items, facts } = await listUndoFacts({ db: tx, sql }, scope, stored);
    const plan = planUndo(facts);
    const back = new Set(plan.putBack);
    for (const { questionId, formerVersionId } of items.filter((item) => back.has(item.questionId))) {
      const current = await findQuestion(tx, scope, questionId);
      const former = formerVersionId ? await findContent(tx, formerVersionId) : null;
      if (current && former) await addVersion(tx, current, former, { at, byId: actor.personId });
    }
    await archiveQuestions(tx, plan.archive, at);
    await removeItems(tx, importId, [...plan.putBack, ...plan.archive]);
    await removeQuestions(tx, plan.remove);
    const kept = new Set(plan.kept.map(({ questionId }) => questionId));
    const taken = Object.fromEntries(Object.entries(stored.decisions.taken).filter(([, id]) => kept.has(id)));
    const change = { state: 'undone' as const, undoneAt: at, decisions: { ...stored.decisions, taken } };
    if (!(await replaceImport(tx, { id: importId, revision }, change, at))) throw new AppError('conflict');
    const { remove, archive, putBack } = plan;
    record(
      importId,
      { removed: remove.length, archived: archive.length, putBack: putBack.length, kept: plan.kept.length },
      stored.unitPath,
    );
    return {
      ...{ kind: 'undone', removed: remove.length, archived: archive.length, putBack: putBack.length },
      kept: plan.kept,
    };
  });
}
