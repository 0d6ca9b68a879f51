import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { ImportDecisions } from '../../core/imports/decisions.ts';
import type { SourceFormat } from '../../core/imports/source-formats.ts';
import { decisionsSchema } from '../../schema.imports.ts';

export type ImportState = 'staged' | 'taken' | 'undone' | 'discarded';

export interface StoredImport {
  id: string;
  unitId: string;
  unitPath: UnitPath;
  unitName: string;
  categoryId: string | null;
  name: string;
  format: SourceFormat;
  state: ImportState;
  source: string;
  decisions: ImportDecisions;
  revision: number;
  createdById: string | null;
  createdAt: Date;
  updatedAt: Date;
  takenAt: Date | null;
  undoneAt: Date | null;
}

const withUnit = { unit: { select: { path: true, name: true } } } as const;

/** An import of a unit within the scope, or null. */
export async function findImport(db: Db, scope: readonly UnitPath[], id: string): Promise<StoredImport | null> {
  const found = await db.questionImport.findFirst({ where: { id, unit: unitWithin(scope) }, include: withUnit });
  if (!found) return null;
  const { unit, format, state, decisions, ...row } = found;
  return {
    ...row,
    unitPath: unit.path,
    unitName: unit.name,
    format: format as SourceFormat,
    state: state as ImportState,
    decisions: decisionsSchema.parse(JSON.parse(decisions)),
  };
}

/** The same, held until the transaction ends: of two who take, undo or discard one import the second sees what the first did. */
export async function holdImport(
  { tx, sql }: { tx: Db; sql: Sql },
  scope: readonly UnitPath[],
  id: string,
): Promise<StoredImport | null> {
  await sql.get(`SELECT "id" FROM "QuestionImport" WHERE "id" = ?${sql.forUpdate}`, id);
  return findImport(tx, scope, id);
}

/** Whether somebody has staged under this id already: the same form was sent twice. */
export async function findImportOwner(db: Db, id: string): Promise<{ createdById: string | null } | null> {
  return db.questionImport.findUnique({ where: { id }, select: { createdById: true } });
}

export interface NewImport {
  id: string;
  unitId: string;
  categoryId: string | null;
  name: string;
  format: SourceFormat;
  source: string;
  decisions: ImportDecisions;
  createdById: string | null;
  at: Date;
}

export async function insertImport(db: Db, { at, decisions, ...row }: NewImport): Promise<void> {
  await db.questionImport.create({
    data: { ...row, decisions: JSON.stringify(decisions), createdAt: at, updatedAt: at },
  });
}

export interface ImportChange {
  source?: string;
  format?: SourceFormat;
  categoryId?: string | null;
  decisions?: ImportDecisions;
  state?: ImportState;
  takenAt?: Date;
  undoneAt?: Date;
}

/** Writes a change as the next revision, unless another came first: answers whether it stood at `revision`. */
export async function replaceImport(
  db: Db,
  { id, revision }: { id: string; revision: number },
  { decisions, ...change }: ImportChange,
  at: Date,
): Promise<boolean> {
  const { count } = await db.questionImport.updateMany({
    where: { id, revision },
    data: {
      ...change,
      ...(decisions && { decisions: JSON.stringify(decisions) }),
      revision: revision + 1,
      updatedAt: at,
    },
  });
  return count === 1;
}

/** The imports of units within the scope, the latest first, without their texts. */
export async function listImports(db: Db, scope: readonly UnitPath[], most: number) {
  const rows = await db.questionImport.findMany({
    where: { unit: unitWithin(scope), state: { not: 'discarded' } },
    select: {
      ...{ id: true, name: true, format: true, state: true, createdById: true, createdAt: true, decisions: true },
      category: { select: { name: true } },
      _count: { select: { items: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: most,
  });
  return rows.map(({ state, decisions, category, _count, ...row }) => ({
    ...row,
    state: state as ImportState,
    fileFormat: decisionsSchema.parse(JSON.parse(decisions)).fileFormat,
    categoryName: category?.name ?? null,
    taken: _count.items,
  }));
}

/** When a file of this name was taken before, by another import of the same unit: the latest. */
export async function findTwin(db: Db, { id, unitId, name }: Pick<StoredImport, 'id' | 'unitId' | 'name'>) {
  if (name === '') return null;
  return db.questionImport.findFirst({
    where: { id: { not: id }, unitId, name, state: { in: ['staged', 'taken'] } },
    select: { id: true, createdAt: true, state: true },
    orderBy: { createdAt: 'desc' },
  });
}

/** The same in plain SQL, for autosave: what is discarded stays as it is. */
export async function replaceImportPlainly(
  sql: Sql,
  { id, revision }: { id: string; revision: number },
  change: { source: string; format: SourceFormat; categoryId: string | null; decisions: ImportDecisions },
  at: Date,
): Promise<boolean> {
  const changed = await sql.run(
    `UPDATE "QuestionImport" SET "source" = ?, "format" = ?, "categoryId" = ?, "decisions" = ?, "revision" = ?, "updatedAt" = ?
      WHERE "id" = ? AND "revision" = ? AND "state" <> 'discarded'`,
    ...[change.source, change.format, change.categoryId, JSON.stringify(change.decisions), revision + 1, at, id],
    revision,
  );
  return changed === 1;
}
