import type { Actor } from '#app/features/access/core/role.ts';
import { unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import type { Rollup } from '#app/features/progress/core/rollup.ts';
import { type AssignmentChoice, assignmentChoice } from '#app/features/progress/queries/assignment-choice.server.ts';
import { addDays, dateOf, endOfDay, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { changesSinceSigned, type SignedChange, type SignedFigures, signedFigures } from '../core/signed-figures.ts';
import { listCountersThen } from '../data/counters-then.server.ts';
import { listNames } from '../data/reports.server.ts';
import { leadershipOf, listOwnSignOffs, listSignOffs, type SignOffRow } from '../data/sign-offs.server.ts';
import { listUnitsThen } from '../data/study-cells.server.ts';
import { listRequests } from '../data/unit-settings.server.ts';
import { checksumOf } from './checksum.server.ts';
import { reportForm } from './report-draft.server.ts';

/** A signature as it is shown: by whom, and what is another number since. */
export interface ShownSignOff {
  id: string;
  signedBy: string;
  signedAt: Date;
  note: string;
  checksum: string;
  withdrawnAt: Date | null;
  asOfDay: LocalDate;
  assignmentId: string;
  changes: SignedChange[];
}

export interface FiguresPage {
  unit: { id: string; name: string };
  above: { id: string; name: string; shortName: string }[];
  day: LocalDate;
  lastDay: LocalDate;
  assignments: AssignmentChoice['choices'];
  assignment: AssignmentChoice['choices'][number] | null;
  figures: SignedFigures | null;
  /** Of the figures shown: what is signed is what was seen. */
  checksum: string;
  own: ShownSignOff | null;
  /** Whether this person may sign, or why not. */
  signing: 'may' | 'not-leader' | 'stands-in' | 'no-figures';
  parts: { unitId: string; name: string; figures: SignedFigures | null; signOff: ShownSignOff | null }[];
  history: ShownSignOff[];
  /** Whether the level above waits for this signature, and whether this unit has asked those below. */
  isAsked: boolean;
  hasAsked: boolean;
}

/**
 * A unit's figures at the end of a day as its leader signs them, and which of the units directly below have signed theirs.
 * Days that are not over have no figures to stand for. Throws not-found out of reach, or for another unit's assignment.
 */
export async function figuresPage(
  actor: Actor,
  unitId: string,
  asked: { assignmentId: string | null; day: LocalDate | null },
): Promise<FiguresPage> {
  const { unit, above } = await unitPlace(actor, unitId);
  const { read, sql } = database();
  const at = now();
  const lastDay = addDays(dateOf(at), -1);
  const day = asked.day && asked.day <= lastDay ? asked.day : lastDay;
  const { choices, chosen } = await assignmentChoice(unit, asked.assignmentId, endOfDay(day));
  const assignment = choices.find(({ id }) => id === chosen?.id) ?? null;
  const units = await listDirectParts(unitId, day);
  const ids = [unitId, ...units.map(({ id }) => id)];
  const rollups = chosen ? await listCountersThen(sql, ids, chosen.id, day) : new Map<string, Rollup>();
  const signOffs = chosen ? await listSignOffs(read, ids, chosen.id, day) : [];
  const past = await listOwnSignOffs(read, unitId, 20);
  const names = await listNames(read, [...new Set([...signOffs, ...past].map(({ signedById }) => signedById))]);
  const shown = (row: SignOffRow | undefined): ShownSignOff | null => (row ? shownOf(row, names, rollups) : null);
  const figuresOf = (id: string) => {
    const rollup = rollups.get(id);
    return rollup ? signedFigures(rollup) : null;
  };
  const figures = figuresOf(unitId);
  const [requestsAbove, requests] = await Promise.all([
    unit.parentId ? listRequests(read, unit.parentId) : [],
    listRequests(read, unitId),
  ]);
  const isThis = (request: { assignmentId: string; day: string }) =>
    request.assignmentId === chosen?.id && request.day === day;
  return {
    ...{ unit: { id: unit.id, name: unit.name }, above, day, lastDay, assignments: choices, assignment, figures },
    checksum: figures ? checksumOf(figures) : '',
    own: shown(signOffs.find((row) => row.unitId === unitId)),
    signing: figures ? await signingOf(actor, unit.id, unit.path, at) : 'no-figures',
    parts: units.map(({ id, name }) => ({
      ...{ unitId: id, name, figures: figuresOf(id) },
      signOff: shown(signOffs.find((row) => row.unitId === id)),
    })),
    history: past.map((row) => shownOf(row, names, new Map())),
    isAsked: requestsAbove.some(isThis),
    hasAsked: requests.some(isThis),
  };
}

async function listDirectParts(unitId: string, day: LocalDate) {
  const all = await listUnitsThen(database().sql, unitId, endOfDay(day));
  return all
    .filter(({ parentId }) => parentId === unitId)
    .sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1));
}

function shownOf(
  { figures, signedById, unitId, ...row }: SignOffRow,
  names: ReadonlyMap<string, string>,
  rollups: ReadonlyMap<string, Rollup>,
): ShownSignOff {
  const rollup = rollups.get(unitId);
  const { id, signedAt, note, checksum, withdrawnAt, asOfDay, assignmentId } = row;
  return {
    ...{ id, signedAt, note, checksum, withdrawnAt, asOfDay, assignmentId },
    signedBy: names.get(signedById) ?? '',
    changes: rollup ? changesSinceSigned(figures, signedFigures(rollup)) : [],
  };
}

/** Who leads this very unit signs for it; who stands in for a leader only where the unit's form, or one above, allows it. */
export async function signingOf(
  actor: Actor,
  unitId: string,
  unitPath: string,
  at: Date,
): Promise<'may' | 'not-leader' | 'stands-in'> {
  const leadership = await leadershipOf(database().read, actor.personId, unitId, at);
  if (leadership === 'own') return 'may';
  if (leadership === null) return 'not-leader';
  return (await reportForm(unitPath)).delegates === 'may-sign' ? 'may' : 'stands-in';
}
