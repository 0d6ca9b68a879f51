import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import { differencesOf, editionOf } from '../../core/printed/sheet.ts';
import { listSheets } from '../../data/printed/paper-sheets.server.ts';
import { listPaperPeople } from '../../data/printed/roster.server.ts';
import { listRoster, loadPaperSet } from './set-reading.server.ts';

export interface SheetReadingShown {
  readonly variant: string;
  readonly answers: readonly string[];
  readonly by: string;
  readonly at: Date;
}

/** A sheet whose two entries are not the same. */
export interface DifferingSheet {
  readonly personId: string;
  readonly number: number | null;
  readonly fullName: string;
  readonly unitName: string;
  readonly edition: string;
  readonly first: SheetReadingShown;
  readonly second: SheetReadingShown;
  /** From 1. */
  readonly numbers: readonly number[];
}

export interface PaperDifferences {
  readonly set: { readonly id: string; readonly title: string; readonly isClosed: boolean };
  readonly sheets: readonly DifferingSheet[];
}

/** Where the two entries differ, for who has the sheet at hand. */
export async function paperDifferences(actor: Actor, setId: string): Promise<PaperDifferences> {
  const set = await loadPaperSet({ run: requireScope(actor, 'exam.run'), author: [] }, setId);
  const { sql } = database();
  const sheets = (await listSheets(sql, setId)).filter(({ state }) => state === 'differs');
  const ids = sheets.flatMap(({ personId, first, second }) => [personId, first.byId, ...(second ? [second.byId] : [])]);
  const people = await listPaperPeople(sql, [...new Set(ids)]);
  const numbers = new Map((await listRoster(sql, set)).map(({ personId, number }) => [personId, number]));
  const nameOf = (id: string) => people.get(id)?.fullName ?? '';
  return {
    set: { id: set.id, title: set.title, isClosed: set.closedAt !== null },
    sheets: sheets.flatMap(({ personId, first, second }) => {
      if (!second) return [];
      const shown = ({ variant, answers, byId, at }: typeof first) => ({ variant, answers, by: nameOf(byId), at });
      return [
        {
          ...{ personId, fullName: nameOf(personId), unitName: people.get(personId)?.unitName ?? '' },
          number: numbers.get(personId) ?? null,
          edition: editionOf({ first, second }),
          ...{ first: shown(first), second: shown(second), numbers: differencesOf(first, second) },
        },
      ];
    }),
  };
}
