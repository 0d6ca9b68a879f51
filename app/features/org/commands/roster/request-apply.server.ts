import { may, requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { type ApplyRefusal, applyRefusal } from '../../core/roster/import-life.ts';
import { countBeyond } from '../../data/roster/apply-rows.server.ts';
import { changeImport, findImport } from '../../data/roster/imports.server.ts';
import { countDecisions } from '../../data/roster/rows.server.ts';

export type RequestOutcome = { kind: 'begun' } | { kind: 'refused'; reason: ApplyRefusal | 'state' | 'beyond' };

/**
 * Asks for a file to be applied as its preview says; the server's job does it. Pressed twice, or by two administrators at
 * once, it is done once. Everybody whom it places or moves must be within the reach of who asks, whoever uploaded it.
 */
export async function requestApply(
  actor: Actor,
  id: string,
  { leavesProblems = false }: { leavesProblems?: boolean } = {},
): Promise<RequestOutcome> {
  const scope = requireScope(actor, 'roster.import');
  return transactQuietly('org.import-progress', async (sql): Promise<RequestOutcome> => {
    const roster = await findImport(sql, scope, id);
    if (!roster) throw new AppError('not-found');
    if (roster.state === 'applying' || roster.state === 'applied') return { kind: 'begun' };
    const { outcome } = roster;
    if (roster.state !== 'read' || !outcome) return { kind: 'refused', reason: 'state' };
    const decisions = await countDecisions(sql, id);
    const refusal = applyRefusal(
      {
        isReadable: outcome.missing.length === 0,
        problems: outcome.counts.problem,
        asked: decisions.ask,
        toApply: decisions.apply,
        unitsMade: outcome.unitsMade,
      },
      { leavesProblems },
    );
    if (refusal) return { kind: 'refused', reason: refusal };
    const makesBeyond = outcome.unitsMade > 0 && !may(actor, 'unit.manage', roster.unitPath);
    if (makesBeyond || (await countBeyond(sql, id, scope)) > 0) return { kind: 'refused', reason: 'beyond' };
    const isChanged = await changeImport(
      sql,
      id,
      { states: ['read'], run: roster.run },
      { state: 'applying', appliedById: actor.personId, touchedAt: null, progress: 0, failure: null },
    );
    return isChanged ? { kind: 'begun' } : { kind: 'refused', reason: 'state' };
  });
}

/** Asks for an applied file to be taken back as a whole; the server's job does it. */
export async function requestUndo(actor: Actor, id: string): Promise<RequestOutcome> {
  const scope = requireScope(actor, 'roster.import');
  return transactQuietly('org.import-progress', async (sql): Promise<RequestOutcome> => {
    const roster = await findImport(sql, scope, id);
    if (!roster) throw new AppError('not-found');
    if (roster.state === 'undoing' || roster.state === 'undone') return { kind: 'begun' };
    if (roster.state !== 'applied') return { kind: 'refused', reason: 'state' };
    if ((await countBeyond(sql, id, scope)) > 0) return { kind: 'refused', reason: 'beyond' };
    const change = {
      state: 'undoing',
      appliedById: actor.personId,
      touchedAt: null,
      progress: 0,
      failure: null,
    } as const;
    const isChanged = await changeImport(sql, id, { states: ['applied'] }, change);
    return isChanged ? { kind: 'begun' } : { kind: 'refused', reason: 'state' };
  });
}
