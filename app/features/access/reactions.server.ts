import { onEvent } from '#app/features/audit/commands/reactions.server.ts';
import { endGrantsOn, eraseAccount, shutOutWhoLeft } from './data/departures.server.ts';

/** Who leaves can sign in no more and holds no role; a unit that is closed grants none; an erased person has no account. */
export function reactInAccess(): void {
  onEvent('person-left', 'access', ({ sql, at }, { personId }) => shutOutWhoLeft(sql, [personId], at));
  onEvent('people-placed', 'access', ({ sql, at }, { personIds }) => shutOutWhoLeft(sql, personIds, at));
  onEvent('unit-closed', 'access', ({ sql, at }, { unitId }) => endGrantsOn(sql, unitId, at));
  onEvent('person-erased', 'access', ({ sql }, { personId }) => eraseAccount(sql, personId));
}
