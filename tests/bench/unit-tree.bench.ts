/**
 * The editor of the unit tree over few units and over many, in one process: `--units 5000 [--few 50]`. Prints the times of
 * the page, of a page with open branches, of a search, and of a move of a tenth of the tree there and back.
 */
import { openInstallation } from '#app/boot.server.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { moveUnit } from '#app/features/org/commands/tree/move-unit.server.ts';
import { beginSpans } from '#app/features/org/data/tree/spans.server.ts';
import { structurePage } from '#app/features/org/queries/tree/structure-page.server.ts';
import { unitsFound } from '#app/features/org/queries/tree/units-found.server.ts';
import { childPath } from '#app/kernel/unit-path.ts';
import { database, useDatabase } from '#app/platform/db/database.server.ts';
import { insertRows } from '#prisma/seed/insert-rows.ts';
import { argument } from './arguments.ts';
import { print, quantile, rounded } from './measure.ts';
import { stageFolder } from './stage.ts';

const counts = [Number(argument('few', '50')), Number(argument('units', '5000'))];

async function timed(work: () => Promise<unknown>, times: number): Promise<{ p50: number; p95: number }> {
  const took: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const from = performance.now();
    await work();
    took.push(performance.now() - from);
  }
  const kept = took.slice(Math.floor(times / 10));
  return { p50: rounded(quantile(kept, 0.5)), p95: rounded(quantile(kept, 0.95)) };
}

/** Ten under each, level by level. */
async function fillTree(count: number): Promise<{ rootId: string; partIds: string[]; actor: Actor }> {
  const at = new Date();
  const rows: Record<string, unknown>[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = `n${count}x${index}`;
    const parent = index === 0 ? null : rows[Math.floor((index - 1) / 10)]!;
    const parentId = (parent?.id as string | undefined) ?? null;
    const path = childPath((parent?.path as string | undefined) ?? null, id);
    const [kind, shortName] = [index === 0 ? 'corps' : 'company', `c${index}`];
    rows.push({ id, parentId, kind, name: `Đại đội ${index}`, shortName, path, position: 0, createdAt: at });
  }
  await transact(theSystem, 'org.units-imported', async ({ sql }) => {
    await insertRows(sql, 'Unit', rows as never);
    await beginSpans(sql, { text: `u."path" LIKE ?`, values: [`${rows[0]!.path as string}%`] }, at, 'bench');
  });
  const unitPath = rows[0]!.path as string;
  const rootId = rows[0]!.id as string;
  const grants = [{ role: 'administrator' as const, unitPath }];
  const actor = {
    personId: 'nobody',
    fullName: '',
    rank: null,
    unitId: rootId,
    unitPath,
    grants,
    mustChangePassword: false,
  };
  return { rootId, partIds: rows.slice(1, 11).map(({ id }) => id as string), actor };
}

stageFolder();
process.env.HOCTAP35_DEMO_PEOPLE = '0';
await openInstallation();
for (const count of counts) {
  const { rootId, partIds, actor } = await fillTree(count);
  const asked = { open: [] as string[], page: 1, search: '', withClosed: false };
  const [first, second] = partIds as [string, string];
  const move = async () => {
    for (const parentId of [second, rootId]) {
      const { revision } = await database().read.unit.findUniqueOrThrow({ where: { id: first } });
      const result = await moveUnit(actor, first, { parentId, revision });
      if (result.kind !== 'moved') throw new Error(JSON.stringify(result));
    }
  };
  print({
    what: 'unit-tree',
    units: count,
    pageMs: await timed(() => structurePage(actor, rootId, asked), 100),
    openBranchesMs: await timed(() => structurePage(actor, rootId, { ...asked, open: partIds }), 100),
    searchMs: await timed(() => unitsFound(actor, 'unit.manage', 'dai doi 49'), 50),
    moveThereAndBackMs: await timed(move, 10),
  });
}
await database().close();
useDatabase(undefined);
