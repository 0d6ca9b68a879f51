import { setImmediate } from 'node:timers/promises';
import { memberships, personnelClasses } from '#app/features/org/core/person.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { pathUpperBound } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { NameChoice } from '../core/stored-report.ts';
import {
  type AnnexList,
  type AnnexPerson,
  type AssignmentFigures,
  assignedIn,
  countAway,
  countBy,
  countCells,
  type StudyCell,
  type StudyFigures,
} from '../core/study-figures.ts';
import { partsOf, placeName, type UnitThen } from '../core/study-parts.ts';
import {
  type AssignmentThen,
  findAssignmentThen,
  listExemptReasons,
  listPeopleThen,
  listStudyCells,
  listUnitsThen,
  type PathRange,
  type WeighedUnit,
} from '../data/study-cells.server.ts';

export interface StudyAsked {
  unitId: string;
  assignmentIds: readonly string[];
  asOf: Date;
  names: NameChoice;
}

/** About so many people are read by one statement: on SQLite nothing else runs while it does. */
const peopleAtOnce = 2_000;
const unitsAtOnce = 200;

/** A longer list of names is nothing to read or print: it is made of the units below, each its own. */
const annexLimit = 5_000;

/**
 * The figures of a unit as of an instant, from the recorded changes alone: asked again, whoever has moved since, they are the
 * same. Reads the subtree in ranges of some thousand people and lets other work in between. The caller has found the unit
 * and the assignments in the actor's reach. Throws not-found where the unit did not exist at that instant.
 */
export async function collectStudy(
  { unitId, assignmentIds, asOf, names }: StudyAsked,
  tell: (fraction: number) => void = () => undefined,
): Promise<StudyFigures> {
  const { sql } = database();
  const units = await listUnitsThen(sql, unitId, asOf);
  const unit = units.find(({ id }) => id === unitId);
  if (!unit) throw new AppError('not-found');
  const ranges = rangesOf(units);
  const steps = ranges.length * assignmentIds.length;
  const assignments: AssignmentFigures[] = [];
  const annex: AnnexList[] = [];
  let firstCells: StudyCell[] = [];
  for (const [index, id] of assignmentIds.entries()) {
    const assignment = await findAssignmentThen(sql, id, asOf);
    if (!assignment) throw new AppError('not-found');
    const cells: StudyCell[] = [];
    const reasons = new Map<string, number>();
    for (const [at, range] of ranges.entries()) {
      cells.push(...(await listStudyCells(sql, assignment, asOf, range)));
      for (const { reason, people: count } of await listExemptReasons(sql, id, asOf, range)) {
        reasons.set(reason, (reasons.get(reason) ?? 0) + count);
      }
      tell((index * ranges.length + at + 1) / steps);
      await setImmediate();
    }
    if (index === 0) firstCells = cells;
    const figures = figuresOf(assignment, unit, units, cells, reasons);
    assignments.push(figures);
    if (names === 'none') continue;
    const wanted =
      names === 'all' ? figures.total.strength : assignedIn(figures.total) - figures.total.byStatus.completed;
    const people: AnnexPerson[] = [];
    for (const range of wanted > annexLimit ? [] : ranges) {
      people.push(...(await annexOf(assignment, asOf, range, names, unit, units)));
      await setImmediate();
    }
    annex.push({ assignmentId: id, people, omitted: wanted > annexLimit ? wanted : 0 });
  }
  return {
    asOf: asOf.toISOString(),
    unit: { id: unit.id, name: unit.name, shortName: unit.shortName, kind: unit.kind },
    strength: countCells(firstCells).strength,
    away: countAway(firstCells),
    assignments,
    annex: names === 'none' ? null : annex,
  };
}

function figuresOf(
  { id, title, openAt, dueAt }: AssignmentThen,
  unit: UnitThen,
  units: readonly UnitThen[],
  cells: readonly StudyCell[],
  reasons: ReadonlyMap<string, number>,
): AssignmentFigures {
  return {
    ...{ assignmentId: id, title, openAt: openAt.toISOString(), dueAt: dueAt?.toISOString() ?? null },
    total: countCells(cells),
    parts: partsOf(unit, units, cells),
    byClass: countBy(cells, personnelClasses, ({ personnelClass }) => personnelClass),
    byMembership: countBy(cells, memberships, ({ membership }) => membership),
    exemptions: [...reasons]
      .map(([reason, people]) => ({ reason, people }))
      .sort((a, b) => b.people - a.people || (a.reason < b.reason ? -1 : 1)),
  };
}

async function annexOf(
  assignment: AssignmentThen,
  asOf: Date,
  range: PathRange,
  which: 'owing' | 'all',
  top: UnitThen,
  units: readonly UnitThen[],
): Promise<AnnexPerson[]> {
  const byId = new Map(units.map((each) => [each.id, each]));
  const people = await listPeopleThen(database().sql, assignment, asOf, range, which);
  return people.map(({ unitId, sortKey: _key, ...person }) => {
    const own = byId.get(unitId);
    return { ...person, unit: own ? placeName(own, top, byId) : '' };
  });
}

/** The subtree in ranges of paths that follow one another and leave nothing out. */
function rangesOf(units: readonly WeighedUnit[]): PathRange[] {
  const starts: string[] = [];
  let [people, count] = [Number.POSITIVE_INFINITY, 0];
  for (const { path, weight } of units) {
    if (people + weight > peopleAtOnce || count >= unitsAtOnce) {
      starts.push(path);
      [people, count] = [0, 0];
    }
    people += weight;
    count += 1;
  }
  const end = pathUpperBound(units[0]!.path);
  return starts.map((from, at) => ({ from, until: starts[at + 1] ?? end }));
}
