import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { confirmPresence } from '#app/features/org/commands/presence/confirm-presence.server.ts';
import { importPresence } from '#app/features/org/commands/presence/import-presence.server.ts';
import { presenceImportPage, presencePreview } from '#app/features/org/queries/presence/presence-import.server.ts';
import { presenceRoll } from '#app/features/org/queries/presence/presence-roll.server.ts';
import { presenceImportSchema } from '#app/features/org/schema.presence-import.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';

useTestDatabase();

const day = '2026-11-23';
const folder = mkdtempSync(path.join(tmpdir(), 'presence-import-'));
let corps: Corps;
let clerk: Actor;
let numberOf: (actor: Actor) => string;

const preview = (actor: Actor, unitId: string, text: string) => {
  const file = path.join(folder, 'vang.csv');
  writeFileSync(file, `Số hiệu;Lý do;Từ ngày;Đến ngày;Ghi chú\n${text}`);
  return presencePreview(actor, unitId, day, { path: file, name: 'vang.csv' });
};
const stored = async () => ({
  absences: await database().read.absence.findMany({ orderBy: [{ personId: 'asc' }, { fromDay: 'asc' }] }),
  days: await database().read.presenceDay.findMany({ orderBy: [{ day: 'asc' }, { unitId: 'asc' }] }),
  events: await database().read.auditEvent.count({ where: { op: 'org.presence-imported' } }),
});

beforeAll(async () => {
  setClock(() => new Date('2026-11-01T07:00:00+07:00'));
  corps = await buildCorps();
  clerk = { ...corps.an, grants: [{ role: 'clerk', unitPath: corps.c1.path }] };
  const people = await database().read.person.findMany();
  numberOf = ({ personId }) => people.find(({ id }) => id === personId)?.number ?? '';
  setClock(() => new Date(`${day}T07:00:00+07:00`));
  const said = { reason: 'hospital', fromDay: '2026-11-20', untilDay: null, note: '' } as const;
  await confirmPresence(clerk, corps.c1.id, day, [{ personId: corps.binh.personId, ...said }]);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('a problem anywhere keeps the whole file from being written, each at its row and column', async () => {
  const before = await stored();
  const text = `${numberOf(corps.cuong)};Phép\n${numberOf(corps.dung)};Phép\nQN99999;đi chơi`;
  expect(await preview(clerk, corps.c1.id, text)).toMatchObject({
    kind: 'problems',
    problems: [
      { line: 3, field: 'number', code: 'other-unit' },
      { line: 4, field: 'reason', code: 'reason-unknown' },
      { line: 4, field: 'number', code: 'number-unknown' },
    ],
    columns: { number: 0, reason: 1 },
  });
  const row = { reason: 'leave', fromDay: null, untilDay: null, note: '' } as const;
  expect(
    await importPresence(clerk, corps.c1.id, day, [
      { line: 2, number: numberOf(corps.cuong), ...row },
      { line: 3, number: numberOf(corps.dung), ...row },
    ]),
  ).toMatchObject({ kind: 'invalid', problems: [{ line: 3, code: 'other-unit' }] });
  expect(await stored()).toEqual(before);
});

it('is previewed, then written for every unit below, once however often it is sent', async () => {
  const text = `${numberOf(corps.cuong)};Nghỉ phép;20/11/2026;30/11/2026;Về quê\n${numberOf(corps.dung)};CT`;
  const shown = await preview(corps.thuy, corps.s1.id, text);
  if (shown.kind !== 'ready') throw new Error(shown.kind);
  const kinds = new Map(shown.changes.map(({ person, kind }) => [person.personId, kind]));
  expect(Object.fromEntries(kinds)).toEqual({
    ...{ [corps.binh.personId]: 'ended', [corps.cuong.personId]: 'new', [corps.dung.personId]: 'new' },
  });
  const { rows } = presenceImportSchema.parse({ day, rows: JSON.stringify(shown.rows) });
  expect(await importPresence(corps.thuy, corps.s1.id, day, rows)).toMatchObject({
    kind: 'confirmed',
    figures: { strength: 5, present: 3, absent: { leave: 1, duty: 1, hospital: 0 } },
  });
  const once = await stored();
  expect(once.days.map(({ unitId }) => unitId).sort()).toEqual([corps.s1.id, corps.c1.id, corps.c2.id].sort());
  expect(once.absences.find(({ personId }) => personId === corps.binh.personId)?.untilDay).toBe('2026-11-22');
  expect(await importPresence(corps.thuy, corps.s1.id, day, rows)).toMatchObject({ kind: 'unchanged' });
  expect(await stored()).toEqual(once);
  expect(once.events).toBe(1);
  const roll = await presenceRoll(clerk, corps.c1.id, day);
  expect(roll).toMatchObject({ figures: { strength: 3, present: 2, absent: { leave: 1 } }, isStale: false });
  expect(roll.confirmed).not.toBeNull();
});

it('is not there for a unit of others, nor for a day to come', async () => {
  await expect(presenceImportPage(clerk, corps.c2.id, day)).rejects.toMatchObject({ code: 'not-found' });
  await expect(preview(clerk, corps.c2.id, '')).rejects.toMatchObject({ code: 'not-found' });
  await expect(importPresence(clerk, corps.c2.id, day, [])).rejects.toMatchObject({ code: 'not-found' });
  await expect(importPresence(corps.binh, corps.c1.id, day, [])).rejects.toMatchObject({ code: 'forbidden' });
  expect(await importPresence(clerk, corps.c1.id, '2026-11-24', [])).toEqual({ kind: 'refused', reason: 'future' });
});
