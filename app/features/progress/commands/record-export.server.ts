import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findUnitPath } from '../data/units.server.ts';

/** What leaves the product: which table of which unit, in which form, how many rows. */
export interface Export {
  unitId: string;
  assignmentId: string | null;
  view: 'units' | 'people' | 'weak-topics' | 'grades' | 'comparison' | 'call-sheet';
  format: 'xlsx' | 'csv';
  rows: number;
}

/** Writes into the log that a table is taken out, before it is handed over. Throws forbidden or not-found without the right. */
export async function recordExport(actor: Actor, { unitId, ...details }: Export): Promise<void> {
  const scope = requireScope(actor, 'unit.export');
  await transact(actor, 'progress.exported', async ({ sql, record }) => {
    const path = await findUnitPath(sql, scope, unitId);
    if (!path) throw new AppError('not-found');
    record(unitId, details, path);
  });
}
