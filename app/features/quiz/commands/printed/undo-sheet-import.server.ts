import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { Round } from '../../core/printed/sheet.ts';
import { isOfImport, takeEntryBack } from '../../core/printed/undo-import.ts';
import { holdPaperSet } from '../../data/printed/paper-sets.server.ts';
import { holdSheet, listSheets, storeSheet } from '../../data/printed/paper-sheets.server.ts';

export type UndoImportOutcome =
  /** `left`: counted, or typed a second time since. */
  | { readonly kind: 'undone'; readonly undone: number; readonly left: number }
  | { readonly kind: 'refused'; readonly reason: 'set-closed' };

/**
 * Takes back what one file brought: its first entries go as withdrawn sheets do, its second ones leave the first. What
 * counts already, or was typed again since, stays. The same twice takes nothing back the second time.
 */
export async function undoSheetImport(
  actor: Actor,
  setId: string,
  file: { round: Round; at: Date; byId: string },
): Promise<UndoImportOutcome> {
  const scope = { run: requireScope(actor, 'exam.run'), author: [] };
  return transact(actor, 'quiz.paper-import-undone', async ({ sql, record, unchanged }) => {
    const set = await holdPaperSet(sql, scope, setId);
    if (!set) throw new AppError('not-found');
    if (set.closedAt !== null) {
      unchanged();
      return { kind: 'refused', reason: 'set-closed' };
    }
    let undone = 0;
    let left = 0;
    for (const { personId, ...listed } of await listSheets(sql, setId)) {
      if (!isOfImport(listed, file)) continue;
      // Whoever counts holds the sheet alone, not the set.
      const sheet = await holdSheet(sql, setId, personId);
      const back = sheet && isOfImport(sheet, file) ? takeEntryBack(sheet, file.round) : null;
      if (sheet && back) {
        await storeSheet(sql, sheet, back);
        undone += 1;
      } else if (sheet?.state !== 'withdrawn') left += 1;
    }
    if (undone === 0) unchanged();
    record(setId, { round: file.round, importedAt: file.at, undone, left }, set.unitPath);
    return { kind: 'undone', undone, left };
  });
}
