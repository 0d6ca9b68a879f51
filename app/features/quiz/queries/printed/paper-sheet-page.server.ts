import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { SheetState } from '../../core/printed/sheet.ts';
import { listSetPeople } from './paper-set-page.server.ts';
import { loadPaperSet } from './set-reading.server.ts';

/** Whose sheet it is and where it stands, for who may take it back. Throws not-found where nothing was entered. */
export async function paperSheetPage(
  actor: Actor,
  setId: string,
  personId: string,
): Promise<{ set: { id: string; title: string }; fullName: string; state: SheetState }> {
  const set = await loadPaperSet({ run: requireScope(actor, 'exam.run'), author: [] }, setId);
  const person = (await listSetPeople(set)).find((each) => each.personId === personId);
  if (!person || person.state === null) throw new AppError('not-found');
  return { set: { id: set.id, title: set.title }, fullName: person.fullName, state: person.state };
}
