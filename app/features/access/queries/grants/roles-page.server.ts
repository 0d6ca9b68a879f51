import { AppError } from '#app/kernel/app-error.ts';
import { isWithin } from '#app/kernel/unit-path.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { type GrantState, grantState } from '../../core/grants/grant-state.ts';
import { may, scopeOf } from '../../core/may.ts';
import type { Actor, Role } from '../../core/role.ts';
import { findPersonHere, findUnitHere, type PersonHere, type UnitHere } from '../../data/grants/reach.server.ts';
import { listGrantsWithin, type RoleGrantRow } from '../../data/grants/role-grants.server.ts';
import { unitLabels } from '../unit-labels.server.ts';

/** A grant as a list tells it. */
export interface ListedGrant extends Omit<RoleGrantRow, 'homePath' | 'unitPath' | 'number'> {
  state: GrantState;
  /** The holder belongs neither to the unit nor below it: transferred since, or an outsider by intent. */
  isElsewhere: boolean;
}

export interface RolesPage {
  unit: UnitHere;
  grants: (ListedGrant & { unitLabel: string })[];
  count: number;
  page: number;
  pages: number;
  search: string;
  role: Role | null;
  mayGrant: boolean;
  /** The actor's own leader grant on this unit, which may be delegated. */
  ownGrantId: string | null;
  /** Whom the form to grant is for; null = nobody chosen yet. */
  chosen: PersonHere | null;
  /** Names the grant that the form would make. */
  draftId: string;
}

const PER_PAGE = 50;

export const listed = ({ homePath, unitPath, number: _, ...grant }: RoleGrantRow, at: Date): ListedGrant => ({
  ...grant,
  state: grantState(grant, at),
  isElsewhere: !isWithin(homePath, unitPath),
});

/**
 * Who holds which role on a unit and below, from when until when. For leaders and administrators of it; throws not-found
 * for others.
 */
export async function rolesPage(
  actor: Actor,
  unitId: string,
  {
    search = '',
    role = null,
    page = 1,
    chosenId = '',
  }: {
    search?: string;
    role?: Role | null;
    page?: number;
    chosenId?: string;
  } = {},
): Promise<RolesPage> {
  const { sql } = database();
  const at = now();
  const unit = await findUnitHere(sql, scopeOf(actor, 'unit.view'), unitId);
  if (!unit) throw new AppError('not-found');
  const words = foldForSearch(search).split(' ').filter(Boolean).slice(0, 8);
  const offset = (page - 1) * PER_PAGE;
  const { grants, count } = await listGrantsWithin(sql, unit.path, at, { words, role, limit: PER_PAGE, offset });
  const labelOf = await unitLabels(
    unit.path,
    grants.map(({ unitPath }) => unitPath),
  );
  const mayGrant = may(actor, 'role.grant', unit.path);
  const own = grants.find(
    (grant) =>
      grant.personId === actor.personId &&
      grant.role === 'leader' &&
      grant.unitId === unit.id &&
      grant.standsForId === null,
  );
  return {
    unit,
    grants: grants.map((grant) => ({ ...listed(grant, at), unitLabel: labelOf(grant.unitPath) })),
    count,
    page,
    pages: Math.max(1, Math.ceil(count / PER_PAGE)),
    search,
    role,
    mayGrant,
    ownGrantId: own?.id ?? null,
    chosen: mayGrant && chosenId ? await findPersonHere(sql, scopeOf(actor, 'role.grant'), chosenId) : null,
    draftId: newId(),
  };
}
