import { ancestorsOf, idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Db, Tx } from '#app/platform/db/database.server.ts';
import type { FormSetting } from '../core/report-form.ts';
import { type FigureRequest, readFormSetting, readRequests } from '../schema.ts';

const formKey = 'report-form';
const requestsKey = 'figure-requests';

/** The form that the unit has written itself, and those of the units above, from the nearest up. One query. */
export async function findForms(db: Db, path: UnitPath): Promise<{ own: FormSetting; above: FormSetting[] }> {
  const ids = [...ancestorsOf(path), path].map((each) => idsOf(each).at(-1)!);
  const rows = await db.unitSetting.findMany({ where: { key: formKey, unitId: { in: ids } } });
  const [own, ...above] = ids.reverse().map((id) => readFormSetting(rows.find(({ unitId }) => unitId === id)?.value));
  return { own: own!, above };
}

interface Entry {
  unitId: string;
  at: Date;
  byId: string | null;
}

async function put(tx: Tx, key: string, { unitId, at, byId }: Entry, value: unknown): Promise<void> {
  const said = { value: JSON.stringify(value), updatedAt: at, updatedById: byId };
  await tx.unitSetting.upsert({
    where: { unitId_key: { unitId, key } },
    create: { unitId, key, ...said },
    update: said,
  });
}

export const replaceForm = (tx: Tx, entry: Entry, form: FormSetting): Promise<void> => put(tx, formKey, entry, form);

/** What a unit has asked the units directly below to sign, the newest first. */
export async function listRequests(db: Db, unitId: string): Promise<FigureRequest[]> {
  const row = await db.unitSetting.findUnique({ where: { unitId_key: { unitId, key: requestsKey } } });
  return readRequests(row?.value);
}

export const replaceRequests = (tx: Tx, entry: Entry, requests: readonly FigureRequest[]): Promise<void> =>
  put(tx, requestsKey, entry, requests);
