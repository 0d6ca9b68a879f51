import type { Db } from '#app/platform/db/database.server.ts';
import type { Away } from '../../core/presence/absence.ts';
import type { AwayChange } from '../../core/presence/presence-plan.ts';

/** Carries out what was planned for people's absences. `id` names each new one. */
export async function applyAwayChanges(
  db: Db,
  planned: readonly { personId: string; changes: readonly AwayChange[] }[],
  { enteredById, at, newId }: { enteredById: string | null; at: Date; newId: () => string },
): Promise<void> {
  const gone = planned.flatMap(({ changes }) => changes.flatMap((each) => (each.kind === 'delete' ? [each.id] : [])));
  if (gone.length > 0) await db.absence.deleteMany({ where: { id: { in: gone } } });
  for (const { changes } of planned)
    for (const change of changes)
      if (change.kind === 'update')
        await db.absence.update({
          where: { id: change.id },
          data: { ...columns(change.away), enteredById, updatedAt: at },
        });
  const added = planned.flatMap(({ personId, changes }) =>
    changes.flatMap((each) =>
      each.kind === 'insert'
        ? [{ id: newId(), personId, ...columns(each.away), enteredById, createdAt: at, updatedAt: at }]
        : [],
    ),
  );
  if (added.length > 0) await db.absence.createMany({ data: added });
}

const columns = ({ reason, fromDay, untilDay, note }: Away) => ({ reason, fromDay, untilDay, note });
