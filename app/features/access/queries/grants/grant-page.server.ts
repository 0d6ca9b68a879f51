import { eventsAbout } from '#app/features/audit/queries/events-about.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { grantState } from '../../core/grants/grant-state.ts';
import { type Act, actsOf, may, scopeOf } from '../../core/may.ts';
import type { Actor } from '../../core/role.ts';
import { findPersonHere, listNames, type PersonHere, reachOf } from '../../data/grants/reach.server.ts';
import { findGrant, findHolder, listStandIns } from '../../data/grants/role-grants.server.ts';
import { type ListedGrant, listed } from './roles-page.server.ts';

export interface GrantPage {
  grant: ListedGrant;
  unit: { id: string; name: string; path: string };
  reach: { units: number; people: number };
  acts: Act[];
  standIns: ListedGrant[];
  history: { id: string; at: Date; byName: string | null; op: string; reason: string | null }[];
  mayEnd: boolean;
  mayRenew: boolean;
  mayDelegate: boolean;
  /** Who is to stand in, out of a search. */
  chosen: PersonHere | null;
  draftId: string;
}

/** One grant: what it allows and how far, what was done with it, and what the actor may do now. */
export async function grantPage(actor: Actor, unitId: string, grantId: string, chosenId = ''): Promise<GrantPage> {
  const { sql } = database();
  const at = now();
  const grant = await findGrant(sql, scopeOf(actor, 'unit.view'), grantId);
  if (!grant || grant.unitId !== unitId) throw new AppError('not-found');
  const [reach, standIns, events, holderOfOriginal] = await Promise.all([
    reachOf(sql, grant.unitPath),
    listStandIns(sql, grantId, at),
    eventsAbout(sql, grant.personId, ['access.role-granted', 'access.role-delegated', 'access.role-ended']),
    grant.standsForId ? findHolder(sql, grant.standsForId) : null,
  ]);
  const own = events.filter(({ details }) => details.grantId === grantId);
  const names = await listNames(
    sql,
    own.flatMap(({ actorId }) => actorId ?? []),
  );
  const state = grantState(grant, at);
  const isStanding = state === 'in-force' || state === 'waiting';
  const mayGrant = may(actor, 'role.grant', grant.unitPath);
  const isHolder = grant.personId === actor.personId;
  const mayDelegate =
    state === 'in-force' && grant.role === 'leader' && grant.standsForId === null && (isHolder || mayGrant);
  return {
    grant: listed(grant, at),
    unit: { id: grant.unitId, name: grant.unitName, path: grant.unitPath },
    reach,
    acts: actsOf({ role: grant.role, isStandIn: grant.standsForId !== null }),
    standIns: standIns.map((each) => listed(each, at)),
    history: own.map(({ id, at: eventAt, actorId, op, details }) => ({
      ...{ id, at: eventAt, op },
      byName: actorId ? (names.get(actorId) ?? null) : null,
      reason: typeof details.reason === 'string' ? details.reason : null,
    })),
    mayEnd: isStanding && (mayGrant || holderOfOriginal === actor.personId),
    mayRenew: isStanding && mayGrant && !isHolder,
    mayDelegate,
    chosen: mayDelegate && chosenId ? await findPersonHere(sql, [grant.unitPath], chosenId) : null,
    draftId: newId(),
  };
}
