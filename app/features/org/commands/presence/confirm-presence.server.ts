import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { newId } from '#app/platform/ids.server.ts';
import { changeInShort } from '../../core/presence/change-in-short.ts';
import type { DayFigures } from '../../core/presence/day-figures.ts';
import {
  type PresenceProblem,
  presencePlan,
  presenceProblem,
  type SaidPresence,
} from '../../core/presence/presence-plan.ts';
import { presenceSubject } from '../../core/presence/presence-subject.ts';
import { rollOf } from '../../core/presence/roll.ts';
import { confirmUnits } from '../../data/presence/confirm-units.server.ts';
import { listAbsencesFrom, listAttachedOn, listRoll } from '../../data/presence/roll.server.ts';
import { holdUnits, listUnitsOn, pathOn } from '../../data/presence/units-on.server.ts';
import { findUnit } from '../../data/units.server.ts';

export type ConfirmedPresence =
  | { kind: 'confirmed' | 'unchanged'; figures: DayFigures }
  | { kind: 'invalid'; problems: { personId: string; problem: PresenceProblem }[] }
  | { kind: 'refused'; reason: 'future' | 'no-unit-then' };

/**
 * Confirms who of a unit's roll (its own people and those of its platoons and squads) is present on a day, and who is away
 * for which reason from when until when. Who is not named stays as stored: present, or away as before. Each unit of the
 * roll gets its own figures; they always add up to its strength of the day. Sent twice, the second changes nothing.
 */
export async function confirmPresence(
  actor: Actor,
  unitId: string,
  day: LocalDate,
  said: readonly SaidPresence[],
): Promise<ConfirmedPresence> {
  const scope = requireScope(actor, 'presence.enter');
  return transact(actor, 'org.presence-confirmed', async (change): Promise<ConfirmedPresence> => {
    const { tx, sql, at, record, unchanged } = change;
    const refuse = (refusal: ConfirmedPresence) => {
      unchanged();
      return refusal;
    };
    const unit = await findUnit(sql, scope, unitId);
    if (!unit) throw new AppError('not-found');
    const today = dateOf(at);
    if (day > today) return refuse({ kind: 'refused', reason: 'future' });
    const problems = said.flatMap((each) => {
      const problem = presenceProblem(each, day);
      return problem ? [{ personId: each.personId, problem }] : [];
    });
    if (problems.length > 0) return refuse({ kind: 'invalid', problems });

    const path = await pathOn(sql, unitId, day, at);
    if (path === null) return refuse({ kind: 'refused', reason: 'no-unit-then' });
    const roll = rollOf(path, await listUnitsOn(sql, path, day, at));
    await holdUnits(
      sql,
      roll.map(({ id }) => id),
    );
    const people = await listRoll(
      sql,
      roll.map(({ id }) => id),
      day,
      at,
    );
    const ids = people.map(({ personId }) => personId);
    const from = said.reduce((least, each) => (each.reason && each.fromDay < least ? each.fromDay : least), day);
    const stored = await listAbsencesFrom(sql, ids, from);
    const attached = await listAttachedOn(sql, ids, day);
    const inRoll = new Set(ids);
    const planned = said
      // Whoever was moved away since the page was made stands on another roll now; the attached are told elsewhere.
      .filter(({ personId }) => inRoll.has(personId) && !attached.has(personId))
      .map((each) => ({
        personId: each.personId,
        changes: presencePlan(stored.get(each.personId) ?? [], each, { day, today }),
      }))
      .filter(({ changes }) => changes.length > 0);
    const { figures, isNew } = await confirmUnits(tx, sql, {
      ...{ path, day, people, attached, planned, at, newId, enteredById: actor.personId },
      ...{ units: roll, always: new Set([unitId]) },
    });
    if (!isNew) return refuse({ kind: 'unchanged', figures });
    record(presenceSubject(unitId, day), { unitId, day, ...figures, changed: planned.map(changeInShort) }, unit.path);
    return { kind: 'confirmed', figures };
  });
}
