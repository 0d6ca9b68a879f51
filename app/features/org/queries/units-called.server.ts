import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listUnits, type UnitRow } from '../data/units.server.ts';

const wholeTree = ['/'];

/** Every open unit, parents before children in the order of their paths. For the command line alone: it asks no scope. */
export async function allUnits(): Promise<UnitRow[]> {
  return listUnits(database().read, wholeTree);
}

/**
 * The units that a typed text means: the one with this id, else those of this name, else those whose name or short name
 * reads the same without tone marks. For the command line alone.
 */
export async function unitsCalled(text: string): Promise<UnitRow[]> {
  const units = await allUnits();
  const wanted = text.normalize('NFC').trim();
  const folded = foldForSearch(wanted);
  const byId = units.filter(({ id }) => id === wanted);
  if (byId.length > 0) return byId;
  const byName = units.filter(({ name }) => name === wanted);
  if (byName.length > 0) return byName;
  return units.filter(({ name, shortName }) => foldForSearch(name) === folded || foldForSearch(shortName) === folded);
}
