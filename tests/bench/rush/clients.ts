/** A process of candidates: told its plan by the bench, tells when all have arrived, and in the end its times. */
import { type Room, RushCandidate, type RushPlan, type Times } from './candidate.ts';

/** How many come into the lobby at once: they arrive over a quarter of an hour in life. */
const atTheDoor = 8;

process.on('message', async (plan: RushPlan) => {
  const times: Times = { start: [], paper: [], begin: [], save: [], saveOnceStarted: [], submit: [] };
  const room: Room = { begun: 0 };
  const failures: Record<string, number> = {};
  const fail = (what: string) => {
    failures[what] = (failures[what] ?? 0) + 1;
  };
  const all = plan.people.map((person) => new RushCandidate(plan, person, times, room, fail));
  const coming = [...all];
  const door = async () => {
    for (let next = coming.pop(); next; next = coming.pop()) await next.arrive();
  };
  await Promise.all(Array.from({ length: atTheDoor }, door));
  process.send?.('arrived');
  await Promise.all(all.map((candidate) => candidate.sit().catch((error: Error) => fail(error.message))));
  process.send?.({ times, failures }, undefined, undefined, () => process.exit(0));
});
