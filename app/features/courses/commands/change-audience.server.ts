import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { AudienceFilter } from '../core/audience.ts';
import {
  findAssignment,
  listGroupsInScope,
  listUnitsInScope,
  pathOf,
  replaceAudience,
} from '../data/assignments.server.ts';

export type ChangeAudienceResult =
  | { kind: 'changed' | 'unchanged'; revision: number }
  /** Somebody else was faster, or withdrew it. */
  | { kind: 'conflict'; revision: number };

/**
 * Gives an assignment that the actor has seen at `revision` another audience, in the same transaction as its
 * consequences: who comes in is assigned, who goes out keeps the record and is counted no more. An assignment, unit or
 * group outside the reach is not found.
 */
export async function changeAudience(
  actor: Actor,
  input: {
    assignmentId: string;
    revision: number;
    unitIds: readonly string[];
    groupIds: readonly string[];
    filter: AudienceFilter;
  },
): Promise<ChangeAudienceResult> {
  const scope = requireScope(actor, 'assignment.manage');
  return transact(actor, 'courses.assignment-changed', async ({ tx, record, emit, unchanged }) => {
    const before = await findAssignment(tx, scope, input.assignmentId);
    if (!before) throw new AppError('not-found');
    const { id, revision } = before;
    if (revision !== input.revision || before.withdrawnAt) {
      unchanged();
      return { kind: 'conflict', revision };
    }
    const unitIds = [...new Set(input.unitIds)].sort();
    const groupIds = [...new Set(input.groupIds)].sort();
    const units = await listUnitsInScope(tx, scope, unitIds);
    const groups = await listGroupsInScope(tx, scope, groupIds);
    const isFound = units.length === unitIds.length && groups.length === groupIds.length;
    if (!isFound || units.length + groups.length === 0) throw new AppError('not-found');
    const named = { unitIds, groupIds, filter: input.filter };
    const stood = {
      unitIds: before.units.map((unit) => unit.id).sort(),
      groupIds: before.groups.map((group) => group.id).sort(),
      filter: before.filter,
    };
    if (JSON.stringify(plain(named)) === JSON.stringify(plain(stood))) {
      unchanged();
      return { kind: 'unchanged', revision };
    }
    // On PostgreSQL another transaction may have come between: the revision in the WHERE decides.
    if (!(await replaceAudience(tx, { id, revision }, named))) throw new AppError('conflict');
    record(id, { unitIds, groupIds, filter: input.filter }, pathOf(before));
    emit({ type: 'assignment-changed', assignmentId: id });
    return { kind: 'changed', revision: revision + 1 };
  });
}

/** The same audience is the same text, whatever was left out or written in another order. */
const plain = ({ unitIds, groupIds, filter }: { unitIds: string[]; groupIds: string[]; filter: AudienceFilter }) => [
  unitIds,
  groupIds,
  ...[filter.classes, filter.memberships, filter.positions].map((list) => [...(list ?? [])].sort()),
];
