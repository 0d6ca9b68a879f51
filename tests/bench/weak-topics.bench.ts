/**
 * What a unit did not understand, from the answers of its people: `--people 100000 [--few 3000] [--database postgresql]`.
 * One exam of twenty questions in eight topics, taken by everybody. The baseline: the same over the few. A company of the
 * large corps is asked too: it must cost a company.
 */
import { weakTopics } from '#app/features/progress/queries/weak-topics/weak-topics.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { insertRows } from '#prisma/seed/insert-rows.ts';
import { startPostgresql } from '../../scripts/temporary-postgresql.mjs';
import { argument } from './arguments.ts';
import { type BenchCorps, fillCorps } from './corps-stage.ts';
import { print, quantile, rounded } from './measure.ts';
import { actorOf, onStage, stageFolder } from './stage.ts';

const many = Number(argument('people', '30000'));
const few = Number(argument('few', '3000'));
const isPostgresql = argument('database', 'sqlite') === 'postgresql';
const questions = 20;
const topics = 8;

const series = (sql: Sql, from: number, until: number) =>
  sql.provider === 'postgresql'
    ? `SELECT i FROM generate_series(${from}, ${until - 1}) AS s(i)`
    : `WITH RECURSIVE s(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM s WHERE i < ${until - 1}) SELECT i FROM s`;

/** Everybody hands in one exam; topic 3 is weak everywhere, and a little weaker in every tenth unit. */
async function fillAnswers({ unitId, courseId, people }: BenchCorps): Promise<void> {
  const at = new Date();
  await database().writeQuietly(async (sql) => {
    const times = { createdAt: at, updatedAt: at };
    await insertRows(sql, 'Quiz', [
      {
        ...{ id: 'z0', code: 'z0', unitId, courseId, title: 'Đo', kind: 'exam', state: 'published', settings: '{}' },
        ...times,
      },
    ]);
    await insertRows(
      sql,
      'QuestionCategory',
      Array.from({ length: topics }, (_, n) => ({ id: `t${n}`, code: `t${n}`, unitId, name: `Chủ đề ${n}` })),
    );
    await insertRows(
      sql,
      'Question',
      Array.from({ length: questions }, (_, n) => ({
        ...{ id: `q${n}`, code: `q${n}`, categoryId: `t${n % topics}`, difficulty: 'easy', ...times },
      })),
    );
    for (let from = 0; from < people; from += 20_000) {
      const some = series(sql, from, Math.min(people, from + 20_000));
      await sql.run(
        `INSERT INTO "Attempt" ("id", "quizId", "personId", "number", "seed", "state", "startedAt", "submittedAt", "gradedAt", "settings", "paper")
         SELECT 'b' || (10000000 + i), 'z0', 'p' || (10000000 + i), 1, '', 'graded', ?, ?, ?, '{}', '{}' FROM (${some}) AS n`,
        ...[at, at, at],
      );
      await sql.run(
        `INSERT INTO "AttemptAnswer" ("attemptId", "slot", "questionId", "questionVersionId", "fraction")
         SELECT 'b' || (10000000 + n.i), k.i + 1, 'q' || k.i, 'q' || k.i || '-1',
                CASE WHEN (n.i * 7 + k.i * 13) % 10 < CASE WHEN k.i % ${topics} = 3 THEN 4 ELSE 8 END THEN 1 ELSE 0 END
           FROM (${some}) AS n CROSS JOIN (${series(sql, 0, questions)}) AS k`,
      );
    }
    if (sql.provider === 'postgresql') await sql.run('ANALYZE');
  });
}

/** Milliseconds of one call after the other. */
async function timed(work: () => Promise<unknown>, times: number) {
  const took: number[] = [];
  for (let index = 0; index <= times; index += 1) {
    const started = performance.now();
    await work();
    if (index > 0) took.push(performance.now() - started);
  }
  return { p50: rounded(quantile(took, 0.5), 1), p95: rounded(quantile(took, 0.95), 1) };
}

async function measure(people: number) {
  stageFolder();
  const server = isPostgresql ? await startPostgresql() : null;
  if (server) process.env.DATABASE_URL = `${server.url}/postgres`;
  const figures = await onStage(async () => {
    const corps = await fillCorps(people, Math.max(11, Math.round(people / 100)));
    await fillAnswers(corps);
    const leader = await actorOf(corps.leaderId);
    const asked = { assignmentId: corps.assignmentId };
    const { topics: shown } = await weakTopics(leader, corps.unitId, asked);
    return {
      ...{ people, units: corps.units, answers: people * questions, topics: shown.length },
      atTheTop: await timed(() => weakTopics(leader, corps.unitId, asked), 5),
      ofACompany: await timed(() => weakTopics(leader, leader.unitId, asked), 20),
    };
  });
  await server?.stop();
  return figures;
}

print({ bench: 'weak-topics', database: isPostgresql ? 'postgresql' : 'sqlite', figures: await measure(few) });
print({ bench: 'weak-topics', database: isPostgresql ? 'postgresql' : 'sqlite', figures: await measure(many) });
process.exit(0);
