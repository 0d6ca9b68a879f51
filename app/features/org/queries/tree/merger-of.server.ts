import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import { countMoved, lastMergedInto, listMovedParts } from '../../data/tree/mergers.server.ts';
import { findTreeUnit } from '../../data/tree/tree-units.server.ts';

/** What a unit became part of, and what taking that back would bring home. */
export interface MergerOf {
  into: { id: string; name: string };
  people: number;
  parts: number;
  /** Who has gone on from there and stays where they are. */
  elsewhere: number;
}

/** The merger that closed a unit; null for a unit that is open, was just closed, or whose receiver the actor may not see. */
export async function mergerOf(actor: Actor, unitId: string): Promise<MergerOf | null> {
  const scope = requireScope(actor, 'unit.manage');
  const { sql } = database();
  const unit = await findTreeUnit(sql, scope, unitId);
  if (!unit?.closedAt || !unit.mergedIntoId) return null;
  const into = await findTreeUnit(sql, scope, unit.mergedIntoId);
  if (!into) return null;
  const merger = { unitId, intoId: into.id, at: unit.closedAt };
  const { stayed, elsewhere } = await countMoved(sql, merger);
  const parts = (await listMovedParts(sql, merger)).length;
  return { into: { id: into.id, name: into.name }, people: stayed, parts, elsewhere };
}

/** The unit that has just been merged into this one, so that it can be taken back by a button. */
export async function justMerged(actor: Actor, intoId: string): Promise<{ id: string; name: string } | null> {
  const scope = requireScope(actor, 'unit.manage');
  const { sql } = database();
  const id = await lastMergedInto(sql, intoId);
  const unit = id && (await findTreeUnit(sql, scope, id));
  return unit ? { id: unit.id, name: unit.name } : null;
}
