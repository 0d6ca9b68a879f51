/**
 * The screen at the top of a corps, and what one completion costs, with few people and with many in the same run:
 * `--people 1000000 [--few 1000] [--units 10000] [--database postgresql] [--seconds 5] [--completions 300] [--screen-only] [--verify]`. The baselines:
 * the same screen over the few, and the figures counted anew by GROUP BY. Units follow the people: one for each hundred.
 */

import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { transferPerson } from '#app/features/org/commands/people/transfer-person.server.ts';
import { readParts } from '#app/features/progress/data/rollups.server.ts';
import { unitPicture } from '#app/features/progress/queries/picture/unit-picture.server.ts';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import { dateOf, endOfDay } from '#app/kernel/vietnam-time.ts';
import { database } from '#app/platform/db/database.server.ts';
import { startPostgresql } from '../../scripts/temporary-postgresql.mjs';
import { argument } from './arguments.ts';
import { type BenchCorps, fillCorps } from './corps-stage.ts';
import { load, print, quantile, residentMegabytes, rounded } from './measure.ts';
import { actorOf, onStage, sessionCookie, stageFolder, startProduct } from './stage.ts';

const many = Number(argument('people', '30000'));
const few = Number(argument('few', '1000'));
const seconds = Number(argument('seconds', '5'));
const completions = Number(argument('completions', '300'));
const isPostgresql = argument('database', 'sqlite') === 'postgresql';
/** Without the product over HTTP: the queries alone. */
const isScreenOnly = process.argv.includes('--screen-only');
const isVerified = process.argv.includes('--verify');
const unitsFor = (people: number) =>
  people === many && process.argv.includes('--units')
    ? Number(argument('units', '0'))
    : Math.max(11, Math.round(people / 100));

interface Times {
  p50: number;
  p95: number;
}

/** Milliseconds of one call after the other, at least `least` of them and for two seconds; a tenth of them warms up. */
async function timed(work: (index: number) => Promise<unknown>, least = 100, most = 2000): Promise<Times> {
  const times: number[] = [];
  const until = performance.now() + 2000;
  for (let index = 0; index < most && (index < least || performance.now() < until); index += 1) {
    const started = performance.now();
    await work(index);
    times.push(performance.now() - started);
  }
  const kept = times.slice(Math.floor(times.length / 10));
  return { p50: rounded(quantile(kept, 0.5)), p95: rounded(quantile(kept, 0.95)) };
}

/** The figures of the parts of a unit from the enrolments themselves: what the counters save. */
const recount = ({ unitId, assignmentId }: BenchCorps) =>
  database().sql.all(
    `SELECT c."id", e."status", COUNT(*) AS n FROM "Unit" c
       JOIN "Unit" u ON u."path" >= c."path" AND u."path" < SUBSTR(c."path", 1, LENGTH(c."path") - 1) || '0'
       JOIN "Enrolment" e ON e."unitId" = u."id" AND e."assignmentId" = ? AND e."releasedAt" IS NULL
      WHERE c."parentId" = ? GROUP BY c."id", e."status"`,
    assignmentId,
    unitId,
  );

/** One person reads a lesson: not started -> in progress, or in progress -> completed. The whole transaction, flushed. */
async function complete({ courseId, lessonIds, beginners }: BenchCorps, index: number): Promise<void> {
  const personId = beginners[Math.floor(index / 2) % beginners.length]!;
  const lessonId = lessonIds[index % 2]!;
  await transact(theSystem, 'courses.lesson-read', async ({ sql, at, record, emit }) => {
    await sql.run(
      `INSERT INTO "LessonRead" ("personId", "lessonId", "courseId", "openedAt", "readAt", "scroll", "updatedAt")
       VALUES (?, ?, ?, ?, ?, 1, ?) ON CONFLICT DO NOTHING`,
      ...[personId, lessonId, courseId, at, at, at],
    );
    record(lessonId, {});
    emit({ type: 'lesson-read', personId, courseId, lessonId });
  });
}

/** One person goes to the unit that the leader belongs to: intervals, strengths, audience, counters. */
async function transferOne(leader: Actor, { beginners }: BenchCorps, index: number): Promise<void> {
  const form = { unitId: leader.unitId, effectiveOn: '', note: '', revision: 1 };
  await transferPerson(leader, beginners[beginners.length - 1 - index]!, form);
}

