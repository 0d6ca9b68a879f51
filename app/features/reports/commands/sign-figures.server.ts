import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { assignmentChoice } from '#app/features/progress/queries/assignment-choice.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { endOfDay, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { isOver } from '../core/report-instant.ts';
import { signedFigures } from '../core/signed-figures.ts';
import { listCountersThen } from '../data/counters-then.server.ts';
import { insertSignOff, listSignOffs, withdrawStoredSignOff } from '../data/sign-offs.server.ts';
import { findNamedUnit } from '../data/units.server.ts';
import { checksumOf } from '../queries/checksum.server.ts';
import { signingOf } from '../queries/figures-page.server.ts';

export interface Signature {
  unitId: string;
  assignmentId: string;
  day: LocalDate;
  note: string;
  /** Of the figures that the leader has seen. */
  checksum: string;
}

export type Signed = { kind: 'signed' | 'unchanged' } | { kind: 'refused'; problem: 'not-over' | 'figures-changed' };

/**
 * A leader stands for the own unit's figures at the end of a day. What is signed is what was seen: figures that have changed
 * meanwhile are refused. Signing figures anew takes the place of an older signature that holds no more. Throws forbidden for
 * who does not lead this very unit, or stands in for its leader where that is not allowed.
 */
export async function signFigures(
  actor: Actor,
  { unitId, assignmentId, day, note, checksum }: Signature,
): Promise<Signed> {
  const scope = requireScope(actor, 'figures.sign');
  const unit = await findNamedUnit(database().read, scope, unitId);
  if (!unit) throw new AppError('not-found');
  const { chosen } = await assignmentChoice(unit, assignmentId, endOfDay(day));
  if (chosen?.id !== assignmentId) throw new AppError('not-found');
  const at = now();
  const signing = await signingOf(actor, unitId, unit.path, at);
  if (signing !== 'may') throw new AppError('forbidden', { reason: signing });
  if (!isOver(day, at)) return { kind: 'refused', problem: 'not-over' };
  return transact(actor, 'reports.figures-signed', async ({ tx, sql, at: signedAt, record, unchanged }) => {
    // Two signatures at once: the second waits here and finds the first.
    await sql.get(`SELECT "id" FROM "Unit" WHERE "id" = ?${sql.forUpdate}`, unitId);
    const rollup = (await listCountersThen(sql, [unitId], assignmentId, day)).get(unitId);
    const figures = rollup && signedFigures(rollup);
    if (!figures || checksumOf(figures) !== checksum) {
      unchanged();
      return { kind: 'refused', problem: 'figures-changed' } as const;
    }
    for (const before of await listSignOffs(tx, [unitId], assignmentId, day)) {
      if (before.checksum === checksum) {
        unchanged();
        return { kind: 'unchanged' } as const;
      }
      await withdrawStoredSignOff(tx, before.id, signedAt);
    }
    const id = newId();
    await insertSignOff(tx, {
      ...{ id, unitId, assignmentId, asOfDay: day, figures, checksum, note },
      ...{ signedById: actor.personId, signedAt, withdrawnAt: null },
    });
    record(id, { unitId, assignmentId, day, checksum }, unit.path);
    return { kind: 'signed' } as const;
  });
}
