import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { PaperItem } from '../../core/printed/paper-item.ts';
import type { Round, SheetState } from '../../core/printed/sheet.ts';
import { listSheets } from '../../data/printed/paper-sheets.server.ts';
import { listRoster, loadPaperSet, readVariants } from './set-reading.server.ts';

export interface EntryPerson {
  readonly personId: string;
  readonly number: number | null;
  readonly fullName: string;
  readonly unitName: string;
  readonly login: string | null;
  readonly personNumber: string;
  readonly state: SheetState | null;
}

/** What the entry of sheets needs: how each number is answered, and who sits. Neither a key nor an answer is in it. */
export interface PaperEntryPage {
  readonly set: { readonly id: string; readonly title: string; readonly quizTitle: string; readonly isClosed: boolean };
  readonly round: Round;
  readonly variants: readonly { readonly code: string; readonly items: readonly PaperItem[] }[];
  readonly people: readonly EntryPerson[];
}

export async function paperEntryPage(actor: Actor, setId: string, round: Round): Promise<PaperEntryPage> {
  const set = await loadPaperSet({ run: requireScope(actor, 'exam.run'), author: [] }, setId);
  const { sql } = database();
  const { variants } = await readVariants(setId);
  const states = new Map((await listSheets(sql, setId)).map(({ personId, state }) => [personId, state]));
  return {
    set: { id: set.id, title: set.title, quizTitle: set.quizTitle, isClosed: set.closedAt !== null },
    round,
    variants: variants.map(({ code, items }) => ({ code, items })),
    people: (await listRoster(sql, set)).map(({ personId, number, fullName, unitName, login, personNumber }) => ({
      ...{ personId, number, fullName, unitName, login, personNumber },
      state: states.get(personId) ?? null,
    })),
  };
}
