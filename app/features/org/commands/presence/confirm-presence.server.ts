import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { newId } from '#app/platform/ids.server.ts';
import { isOn } from '../../core/presence/absence.ts';
import { countReasons, type DayFigures, dayFigures, sameFigures, sumOfDays } from '../../core/presence/day-figures.ts';
import {
  type AwayChange,
  type PresenceProblem,
  presencePlan,
  presenceProblem,
  type SaidPresence,
} from '../../core/presence/presence-plan.ts';
import { presenceSubject } from '../../core/presence/presence-subject.ts';
import { rollOf } from '../../core/presence/roll.ts';
import { applyAwayChanges } from '../../data/presence/absences.server.ts';
import { listConfirmedDays, putConfirmedDay } from '../../data/presence/presence-days.server.ts';
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
    await applyAwayChanges(tx, planned, { enteredById: actor.personId, at, newId });

    const after = await listAbsencesFrom(sql, ids, day);
    const reasonOf = (personId: string) =>
      after.get(personId)?.find((each) => isOn(each, day))?.reason ?? (attached.has(personId) ? 'attached' : null);
    const before = new Map((await listConfirmedDays(sql, path, day, at)).map((each) => [each.unitId, each]));
    const all: DayFigures[] = [];
    let isNew = planned.length > 0;
    for (const each of roll) {
      const own = people.filter((person) => person.unitId === each.id);
      if (own.length === 0 && !before.has(each.id) && each.id !== unitId) continue;
      const figures = dayFigures(own.length, countReasons(own.flatMap(({ personId }) => reasonOf(personId) ?? [])));
      all.push(figures);
      const last = before.get(each.id);
      if (last && sameFigures(last, figures) && planned.length === 0) continue;
      isNew = true;
      await putConfirmedDay(tx, { unitId: each.id, day, figures, enteredById: actor.personId, enteredAt: at });
    }
    const figures = sumOfDays(all);
    if (!isNew) return refuse({ kind: 'unchanged', figures });
    record(presenceSubject(unitId, day), { unitId, day, ...figures, changed: planned.map(inShort) }, unit.path);
    return { kind: 'confirmed', figures };
  });
}

/** For the log: what became of each person's absences, without notes. */
const inShort = ({ personId, changes }: { personId: string; changes: readonly AwayChange[] }) => ({
  personId,
  before: changes.flatMap((each) => (each.kind === 'insert' ? [] : [spanText(each.before)])),
  after: changes.flatMap((each) => (each.kind === 'delete' ? [] : [spanText(each.away)])),
});
const spanText = ({ reason, fromDay, untilDay }: { reason: string; fromDay: string; untilDay: string | null }) =>
  `${reason} ${fromDay}..${untilDay ?? ''}`;
