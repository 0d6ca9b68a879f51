import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { groupChoices } from '#app/features/org/queries/groups.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listAudienceUnits, listPositions } from '../data/audience-size.server.ts';

/** A unit with those below it; `people` counts its whole subtree. */
export interface AudienceUnit {
  id: string;
  name: string;
  people: number;
  units: AudienceUnit[];
}

export interface AudienceChoices {
  units: AudienceUnit[];
  groups: { id: string; name: string; unitName: string; people: number }[];
  /** The positions that occur, the most frequent first. */
  positions: string[];
}

const mostPositionsShown = 300;

/** Whom the actor may assign courses to: the units within reach as a tree, the groups, and the positions that occur. */
export async function audienceChoices(actor: Actor): Promise<AudienceChoices> {
  const scope = requireScope(actor, 'assignment.manage');
  const { read, sql } = database();
  const rows = await listAudienceUnits(read, scope);
  const known = new Set(rows.map(({ id }) => id));
  const byParent = new Map<string | null, typeof rows>();
  for (const row of rows) {
    const parent = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), row]);
  }
  const below = (parent: string | null): AudienceUnit[] =>
    (byParent.get(parent) ?? []).map(({ id, name, subtreeStrength }) => ({
      ...{ id, name, people: subtreeStrength },
      units: below(id),
    }));
  const groups = await groupChoices(actor, 'assignment.manage');
  return {
    units: below(null),
    groups: groups.map(({ id, name, unitName, members }) => ({ id, name, unitName, people: members })),
    positions: await listPositions(sql, scope, mostPositionsShown),
  };
}
