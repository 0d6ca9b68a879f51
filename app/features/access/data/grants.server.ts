import type { Db } from '#app/platform/db/database.server.ts';
import type { Role } from '../core/role.ts';

export async function insertGrant(
  db: Db,
  grant: {
    id: string;
    personId: string;
    role: Role;
    unitId: string;
    fromAt: Date;
    untilAt: Date | null;
    grantedById: string | null;
  },
): Promise<void> {
  await db.roleGrant.create({ data: grant });
}

/** The roles of a person that are in force at an instant. */
export async function listGrants(db: Db, personId: string, at: Date) {
  return db.roleGrant.findMany({
    where: { personId, fromAt: { lte: at }, OR: [{ untilAt: null }, { untilAt: { gt: at } }] },
    include: { unit: { select: { name: true, path: true } } },
  });
}
