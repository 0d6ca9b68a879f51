import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { isWithin } from '#app/kernel/unit-path.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { grantState, type TermProblem, termOf } from '../../core/grants/grant-state.ts';
import { may, requireScope } from '../../core/may.ts';
import type { Actor } from '../../core/role.ts';
import { findPersonHere, findUnitHere } from '../../data/grants/reach.server.ts';
import { countStandingGrants, findGrant, holdGrants, insertRoleGrant } from '../../data/grants/role-grants.server.ts';

export interface DelegationDraft {
  /** Made with the page, so that the form may come twice. */
  id: string;
  /** The leader's grant that is stood in for. */
  grantId: string;
  personId: string;
  /** The unit of that grant, or one below. */
  unitId: string;
  fromDay: string;
  untilDay: string;
}

export type DelegationResult =
  | { kind: 'delegated' | 'unchanged'; grantId: string }
  | { kind: 'invalid'; field: 'fromDay' | 'untilDay'; problem: TermProblem }
  | { kind: 'refused'; reason: 'holder' | 'held-already' | 'over' | 'no-leader' };

/**
 * Lets somebody of the unit stand in for its leader during an absence, in the whole unit or a part of it, until a day
 * that is told. The leader decides, or an administrator of the unit in the leader's stead. Who stands in does what the
 * leader does, but passes the role on to nobody and signs no figures; it ends with the leader's own role. Throws
 * not-found for what lies outside of that role's reach.
 */
export async function delegateRole(actor: Actor, draft: DelegationDraft): Promise<DelegationResult> {
  const scope = requireScope(actor, 'role.delegate');
  return transact<DelegationResult>(actor, 'access.role-delegated', async ({ tx, sql, at, record, unchanged }) => {
    const stays = (result: DelegationResult): DelegationResult => {
      unchanged();
      return result;
    };
    await holdGrants(sql, [draft.grantId]);
    const own = await findGrant(sql, scope, draft.grantId);
    if (!own) throw new AppError('not-found');
    if (own.personId !== actor.personId && !may(actor, 'role.grant', own.unitPath))
      throw new AppError('forbidden', { reason: 'role.delegate' });
    if (own.role !== 'leader' || own.standsForId !== null) return stays({ kind: 'refused', reason: 'no-leader' });
    const unit = await findUnitHere(sql, [own.unitPath], draft.unitId);
    const person = await findPersonHere(sql, [own.unitPath], draft.personId);
    if (!unit || !person || !isWithin(unit.path, own.unitPath)) throw new AppError('not-found');
    if (await findGrant(sql, scope, draft.id)) return stays({ kind: 'unchanged', grantId: draft.id });
    if (grantState(own, at) !== 'in-force') return stays({ kind: 'refused', reason: 'over' });
    if (person.id === own.personId) return stays({ kind: 'refused', reason: 'holder' });
    const checked = termOf(draft, at, dateOf(at), { mustEnd: true, latest: own.untilAt });
    if (!checked.ok) return stays({ kind: 'invalid', field: checked.field, problem: checked.problem });
    const same = { personId: person.id, role: 'leader' as const, unitId: unit.id, standsForId: own.id };
    if ((await countStandingGrants(sql, same, at)) > 0) return stays({ kind: 'refused', reason: 'held-already' });
    const { id } = draft;
    const { term } = checked;
    await insertRoleGrant(tx, {
      ...{ id, personId: person.id, role: 'leader', unitId: unit.id, ...term },
      ...{ grantedById: actor.personId, standsForId: own.id },
    });
    record(person.id, { grantId: id, role: 'leader', unitId: unit.id, ...term, standsForId: own.id }, unit.path);
    return { kind: 'delegated', grantId: id };
  });
}
