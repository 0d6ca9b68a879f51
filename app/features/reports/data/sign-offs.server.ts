import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import type { Db, Tx } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import type { SignedFigures } from '../core/signed-figures.ts';

/** One signature under a unit's figures of a day. */
export interface SignOffRow {
  id: string;
  unitId: string;
  assignmentId: string;
  asOfDay: LocalDate;
  figures: SignedFigures;
  checksum: string;
  note: string;
  signedById: string;
  signedAt: Date;
  withdrawnAt: Date | null;
}

const rowOf = <T extends { figures: string }>({ figures, ...row }: T) => ({
  ...row,
  figures: JSON.parse(figures) as SignedFigures,
});

/** The signatures that stand, of these units for one assignment and day; at most one a unit. */
export async function listSignOffs(
  db: Db,
  unitIds: readonly string[],
  assignmentId: string,
  asOfDay: LocalDate,
): Promise<SignOffRow[]> {
  const rows = await db.figureSignOff.findMany({
    where: { unitId: { in: [...unitIds] }, assignmentId, asOfDay, withdrawnAt: null },
  });
  return rows.map(rowOf);
}

/** Every signature of a unit, withdrawn ones too, the newest first. */
export async function listOwnSignOffs(db: Db, unitId: string, take: number): Promise<SignOffRow[]> {
  const rows = await db.figureSignOff.findMany({ where: { unitId }, orderBy: { signedAt: 'desc' }, take });
  return rows.map(rowOf);
}

export async function findSignOff(
  db: Db,
  scope: readonly UnitPath[],
  id: string,
): Promise<(SignOffRow & { unitPath: UnitPath }) | null> {
  const row = await db.figureSignOff.findFirst({
    where: { id, unit: unitWithin(scope) },
    include: { unit: { select: { path: true } } },
  });
  if (!row) return null;
  const { unit, ...rest } = row;
  return { ...rowOf(rest), unitPath: unit.path };
}

export async function insertSignOff(tx: Tx, { figures, ...row }: SignOffRow): Promise<void> {
  await tx.figureSignOff.create({ data: { ...row, figures: canonicalJson(figures) } });
}

export async function withdrawStoredSignOff(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.figureSignOff.updateMany({ where: { id, withdrawnAt: null }, data: { withdrawnAt: at } });
  return count > 0;
}

/** Whether the person leads this very unit now, and whether only in another leader's stead. */
export async function leadershipOf(
  db: Db,
  personId: string,
  unitId: string,
  at: Date,
): Promise<'own' | 'stands-in' | null> {
  const grants = await db.roleGrant.findMany({
    where: {
      ...{ personId, unitId, role: 'leader', fromAt: { lte: at } },
      AND: [{ OR: [{ untilAt: null }, { untilAt: { gt: at } }] }, { OR: [{ endedAt: null }, { endedAt: { gt: at } }] }],
    },
    select: { standsForId: true },
  });
  if (grants.some(({ standsForId }) => standsForId === null)) return 'own';
  return grants.length > 0 ? 'stands-in' : null;
}
