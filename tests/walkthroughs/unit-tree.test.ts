import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { transferPerson } from '#app/features/org/commands/people/transfer-person.server.ts';
import { addUnit } from '#app/features/org/commands/tree/add-unit.server.ts';
import { closeUnit } from '#app/features/org/commands/tree/close-unit.server.ts';
import { mergeUnit } from '#app/features/org/commands/tree/merge-unit.server.ts';
import { moveUnit } from '#app/features/org/commands/tree/move-unit.server.ts';
import { orderUnit } from '#app/features/org/commands/tree/order-unit.server.ts';
import { renameUnit } from '#app/features/org/commands/tree/rename-unit.server.ts';
import { reopenUnit } from '#app/features/org/commands/tree/reopen-unit.server.ts';
import { undoMerger } from '#app/features/org/commands/tree/undo-merger.server.ts';
import { mergerOf } from '#app/features/org/queries/tree/merger-of.server.ts';
import { verifyStrength } from '#app/features/org/queries/verify-strength.server.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { childPath } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';

useTestDatabase();

let corps: Corps;
beforeEach(async () => {
  corps = await buildCorps();
});

const unit = (id: string) => database().read.unit.findUniqueOrThrow({ where: { id } });
const spans = (unitId: string) =>
  database().read.unitSpan.findMany({ where: { unitId }, orderBy: [{ fromAt: 'asc' }, { id: 'asc' }] });
const add = async (parentId: string, name: string, actor: Actor = corps.khoi) => {
  const id = newId();
  const result = await addUnit(actor, parentId, { id, name, shortName: '', kind: 'platoon' });
  if (result.kind !== 'added') throw new Error(JSON.stringify(result));
  return id;
};
const move = async (unitId: string, parentId: string, revision?: number) =>
  moveUnit(corps.khoi, unitId, { parentId, revision: revision ?? (await unit(unitId)).revision });

/** Paths follow parents, strengths follow people, open spans say what units say, no interval overlaps. */
async function expectConsistent(root: string): Promise<void> {
  const units = await database().read.unit.findMany({ where: { path: { contains: root } }, include: { spans: true } });
  const byId = new Map(units.map((each) => [each.id, each]));
  for (const each of units) {
    const parent = each.parentId ? byId.get(each.parentId)! : null;
    expect(each.path).toBe(childPath(parent?.path ?? null, each.id));
    const people = await database().read.person.count({ where: { unitId: each.id, leftAt: null } });
    expect(each.strength).toBe(people);
    const below = units.filter(({ path }) => path.startsWith(each.path));
    expect(each.subtreeStrength).toBe(below.reduce((sum, { strength }) => sum + strength, 0));
    const open = each.spans.filter(({ untilAt }) => untilAt === null);
    expect(open).toHaveLength(each.closedAt ? 0 : 1);
    if (open[0]) {
      const { parentId, kind, name, shortName, path, position } = each;
      expect(open[0]).toMatchObject({ parentId, kind, name, shortName, path, position });
    }
    if (each.closedAt) {
      expect(people).toBe(0);
      expect(units.filter(({ parentId, closedAt }) => parentId === each.id && !closedAt)).toEqual([]);
    }
  }
}

