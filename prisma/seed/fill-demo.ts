import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { demonstrationMarks } from '#app/features/audit/core/demonstration-marks.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { now, setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { assignDemo } from './assign.ts';
import { day } from './calendar.ts';
import { castParts } from './cast.ts';
import { loadCourseBank } from './course-bank.ts';
import { demoIds } from './demo-ids.ts';
import { chooseExempt, exempt } from './exempt.ts';
import { holdExams } from './hold-exams.ts';
import { importContent } from './import-content.ts';
import { planPeople } from './people.ts';
import { settleAssignment, verifyDemo } from './settle.ts';
import { actorOf, storeAccounts, writeAccountsFile } from './store-accounts.ts';
import { storeCorps } from './store-corps.ts';
import { storeHistory } from './store-history.ts';
import { historian, type Story } from './tell-history.ts';
import { planUnits } from './units.ts';
import { writeEssays } from './write-essays.ts';
import { spoilKey } from './wrong-key.ts';

/** Changing it makes other people with other histories; tests and pictures know this one. */
const defaultSeed = 'quan-doan-90';

export type Phase = 'corps' | 'content' | 'history' | 'counters';

export interface FillOptions {
  /** 60 or more. */
  people: number;
  /** How far a phase is; `total` is the same from its first to its last call. */
  onProgress?: (phase: Phase, done: number, total: number) => void;
  seed?: string;
}

export interface Filled {
  people: number;
  units: number;
  reads: number;
  attempts: number;
  answers: number;
  accountsFile: string;
}

/** How many people's histories are stored in one transaction. */
const batch = 250;

/**
 * Fills an empty database with the demonstration: a corps, the course, three months of study and exams that end now.
 * Everything follows from the seed but the days, which count back from now, and which question a drawn place of a paper
 * got, which depends on the ids of the bank. Throws when there are units already.
 */
export async function fillDemo({
  people: count,
  onProgress = () => undefined,
  seed = defaultSeed,
}: FillOptions): Promise<Filled> {
  await refuseUnlessEmpty();
  const until = now();
  const daysAgo = (days: number) => new Date(until.getTime() - Math.round(days * day));
  const liveAt = (instant: Date) => setClock(() => instant);
  try {
    onProgress('corps', 0, count);
    liveAt(daysAgo(97));
    const plan = planUnits(count);
    const { units, people } = await storeCorps(seed, { units: plan, people: planPeople(seed, plan) });
    const cast = castParts(units, people);
    const parts = Object.values(cast);
    await storeAccounts(seed, people, parts);
    onProgress('corps', count, count);

    onProgress('content', 0, 1);
    liveAt(daysAgo(95));
    const courseId = await importContent(units[0]!.id);
    liveAt(daysAgo(93));
    const author = actorOf(cast.author);
    await spoilKey(author);
    const bank = await loadCourseBank(courseId);
    onProgress('content', 1, 1);

    const assignments = await assignDemo(author, { bank, units, until, liveAt });
    const playing = new Set(parts.map(({ person }) => person.id));
    const exempted = chooseExempt(
      seed,
      people.filter(({ id }) => !playing.has(id)),
    );
    const deciders = [cast.divisionLeader, cast.corpsLeader].map(actorOf);
    await exempt(
      seed,
      exempted,
      deciders,
      assignments.map(({ id }) => id),
      (index) => liveAt(daysAgo(40 - (28 * index) / exempted.length)),
    );

    liveAt(until);
    const story: Story = { seed, bank, units, people, cast, exempted, assignments, until };
    const tell = historian(story, demoIds(seededRandom(`${seed}/attempts`)));
    const totals = { reads: 0, attempts: 0, answers: 0 };
    // In batches: three months of 30,000 people would not fit into the memory at once.
    for (let from = 0; from < count; from += batch) {
      onProgress('history', from, count);
      const histories = people.slice(from, from + batch).flatMap((person) => tell(person) ?? []);
      const stored = await storeHistory(courseId, histories);
      for (const name of ['reads', 'attempts', 'answers'] as const) totals[name] += stored[name];
    }
    onProgress('history', count, count);
    const sat = await holdExams(actorOf(cast.examiner), { seed, bank, units, people, playing, until, liveAt });
    const essays = await writeEssays(actorOf(cast.examiner), { seed, courseId, units, people, playing, until, liveAt });
    for (const name of ['attempts', 'answers'] as const) totals[name] += sat[name] + essays[name];
    liveAt(until);
    for (const [index, { id }] of assignments.entries()) {
      onProgress('counters', index, assignments.length + 1);
      await settleAssignment(id);
    }
    await verifyDemo();
    const filled = { people: people.length, units: units.length, ...totals };
    await transact(theSystem, 'demo.filled', async ({ record }) => record(demonstrationMarks.completed, filled));
    onProgress('counters', assignments.length + 1, assignments.length + 1);
    return { ...filled, accountsFile: writeAccountsFile(parts) };
  } finally {
    setClock(undefined);
  }
}

async function refuseUnlessEmpty(): Promise<void> {
  const { sql } = database();
  if (!(await sql.get('SELECT 1 AS one FROM "Unit" LIMIT 1'))) return;
  const isMarked = async (mark: string) =>
    (await sql.get('SELECT 1 AS one FROM "AuditEvent" WHERE "subjectId" = ? LIMIT 1', mark)) !== undefined;
  const { begun, completed } = demonstrationMarks;
  const isInterrupted = (await isMarked(begun)) && !(await isMarked(completed));
  throw new Error(
    isInterrupted
      ? 'An earlier filling of the demonstration was interrupted: empty the database (delete the data folder) and fill again.'
      : 'There are units in this database already: the demonstration is only for an empty one.',
  );
}
