import { requireScope, scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { workProgress } from '#app/platform/work-under-way.server.ts';
import { isDead } from '../../core/roster/import-life.ts';
import type { Decision } from '../../core/roster/plan-row.ts';
import { listApplied } from '../../data/roster/apply-rows.server.ts';
import {
  findImport,
  listAppliedTwins,
  listImports,
  type RosterImport,
  unitsToMake,
} from '../../data/roster/imports.server.ts';
import {
  countDecisions,
  listMissing,
  listRows,
  type RosterRow,
  type RowFilter,
} from '../../data/roster/rows.server.ts';
import { type UnitChoice, unitChoices } from '../groups.server.ts';

export type { RosterImport, RosterRow, RowFilter };

const MOST_CHOICES = 400;
const MOST_LISTED = 100;
export const ROWS_A_PAGE = 50;
const MOST_UNITS_NAMED = 30;

/**
 * The files of the actor's reach and the units that a new one may be for: of a large tree the upper levels, and the unit
 * that the reader comes from.
 */
export async function rostersPage(
  actor: Actor,
  unitId: string | null,
): Promise<{ imports: RosterImport[]; units: UnitChoice[]; unitId: string | null }> {
  const scope = requireScope(actor, 'roster.import');
  const imports = await listImports(database().sql, scope, MOST_LISTED);
  const all = await unitChoices(actor, 'roster.import');
  let depth = Math.max(0, ...all.map((unit) => unit.depth));
  while (depth > 0 && all.filter((unit) => unit.depth <= depth).length > MOST_CHOICES) depth -= 1;
  const units = all.filter((unit) => unit.depth <= depth || unit.id === unitId);
  return {
    imports: imports.map((each) => asItIs(each)),
    units,
    unitId: units.some(({ id }) => id === unitId) ? unitId : null,
  };
}

/** The state as it is: what has died with its server is not under way. */
function asItIs(roster: RosterImport): RosterImport {
  const progress = workProgress(roster.id) ?? roster.progress;
  if (workProgress(roster.id) !== null || !isDead(roster, now())) return { ...roster, progress };
  return { ...roster, state: roster.state === 'reading' ? 'failed' : roster.state, failure: 'interrupted' };
}

export interface RosterPage {
  roster: RosterImport;
  isWaiting: boolean;
  decisions: Record<Decision, number>;
  view: RowFilter | 'missing';
  rows: RosterRow[];
  missing: {
    people: { id: string; number: string; fullName: string; rank: string | null; unitName: string }[];
    total: number;
  };
  total: number;
  page: number;
  pages: number;
  search: string;
  /** Names of the units that applying makes, by id, and some of their paths to be shown. */
  made: Record<string, string>;
  madePaths: string[];
  twins: { fileName: string; appliedAt: Date | null }[];
}

/** One file: its state, and where it has been read its rows as chosen. Throws not-found outside of the reach. */
export async function rosterPage(
  actor: Actor,
  id: string,
  { view, page, search }: { view: RowFilter | 'missing'; page: number; search: string },
): Promise<RosterPage> {
  const scope = requireScope(actor, 'roster.import');
  const { sql } = database();
  const found = await findImport(sql, scope, id);
  if (!found) throw new AppError('not-found');
  const roster = asItIs(found);
  const isShown =
    roster.outcome !== null && ['read', 'applied', 'undone', 'applying', 'undoing'].includes(roster.state);
  const limits = { limit: ROWS_A_PAGE, offset: (page - 1) * ROWS_A_PAGE };
  const isMissingView = view === 'missing';
  const hasMissing = isShown && roster.subject === 'people' && roster.state === 'read';
  const rows =
    isShown && !isMissingView
      ? await listRows(sql, id, { filter: view, search: foldForSearch(search), ...limits })
      : { rows: [], total: 0 };
  const missing = hasMissing
    ? await listMissing(sql, roster, isMissingView ? limits : { limit: 0, offset: 0 })
    : { people: [], total: 0 };
  const total = isMissingView ? missing.total : rows.total;
  const units = isShown ? await unitsToMake(sql, id) : [];
  const names = new Map(units.map((unit) => [unit.id, unit]));
  const pathOf = (unitId: string | null): string => {
    const unit = unitId === null ? undefined : names.get(unitId);
    return unit ? [pathOf(unit.parentId), unit.name].filter(Boolean).join(' / ') : '';
  };
  const shownUnits = new Set(rows.rows.map(({ unitId }) => unitId));
  return {
    roster,
    isWaiting: found.touchedAt === null,
    // Not while the file is being read: the page asks every second, and nobody sees them yet.
    decisions: isShown ? await countDecisions(sql, id) : { apply: 0, leave: 0, ask: 0, none: 0 },
    view,
    rows: rows.rows,
    missing,
    total,
    page,
    pages: Math.max(1, Math.ceil(total / ROWS_A_PAGE)),
    search,
    made: Object.fromEntries(units.filter((unit) => shownUnits.has(unit.id)).map((unit) => [unit.id, pathOf(unit.id)])),
    madePaths: units.slice(0, MOST_UNITS_NAMED).map((unit) => pathOf(unit.id)),
    twins: (await listAppliedTwins(sql, scope, roster)).map(({ fileName, appliedAt }) => ({ fileName, appliedAt })),
  };
}

/** Everybody whom an applied file has placed, for their accounts. */
export async function peopleOfRoster(actor: Actor, id: string): Promise<string[]> {
  const { sql } = database();
  const roster = await findImport(sql, scopeOf(actor, 'roster.import'), id);
  if (roster?.state !== 'applied') throw new AppError('not-found');
  return listApplied(sql, id);
}
