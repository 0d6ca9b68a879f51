import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { type TermProblem, termOf } from '../../core/grants/grant-state.ts';
import { requireScope } from '../../core/may.ts';
import type { Actor, Role } from '../../core/role.ts';
import { findPersonHere, findUnitHere } from '../../data/grants/reach.server.ts';
import { countStandingGrants, findGrant, insertRoleGrant } from '../../data/grants/role-grants.server.ts';

export interface GrantDraft {
  /** Made with the page, so that the form may come twice. */
  id: string;
  personId: string;
  role: Role;
  unitId: string;
  /** Days there; an empty first is now, an empty last is for good. */
  fromDay: string;
  untilDay: string;
}

export type GrantResult =
  | { kind: 'granted' | 'unchanged'; grantId: string }
  | { kind: 'invalid'; field: 'fromDay' | 'untilDay'; problem: TermProblem }
  | { kind: 'refused'; reason: 'oneself' | 'held-already' };

/**
 * Grants a role on a unit and its subtree to a person, both within the administrator's own scope: never beyond it, never
 * upward, and never to oneself, so that whoever administers gains no key or mark without a second person. Throws
 * not-found for a person or unit outside.
 */
export async function grantOnUnit(actor: Actor, draft: GrantDraft): Promise<GrantResult> {
  const scope = requireScope(actor, 'role.grant');
  return transact<GrantResult>(actor, 'access.role-granted', async ({ tx, sql, at, record, unchanged }) => {
    const stays = (result: GrantResult): GrantResult => {
      unchanged();
      return result;
    };
    const unit = await findUnitHere(sql, scope, draft.unitId);
    const person = await findPersonHere(sql, scope, draft.personId);
    if (!unit || !person) throw new AppError('not-found');
    if (await findGrant(sql, scope, draft.id)) return stays({ kind: 'unchanged', grantId: draft.id });
    if (person.id === actor.personId) return stays({ kind: 'refused', reason: 'oneself' });
    const checked = termOf(draft, at, dateOf(at));
    if (!checked.ok) return stays({ kind: 'invalid', field: checked.field, problem: checked.problem });
    const { term } = checked;
    const same = { personId: person.id, role: draft.role, unitId: unit.id, standsForId: null };
    if ((await countStandingGrants(sql, same, at)) > 0) return stays({ kind: 'refused', reason: 'held-already' });
    const { id, role } = draft;
    await insertRoleGrant(tx, { id, personId: person.id, role, unitId: unit.id, ...term, grantedById: actor.personId });
    record(person.id, { grantId: id, role, unitId: unit.id, ...term }, unit.path);
    return { kind: 'granted', grantId: id };
  });
}
