import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Round } from '../../core/printed/sheet.ts';
import type { TypedRow } from '../../core/printed/sheet-table.ts';
import { holdPaperSet } from '../../data/printed/paper-sets.server.ts';
import { storeSheet } from '../../data/printed/paper-sheets.server.ts';
import { loadPaperSet, readVariants } from '../../queries/printed/set-reading.server.ts';
import { planSheets, type SheetProblem } from '../../queries/printed/sheet-plan.server.ts';

export type ImportSheetsOutcome =
  | { readonly kind: 'stored'; readonly stored: number }
  | { readonly kind: 'invalid'; readonly problems: readonly SheetProblem[] }
  | { readonly kind: 'refused'; readonly reason: 'set-closed' };

/** Stores the sheets of a table as the first or the second entry: all of them, or none where one is wrong. */
export async function importPaperSheets(
  actor: Actor,
  setId: string,
  { round, rows }: { round: Round; rows: readonly TypedRow[] },
): Promise<ImportSheetsOutcome> {
  const scope = { run: requireScope(actor, 'exam.run'), author: [] };
  await loadPaperSet(scope, setId);
  const read = await readVariants(setId);
  return transact(actor, 'quiz.paper-sheets-imported', async ({ sql, at, record, unchanged }) => {
    const set = await holdPaperSet(sql, scope, setId);
    if (!set) throw new AppError('not-found');
    if (set.closedAt !== null) {
      unchanged();
      return { kind: 'refused', reason: 'set-closed' };
    }
    const plan = await planSheets(sql, set, read, rows, { round, byId: actor.personId, at });
    if (plan.problems.length > 0) {
      unchanged();
      return { kind: 'invalid', problems: plan.problems };
    }
    for (const { before, personId, sheet } of plan.planned) {
      await storeSheet(sql, { id: before?.id ?? newId(), setId, personId }, sheet);
    }
    if (plan.planned.length === 0) unchanged();
    record(setId, { round, rows: plan.planned.length }, set.unitPath);
    return { kind: 'stored', stored: plan.planned.length };
  });
}
