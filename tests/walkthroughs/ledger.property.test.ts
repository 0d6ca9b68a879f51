import { beforeAll, expect, it } from 'vitest';
import { everybody } from '#app/features/progress/core/people-filter.ts';
import { assignedOf, notAssignedOf, type Rollup } from '#app/features/progress/core/rollup.ts';
import { classifications, statuses } from '#app/features/progress/core/status.ts';
import { readGrid } from '#app/features/progress/data/rollups.server.ts';
import { readTrend } from '#app/features/progress/data/trend.server.ts';
import { countUnitPeople } from '#app/features/progress/data/unit-people.server.ts';
import { findUnitAsOf } from '#app/features/progress/data/units-as-of.server.ts';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { dateOf, endOfDay, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildRandomCorps, happen, type RandomCorps } from '#tests/fixtures/random-history.ts';

useTestDatabase();

// The ordinary suite lives through 1,500 events; LEDGER_EVENTS=10000 through as many, LEDGER_SEED through other ones.
const events = Number(process.env.LEDGER_EVENTS ?? 1500);
const seed = process.env.LEDGER_SEED ?? 'so-cai';
const checks = 4;

const chance = seededRandom(seed);
let clock = new Date('2026-06-01T01:00:00Z');
let world: RandomCorps;

beforeAll(async () => {
  setClock(() => clock);
  world = await buildRandomCorps(chance);
}, 60_000);

const assignmentIds = async () =>
  (await database().read.assignment.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id);

/** What a leader of any unit could have read: name, strength, figures of own people and subtree, the units below. */
async function figuresOf(unitId: string, assignments: readonly string[], asOf: Date | null): Promise<string> {
  const grid = await readGrid(database().sql, unitId, assignments, asOf);
  if (!grid) return 'none';
  const { unit, children, cell } = grid;
  const open = children.filter(({ isClosed, strength }) => !isClosed || strength > 0);
  const shown = (id: string) => assignments.map((assignmentId) => cell(id, assignmentId));
  return JSON.stringify([unit.name, unit.path, shown(unitId), open.map(({ id, name }) => [id, name, shown(id)])]);
}

async function openUnits(): Promise<string[]> {
  return (await database().read.unit.findMany({ where: { closedAt: null }, select: { id: true } })).map(({ id }) => id);
}

type Recorded = Map<string, string>;

async function record(): Promise<Recorded> {
  const assignments = await assignmentIds();
  const figures: Recorded = new Map();
  for (const unitId of await openUnits()) figures.set(unitId, await figuresOf(unitId, assignments, null));
  return figures;
}

async function expectSound(happened: readonly string[]): Promise<void> {
  const { differences } = await verifyCounters();
  expect(differences, `seed ${seed}, after ${happened.length} events: ${happened.slice(-8).join(', ')}`).toEqual([]);
  const { sql } = database();
  for (const unitId of await openUnits()) {
    const grid = (await readGrid(sql, unitId, await assignmentIds(), null))!;
    for (const id of await assignmentIds()) {
      const { total, own } = grid.cell(unitId, id);
      const parts = grid.children.map((child) => grid.cell(child.id, id).total);
      for (const figure of [assignedOf, (each: Rollup) => each.strength])
        expect(figure(own) + parts.reduce((sum, each) => sum + figure(each), 0)).toBe(figure(total));
      for (const each of [total, own]) {
        expect(notAssignedOf(each)).toBeGreaterThanOrEqual(0);
        expect(Math.min(...Object.values(each.byStatus), ...Object.values(each.byClass))).toBeGreaterThanOrEqual(0);
      }
    }
  }
}

/** The list of people as of a day holds as many as each figure of that day. */
async function expectListed(unitId: string, assignmentId: string, day: LocalDate): Promise<void> {
  const { sql } = database();
  const asOf = endOfDay(day);
  const unit = await findUnitAsOf(sql, unitId, asOf);
  if (!unit) return;
  const { total } = (await readGrid(sql, unitId, [assignmentId], asOf))!.cell(unitId, assignmentId);
  const question = { path: unit.path, assignmentId, dueAt: null, now: asOf, asOf, awayIds: [] };
  const count = (filter: object) => countUnitPeople(sql, { ...question, filter: { ...everybody, ...filter } });
  expect(await count({})).toBe(total.strength);
  for (const standing of statuses) expect(await count({ standing })).toBe(total.byStatus[standing]);
  for (const classification of classifications)
    expect(await count({ classification })).toBe(total.byClass[classification]);
}

it(`keeps every figure true through ${events} random events, and gives each day again as it was`, async () => {
  const days = new Map<LocalDate, Recorded>();
  const happened: string[] = [];
  for (let index = 1; index <= events; index += 1) {
    // One in ten happens in the same instant as the one before.
    const next = chance.next() < 0.1 ? clock : new Date(clock.getTime() + chance.int(5_400_000));
    // Twice a week somebody reads the figures at the end of the day.
    const day = dateOf(clock);
    if (dateOf(next) !== day && days.size * 3.5 < (clock.getTime() - Date.parse('2026-06-01')) / 86_400_000)
      days.set(day, await record());
    clock = next;
    happened.push(await happen(world, chance));
    if (index % Math.ceil(events / checks) === 0) await expectSound(happened);
  }
  await expectSound(happened);
  expect(new Set(happened).size).toBeGreaterThan(15);

  const assignments = await assignmentIds();
  for (const [day, figures] of days) {
    for (const [unitId, before] of figures)
      expect(await figuresOf(unitId, assignments, endOfDay(day)), `${unitId} on ${day}`).toBe(before);
  }
  expect(days.size).toBeGreaterThan(events / 150);
  const recorded = [...days.keys()];
  for (let sample = 0; sample < 12; sample += 1) {
    const day = chance.pick(recorded);
    await expectListed(chance.pick([...days.get(day)!.keys()]), chance.pick(assignments), day);
  }
  const [from, until] = [recorded[0]!, recorded.at(-1)!];
  const trend = await readTrend(database().sql, { unitId: world.corps.id, assignmentId: assignments[0]!, from, until });
  for (const { day, rollup } of trend) {
    const grid = (await readGrid(database().sql, world.corps.id, assignments, endOfDay(day)))!;
    expect(rollup, day).toEqual(grid.cell(world.corps.id, assignments[0]!).total);
  }
}, 600_000);
