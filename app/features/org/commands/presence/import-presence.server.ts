import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { AbsenceProblem, AbsenceRow } from '../../core/presence/absence-sheet.ts';
import { changeInShort } from '../../core/presence/change-in-short.ts';
import type { DayFigures } from '../../core/presence/day-figures.ts';
import { importPlan } from '../../core/presence/import-plan.ts';
import { presenceSubject } from '../../core/presence/presence-subject.ts';
import { rollOf } from '../../core/presence/roll.ts';
import { confirmUnits } from '../../data/presence/confirm-units.server.ts';
import { loadImportGround, type NoGround } from '../../data/presence/import-ground.server.ts';
import { findUnit } from '../../data/units.server.ts';

export type ImportedPresence =
  | { kind: 'confirmed' | 'unchanged'; figures: DayFigures }
  | { kind: 'invalid'; problems: AbsenceProblem[] }
  | { kind: 'refused'; reason: NoGround['refused'] };

/**
 * Takes the rows of a file for a day of a unit's whole subtree: whom they name is away as told, everybody else is present,
 * and the day is confirmed for each of its units. All of it or, where a row cannot hold, nothing. Sent twice, the second
 * changes nothing.
 */
export async function importPresence(
  actor: Actor,
  unitId: string,
  day: LocalDate,
  rows: readonly AbsenceRow[],
): Promise<ImportedPresence> {
  const scope = requireScope(actor, 'presence.enter');
  return transact(actor, 'org.presence-imported', async (change): Promise<ImportedPresence> => {
    const { tx, sql, at, record, unchanged } = change;
    const unit = await findUnit(sql, scope, unitId);
    if (!unit) throw new AppError('not-found');
    const ground = await loadImportGround(sql, unitId, rows, { day, at, hold: true });
    if ('refused' in ground) {
      unchanged();
      return { kind: 'refused', reason: ground.refused };
    }
    const { problems, planned } = importPlan(rows, ground);
    if (problems.length > 0) {
      unchanged();
      return { kind: 'invalid', problems };
    }
    const { path, units, people, attached } = ground;
    const manned = new Set(people.map((person) => person.unitId));
    // A company whose people all stand with its platoons keeps the roll for them: its day is confirmed too.
    const keepsRoll = units.filter((each) => rollOf(each.path, units).some(({ id }) => manned.has(id)));
    const { figures, isNew } = await confirmUnits(tx, sql, {
      ...{ path, day, units, people, attached, planned, at, newId, enteredById: actor.personId },
      always: new Set([unitId, ...keepsRoll.map(({ id }) => id)]),
    });
    if (!isNew) {
      unchanged();
      return { kind: 'unchanged', figures };
    }
    const changed = planned.map(changeInShort);
    record(presenceSubject(unitId, day), { unitId, day, ...figures, rows: rows.length, changed }, unit.path);
    return { kind: 'confirmed', figures };
  });
}
