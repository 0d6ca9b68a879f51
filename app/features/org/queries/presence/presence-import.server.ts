import type { Actor } from '#app/features/access/core/role.ts';
import type { SheetRow } from '#app/kernel/sheet-cell.ts';
import { dateOf, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { openSheetFile } from '#app/platform/documents/sheet-file.server.ts';
import { SheetRefusal, type SheetRefusalCode } from '#app/platform/documents/sheet-refusal.server.ts';
import {
  type AbsenceColumns,
  type AbsenceProblem,
  type AbsenceRow,
  type AbsenceSheet,
  MOST_ABSENCES,
  readAbsenceSheet,
} from '../../core/presence/absence-sheet.ts';
import { type ImportedChange, importPlan } from '../../core/presence/import-plan.ts';
import { lettersOf } from '../../core/roster/sheet-letters.ts';
import { loadImportGround, type NoGround } from '../../data/presence/import-ground.server.ts';
import type { RollPerson } from '../../data/presence/roll.server.ts';
import { type UnitPlace, unitPlace } from '../unit-place.server.ts';

export interface PresenceImportPage extends UnitPlace {
  day: LocalDate;
  today: LocalDate;
}

/** Where a file of absences is sent in, for a day that is not to come. Throws not-found outside of the actor's reach. */
export async function presenceImportPage(
  actor: Actor,
  unitId: string,
  asked: LocalDate | null,
): Promise<PresenceImportPage> {
  const today = dateOf(now());
  const place = await unitPlace(actor, unitId, 'presence.enter');
  return { ...place, today, day: asked === null || asked > today ? today : asked };
}

export type FileFailure = SheetRefusalCode | 'encoding-unknown' | 'no-columns' | 'too-many-absences';
export type PresencePreview =
  | { kind: 'failed'; failure: FileFailure; line: number | null }
  | { kind: 'refused'; reason: NoGround['refused'] }
  | { kind: 'problems'; day: LocalDate; problems: AbsenceProblem[]; columns: AbsenceColumns }
  | {
      kind: 'ready';
      day: LocalDate;
      rows: AbsenceRow[];
      changes: (ImportedChange<RollPerson> & { unitName: string })[];
      strength: number;
    };

/** What a file would change on a day, or everything that is wrong with it. Changes nothing itself. */
export async function presencePreview(
  actor: Actor,
  unitId: string,
  day: LocalDate,
  file: { path: string; name: string },
): Promise<PresencePreview> {
  await unitPlace(actor, unitId, 'presence.enter');
  const sheet = await readFile(file);
  if ('failure' in sheet) return { kind: 'failed', ...sheet };
  const ground = await loadImportGround(database().sql, unitId, sheet.rows, { day, at: now(), hold: false });
  if ('refused' in ground) return { kind: 'refused', reason: ground.refused };
  const { problems, changes } = importPlan(sheet.rows, ground);
  const all = [...sheet.problems, ...problems].sort((a, b) => a.line - b.line);
  if (all.length > 0) return { kind: 'problems', day, problems: all, columns: sheet.columns };
  const names = new Map(ground.units.map(({ id, name }) => [id, name]));
  return {
    ...{ kind: 'ready', day, rows: sheet.rows, strength: ground.people.length },
    changes: changes.map((each) => ({ ...each, unitName: names.get(each.person.unitId) ?? '' })),
  };
}

type Failed = { failure: FileFailure; line: number | null };

async function readFile({ path, name }: { path: string; name: string }): Promise<AbsenceSheet | Failed> {
  try {
    const file = await openSheetFile(path, name);
    try {
      const rows: SheetRow[] = [];
      for await (const step of file.rows()) {
        rows.push(...step.rows);
        // Titles and signatures stand around the people.
        if (rows.length > MOST_ABSENCES + 200) return { failure: 'too-many-absences', line: null };
      }
      const sample = rows.slice(0, 400).flatMap(({ cells }) => cells.filter((cell) => cell !== undefined));
      const letters = lettersOf(sample, { isBytes: file.encoding === 'bytes' });
      if (!letters) return { failure: 'encoding-unknown', line: null };
      const sheet = readAbsenceSheet(rows, { textOf: letters.textOf, from1904: file.from1904 });
      if (!sheet) return { failure: 'no-columns', line: null };
      return sheet.rows.length > MOST_ABSENCES ? { failure: 'too-many-absences', line: null } : sheet;
    } finally {
      file.close();
    }
  } catch (error) {
    if (error instanceof SheetRefusal) return { failure: error.code, line: error.line ?? null };
    throw error;
  }
}
