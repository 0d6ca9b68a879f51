import { AppError } from '#app/kernel/app-error.ts';
import { isWithin } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { requireScope } from '../core/may.ts';
import type { Actor } from '../core/role.ts';
import { countAccounts, findUnitPath, listOwnAccounts, type OwnAccount } from '../data/first-accounts.server.ts';

export interface FirstPasswordsPage {
  unit: { id: string; name: string };
  /** Of the whole subtree. */
  people: number;
  without: number;
  waiting: number;
  /** Who serves in the unit itself. */
  own: OwnAccount[];
  isCut: boolean;
  /** By the id of each of the given sub-units: the same figures of its subtree. */
  parts: Record<string, { people: number; without: number; waiting: number }>;
}

const MOST_SHOWN = 500;

/** Accounts and first passwords of a unit within the actor's reach; `parts` are its sub-units with their paths. */
export async function firstPasswordsPage(
  actor: Actor,
  unitId: string,
  parts: readonly { id: string; path: string }[],
): Promise<FirstPasswordsPage> {
  const scope = requireScope(actor, 'person.manage');
  const { sql } = database();
  const unit = await findUnitPath(sql, scope, unitId);
  if (!unit) throw new AppError('not-found');
  const counts = await countAccounts(sql, unit.path);
  const sum = (path: string) => {
    const within = counts.filter((each) => isWithin(each.path, path));
    const total = (field: 'people' | 'without' | 'waiting') => within.reduce((all, each) => all + each[field], 0);
    return { people: total('people'), without: total('without'), waiting: total('waiting') };
  };
  const own = await listOwnAccounts(sql, unitId, { limit: MOST_SHOWN + 1, offset: 0 });
  return {
    unit: { id: unit.id, name: unit.name },
    ...sum(unit.path),
    own: own.slice(0, MOST_SHOWN),
    isCut: own.length > MOST_SHOWN,
    parts: Object.fromEntries(parts.map(({ id, path }) => [id, sum(path)])),
  };
}