describe('the tree of units', () => {
  it('adds a unit once however often the form comes, with names that siblings do not bear', async () => {
    const form = { id: newId(), name: '  Trung đội   1 ', shortName: '', kind: 'platoon' };
    const both = await Promise.all([
      addUnit(corps.khoi, corps.c1.id, form),
      addUnit(corps.khoi, corps.c1.id, { ...form }),
    ]);
    expect(both).toEqual([
      { kind: 'added', unitId: form.id },
      { kind: 'added', unitId: form.id },
    ]);
    expect(await unit(form.id)).toMatchObject({ name: 'Trung đội 1', path: `${corps.c1.path}${form.id}/` });
    expect(await addUnit(corps.khoi, corps.c1.id, { ...form, id: newId() })).toEqual({
      kind: 'invalid',
      problems: { name: 'taken' },
    });
    expect(
      await addUnit(corps.khoi, corps.c1.id, { id: newId(), name: '', shortName: 'x'.repeat(50), kind: 'x' }),
    ).toEqual({ kind: 'invalid', problems: { name: 'missing', shortName: 'too-long', kind: 'unknown' } });
    await expect(add(corps.c1.id, 'Lạ', corps.thuy)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('renames with history, finds a second press done, and tells the slower of two editors', async () => {
    const naming = { name: 'Đại đội 1 (mới)', shortName: 'c1', kind: 'company' };
    expect(await renameUnit(corps.khoi, corps.c1.id, { ...naming, revision: 1 })).toEqual({ kind: 'renamed' });
    expect(await renameUnit(corps.khoi, corps.c1.id, { ...naming, revision: 1 })).toEqual({ kind: 'unchanged' });
    expect(await renameUnit(corps.khoi, corps.c1.id, { ...naming, name: 'Khác', revision: 1 })).toEqual({
      kind: 'refused',
      reason: 'changed-meanwhile',
    });
    const [before, after] = await spans(corps.c1.id);
    expect(before!.name).toBe('Đại đội C1');
    expect(after).toMatchObject({ name: naming.name, untilAt: null, fromAt: before!.untilAt });
  });

  it('moves a unit with everything below, refuses a cycle, and lets sessions see the new place at once', async () => {
    const platoon = await add(corps.c1.id, 'Trung đội 1');
    expect(await move(corps.s1.id, platoon)).toEqual({ kind: 'refused', reason: 'cycle' });
    expect(await move(corps.s1.id, corps.s1.id)).toEqual({ kind: 'refused', reason: 'cycle' });
    expect(await move(corps.corps.id, corps.s1.id)).toEqual({ kind: 'refused', reason: 'top' });
    expect(await move(corps.c1.id, corps.s2.id, 7)).toEqual({ kind: 'refused', reason: 'changed-meanwhile' });
    expect(await move(corps.c1.id, corps.s2.id)).toEqual({ kind: 'moved' });
    expect(await move(corps.c1.id, corps.s2.id, 1)).toEqual({ kind: 'unchanged' });
    expect((await unit(platoon)).path).toBe(`${corps.s2.path}${corps.c1.id}/${platoon}/`);
    expect([(await unit(corps.s1.id)).subtreeStrength, (await unit(corps.s2.id)).subtreeStrength]).toEqual([2, 5]);
    expect(await spans(platoon)).toHaveLength(2);
    await expectConsistent(corps.corps.id);
  });

  it('lets an administrator of a part neither take units out of a superior nor reach beyond the own part', async () => {
    const local: Actor = { ...corps.thuy, grants: [{ role: 'administrator', unitPath: corps.s1.path }] };
    const place = (unitId: string, parentId: string) => moveUnit(local, unitId, { parentId, revision: 1 });
    await expect(place(corps.c1.id, corps.s2.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(place(corps.c3.id, corps.s1.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await closeUnit(local, corps.s1.id, { revision: 1 })).toMatchObject({ reason: 'beyond-reach' });
    expect(await place(corps.c1.id, corps.c2.id)).toEqual({ kind: 'moved' });
  });

  it('allows one of two moves that together would make a cycle', async () => {
    const results = await Promise.all([move(corps.s1.id, corps.c3.id, 1), move(corps.s2.id, corps.c1.id, 1)]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['moved', 'refused']);
    expect(results.find(({ kind }) => kind === 'refused')).toMatchObject({ reason: 'cycle' });
    await expectConsistent(corps.corps.id);
  });

  it('orders siblings, and the same order said again changes nothing', async () => {
    const put = (unitId: string, neighbourId: string, side: 'before' | 'after') =>
      orderUnit(corps.khoi, corps.s1.id, { unitId, neighbourId, side });
    expect(await put(corps.c2.id, corps.c1.id, 'before')).toBe('ordered');
    expect(await put(corps.c2.id, corps.c1.id, 'before')).toBe('unchanged');
    expect(await put(corps.c3.id, corps.c1.id, 'before')).toBe('unchanged');
    expect([(await unit(corps.c2.id)).position, (await unit(corps.c1.id)).position]).toEqual([1, 2]);
    await expectConsistent(corps.corps.id);
  });

  it('closes only an empty unit, says what is in it, ends roles on it, and opens it again', async () => {
    const empty = await add(corps.c1.id, 'Trung đội trống');
    expect(await closeUnit(corps.khoi, corps.c1.id, { revision: 1 })).toEqual({
      kind: 'refused',
      reason: 'not-empty',
      contents: { people: 3, openParts: 1 },
    });
    await database().write((tx) =>
      tx.roleGrant.create({
        data: { id: newId(), personId: corps.an.personId, role: 'leader', unitId: empty, fromAt: new Date(0) },
      }),
    );
    expect(await closeUnit(corps.khoi, empty, { revision: 1 })).toEqual({ kind: 'closed' });
    expect(await closeUnit(corps.khoi, empty, { revision: 1 })).toEqual({ kind: 'unchanged' });
    const grant = await database().read.roleGrant.findFirstOrThrow({ where: { unitId: empty } });
    expect(grant.untilAt).not.toBeNull();
    expect(await move(corps.c1.id, empty)).toEqual({ kind: 'refused', reason: 'cycle' });
    expect(await move(corps.c2.id, empty)).toEqual({ kind: 'refused', reason: 'target-closed' });
    expect(await reopenUnit(corps.khoi, empty)).toEqual({ kind: 'reopened' });
    await expectConsistent(corps.corps.id);
  });

  it('merges a unit into another with its people, intervals, guests and sub-units', async () => {
    const platoon = await add(corps.c1.id, 'Trung đội 1');
    const at = new Date(1000);
    await database().write((tx) =>
      tx.attachment.createMany({
        data: [corps.dung, corps.em].map(({ personId }) => ({
          ...{ id: newId(), personId, unitId: corps.c1.id, fromAt: at, createdAt: at },
        })),
      }),
    );
    const revision = (await unit(corps.c1.id)).revision;
    const form = { intoId: corps.c2.id, revision, note: 'QĐ 12' };
    expect(await mergeUnit(corps.khoi, corps.c1.id, { ...form, intoId: platoon })).toMatchObject({ reason: 'cycle' });
    expect(await mergeUnit(corps.khoi, corps.c1.id, { ...form, intoId: corps.c1.id })).toMatchObject({
      reason: 'itself',
    });
    expect(await mergeUnit(corps.khoi, corps.c1.id, form)).toEqual({ kind: 'merged', people: 3, parts: 1 });
    expect(await mergeUnit(corps.khoi, corps.c1.id, form)).toEqual({ kind: 'unchanged' });
    expect(await unit(corps.c1.id)).toMatchObject({ strength: 0, mergedIntoId: corps.c2.id });
    expect(await unit(corps.c2.id)).toMatchObject({ strength: 4, subtreeStrength: 4 });
    expect((await unit(platoon)).path).toBe(`${corps.c2.path}${platoon}/`);
    const intervals = await database().read.unitMembership.findMany({
      where: { personId: corps.an.personId },
      orderBy: { fromAt: 'asc' },
    });
    expect(intervals.map(({ unitId, rank, note }) => [unitId, rank, note])).toEqual([
      [corps.c1.id, 'Binh nhất', ''],
      [corps.c2.id, 'Binh nhất', 'QĐ 12'],
    ]);
    expect(intervals[0]!.untilAt).toEqual(intervals[1]!.fromAt);
    const guests = await database().read.attachment.findMany({ where: { endedAt: null, unitId: corps.c2.id } });
    expect(guests.map(({ personId }) => personId)).toEqual([corps.em.personId]);
    await expectConsistent(corps.corps.id);
  });

  describe('a merger that is taken back', () => {
    const merge = async () =>
      mergeUnit(corps.khoi, corps.c1.id, {
        ...{ intoId: corps.c2.id, note: 'QĐ 12' },
        revision: (await unit(corps.c1.id)).revision,
      });
    const transfer = async ({ personId }: Actor, unitId: string) => {
      const { revision } = await database().read.person.findUniqueOrThrow({ where: { id: personId } });
      return transferPerson(corps.khoi, personId, { unitId, effectiveOn: '', note: '', revision });
    };
    const unitOf = async ({ personId }: Actor) =>
      (await database().read.person.findUniqueOrThrow({ where: { id: personId } })).unitId;

    it('brings home people, guests and sub-units, once, and keeps the time together in the histories', async () => {
      const platoon = await add(corps.c1.id, 'Trung đội 1');
      await database().write((tx) =>
        tx.attachment.create({
          data: {
            ...{ id: newId(), personId: corps.em.personId, unitId: corps.c1.id },
            ...{ fromAt: new Date(1000), createdAt: new Date(1000) },
          },
        }),
      );
      expect(await undoMerger(corps.khoi, corps.c1.id)).toEqual({ kind: 'unchanged' });
      await merge();
      expect(await mergerOf(corps.khoi, corps.c1.id)).toEqual({
        ...{ into: { id: corps.c2.id, name: 'Đại đội C2' }, people: 3, parts: 1, elsewhere: 0 },
      });
      const both = await Promise.all([undoMerger(corps.khoi, corps.c1.id), undoMerger(corps.khoi, corps.c1.id)]);
      expect(both.map(({ kind }) => kind).sort()).toEqual(['unchanged', 'undone']);
      expect(both).toContainEqual({ kind: 'undone', people: 3, parts: 1 });
      expect(await unit(corps.c1.id)).toMatchObject({ strength: 3, closedAt: null, mergedIntoId: null });
      expect(await unit(corps.c2.id)).toMatchObject({ strength: 1, subtreeStrength: 1 });
      expect((await unit(platoon)).path).toBe(`${corps.c1.path}${platoon}/`);
      const intervals = await database().read.unitMembership.findMany({
        where: { personId: corps.an.personId },
        orderBy: [{ fromAt: 'asc' }, { untilAt: 'asc' }],
      });
      expect(intervals.map(({ unitId }) => unitId)).toEqual([corps.c1.id, corps.c2.id, corps.c1.id]);
      const guests = await database().read.attachment.findMany({
        where: { endedAt: null, personId: corps.em.personId },
      });
      expect(guests.map(({ unitId }) => unitId)).toEqual([corps.c1.id]);
      await expectConsistent(corps.corps.id);
      expect((await verifyStrength()).length).toBe(0);
    });

    it('leaves those where they are who have gone on since, and who belonged there before', async () => {
      const platoon = await add(corps.c1.id, 'Trung đội 1');
      await merge();
      await transfer(corps.an, corps.c3.id);
      await transfer(corps.binh, corps.c3.id);
      await transfer(corps.binh, corps.c2.id);
      await move(platoon, corps.s2.id);
      expect(await mergerOf(corps.khoi, corps.c1.id)).toMatchObject({ people: 1, parts: 0, elsewhere: 2 });
      expect(await undoMerger(corps.khoi, corps.c1.id)).toEqual({ kind: 'undone', people: 1, parts: 0 });
      expect(await Promise.all([corps.an, corps.binh, corps.cuong, corps.dung].map(unitOf))).toEqual([
        ...[corps.c3.id, corps.c2.id, corps.c1.id, corps.c2.id],
      ]);
      expect((await unit(platoon)).parentId).toBe(corps.s2.id);
      await expectConsistent(corps.corps.id);
    });

    it('is refused for a unit that was just closed, one whose place is gone or taken, and to who may not', async () => {
      const platoon = await add(corps.c1.id, 'Trung đội trống');
      await closeUnit(corps.khoi, platoon, { revision: 1 });
      expect(await undoMerger(corps.khoi, platoon)).toMatchObject({ reason: 'not-merged' });
      await merge();
      const local: Actor = { ...corps.thuy, grants: [{ role: 'administrator', unitPath: corps.c1.path }] };
      expect(await undoMerger(local, corps.c1.id)).toMatchObject({ reason: 'beyond-reach' });
      await expect(undoMerger(corps.thuy, corps.c1.id)).rejects.toMatchObject({ code: 'forbidden' });
      await add(corps.s1.id, 'Đại đội C1');
      expect(await undoMerger(corps.khoi, corps.c1.id)).toMatchObject({ reason: 'name-taken' });
    });

    it('makes no cycle where the tree above has come under one of its parts', async () => {
      const battalion = await add(corps.s2.id, 'Tiểu đoàn 9');
      const company = await add(battalion, 'Đại đội 9');
      const platoon = await add(company, 'Trung đội 9');
      const { revision } = await unit(company);
      await mergeUnit(corps.khoi, company, { intoId: corps.c1.id, revision, note: '' });
      expect(await move(battalion, platoon)).toEqual({ kind: 'moved' });
      expect(await undoMerger(corps.khoi, company)).toEqual({ kind: 'undone', people: 0, parts: 0 });
      await expectConsistent(corps.corps.id);
    });
  });

  it('stays consistent after any row of changes', async () => {
    const { pick } = seededRandom('unit-tree');
    const ids = [corps.s1.id, corps.s2.id, corps.c1.id, corps.c2.id, corps.c3.id];
    const done = new Set<string>();
    for (let step = 0; step < 120; step += 1) {
      const [a, b] = [pick(ids), pick(ids)];
      const { revision, closedAt } = await unit(a);
      const what = pick(['add', 'add', 'move', 'move', 'move', 'merge', 'close', 'reopen', 'rename', 'order'] as const);
      const key = { id: newId(), name: `Đơn vị ${step}`, shortName: '', kind: 'squad' };
      let result: { kind: string } | string;
      if (what === 'add') {
        result = await addUnit(corps.khoi, a, key);
        if (result.kind === 'added') ids.push(key.id);
      } else if (what === 'move') result = await moveUnit(corps.khoi, a, { parentId: b, revision });
      else if (what === 'merge' && step % 4 === 0)
        result = await mergeUnit(corps.khoi, a, { intoId: b, revision, note: '' });
      else if (what === 'close') result = await closeUnit(corps.khoi, a, { revision });
      else if (what === 'rename') result = await renameUnit(corps.khoi, a, { ...key, revision });
      else if (what === 'order')
        result = await orderUnit(corps.khoi, corps.s1.id, { unitId: a, neighbourId: b, side: 'after' });
      else if (closedAt && step % 2 === 0) result = await undoMerger(corps.khoi, a);
      else result = closedAt ? await reopenUnit(corps.khoi, a) : 'open';
      done.add(`${what} ${typeof result === 'string' ? result : result.kind}`);
    }
    for (const kind of ['add added', 'move moved', 'move refused', 'merge merged', 'close closed', 'rename renamed'])
      expect(done).toContain(kind);
    await expectConsistent(corps.corps.id);
  }, 60_000);
});