/** Twenty at a time, each another person: everybody meets at the counters of the corps. */
async function rush(corps: BenchCorps, from: number, count: number): Promise<number> {
  const started = performance.now();
  let next = from;
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      while (next < from + count) {
        const person = next;
        next += 1;
        await complete(corps, person * 2);
        await complete(corps, person * 2 + 1);
      }
    }),
  );
  return Math.round((2 * count) / ((performance.now() - started) / 1000));
}

/** The page as a browser gets it, from the built product. */
async function wholePage(unitId: string, cookie: string) {
  const product = await startProduct();
  const measured = await load(
    { port: product.port, pid: product.pid, connections: 1, seconds },
    () => ({ method: 'GET', path: `/units/${unitId}`, headers: { Cookie: cookie } }),
    (status, text) => status === 200 && text.includes('</html>'),
  );
  const megabytes = residentMegabytes(product.pid);
  await product.stop();
  return { ...measured, megabytes };
}

async function measure(people: number, server: Awaited<ReturnType<typeof startPostgresql>>) {
  stageFolder();
  if (server) process.env.DATABASE_URL = `${server.url}/postgres`;
  const { corps, cookie, figures } = await onStage(async () => {
    const made = performance.now();
    const filled = await fillCorps(people, unitsFor(people));
    const generatedSeconds = rounded((performance.now() - made) / 1000, 1);
    const leader = await actorOf(filled.leaderId);
    const { sql } = database();
    const then = endOfDay(dateOf(new Date(Date.now() - 30 * 86_400_000)));
    const screen = await timed(() => unitPicture(leader, filled.unitId));
    const parts = await timed(() => readParts(sql, filled.unitId, filled.assignmentId, null));
    const screenThen = await timed(() => unitPicture(leader, filled.unitId, { asOf: then }), 20);
    const groupBy = await timed(() => recount(filled), 3, 20);
    const count = Math.min(completions, Math.floor(filled.beginners.length / 3));
    const completion = await timed((index) => complete(filled, index), 2 * count, 2 * count);
    const transfer = await timed((index) => transferOne(leader, filled, index), 40, 40);
    const perSecond = await rush(filled, count, count);
    const shown = { people, units: filled.units, generatedSeconds, steps: filled.took };
    return {
      corps: filled,
      cookie: await sessionCookie(filled.leaderId),
      figures: {
        ...shown,
        screen,
        parts,
        screenThen,
        groupBy,
        completion,
        transfer,
        completionsPerSecondOf20: perSecond,
      },
    };
  });
  const page = isScreenOnly ? null : await wholePage(corps.unitId, cookie);
  print({ bench: 'unit-dashboard', database: server ? 'postgresql' : 'sqlite', ...figures, page });
  if (isVerified) {
    await onStage(async () => {
      const started = performance.now();
      const { differences } = await verifyCounters();
      const took = rounded((performance.now() - started) / 1000, 1);
      print({
        verified: people,
        differences: differences.length,
        seconds: took,
        megabytes: residentMegabytes(process.pid),
      });
      if (differences.length > 0) print({ first: differences[0] });
    });
  }
  return { ...figures, page };
}

const results: Awaited<ReturnType<typeof measure>>[] = [];
for (const people of [few, many]) {
  const server = isPostgresql ? await startPostgresql() : null;
  if (isPostgresql && !server) {
    console.error('This machine has no PostgreSQL (initdb, postgres): set POSTGRESQL_BIN or install it.');
    process.exit(1);
  }
  results.push(await measure(people, server));
  await server?.stop();
}
const [small, large] = results as [(typeof results)[0], (typeof results)[0]];
const ratio = (of: (figures: (typeof results)[0]) => number) => rounded(of(large) / of(small), 2);
print({
  bench: 'unit-dashboard',
  ratioOfScreen: { p50: ratio(({ screen }) => screen.p50), p95: ratio(({ screen }) => screen.p95) },
  ...(isScreenOnly
    ? {}
    : { ratioOfPage: { p50: ratio(({ page }) => page!.p50), p99: ratio(({ page }) => page!.p99) } }),
  ratioOfCompletion: { p50: ratio(({ completion }) => completion.p50), p95: ratio(({ completion }) => completion.p95) },
  timesFasterThanGroupBy: rounded(large.groupBy.p50 / large.parts.p50, 0),
  aim: 2,
});
process.exit(0);
