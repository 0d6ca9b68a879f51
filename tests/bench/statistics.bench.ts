/**
 * The statistics page of a quiz with 5,000 graded attempts of 40 questions: server time and processor time of what the
 * page asks for, on SQLite and, where this machine has one, PostgreSQL (there our process alone; the database's own time
 * is in the server time). Once with the same 40 questions for everybody, once drawn from a bank of 120. First reading
 * (nothing of the papers is known to the process) and again (another filter, another order). Baseline of the same run: a
 * plain triple loop over the same matrix of marks. Optional arguments: attempts, questions.
 */
import { openInstallation } from '#app/boot.server.ts';
import { noFilter } from '#app/features/quiz/core/statistics/filter.ts';
import type { MarkRows } from '#app/features/quiz/core/statistics/mark-rows.ts';
import { markStatistics } from '#app/features/quiz/core/statistics/mark-statistics.ts';
import { listGradedMarks } from '#app/features/quiz/data/statistics/graded-marks.server.ts';
import { questionStatistics } from '#app/features/quiz/queries/statistics/question-statistics.server.ts';
import { quizStatistics } from '#app/features/quiz/queries/statistics/quiz-statistics.server.ts';
import { database, useDatabase } from '#app/platform/db/database.server.ts';
import { startPostgresql } from '../../scripts/temporary-postgresql.mjs';
import { print, quantile, rounded } from './measure.ts';
import { stageFolder } from './stage.ts';
import { stageGradedQuiz } from './statistics-stage.ts';

const attempts = Number(process.argv[2] ?? 5000);
const questions = Number(process.argv[3] ?? 40);
const aimMs = 200;
const sort = { key: 'code', isDescending: false } as const;
const again = 9;

async function timed(work: () => unknown) {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: rounded(performance.now() - started, 1), cpuMs: rounded((user + system) / 1000, 1) };
}

/** The middle of several runs, and the best: what it costs where nothing else runs on the machine. */
async function median(times: number, work: () => unknown) {
  const runs: Awaited<ReturnType<typeof timed>>[] = [];
  for (let run = 0; run < times; run += 1) runs.push(await timed(work));
  const all = (key: 'ms' | 'cpuMs') => runs.map((run) => run[key]);
  return { ms: quantile(all('ms'), 0.5), cpuMs: quantile(all('cpuMs'), 0.5), bestMs: Math.min(...all('ms')) };
}

/** Mean, variance and covariance with the rest of each item, every rest summed anew: what comes to mind first. */
function plainTripleLoop({ attempts: n, itemCount, offsets, items, marks }: MarkRows): number[] {
  const indices: number[] = [];
  for (let item = 0; item < itemCount; item += 1) {
    const xs: number[] = [];
    const rests: number[] = [];
    for (let row = 0; row < n; row += 1) {
      let x: number | null = null;
      let rest = 0;
      for (let entry = offsets[row]!; entry < offsets[row + 1]!; entry += 1) {
        if (items[entry] === item) x = marks[entry]!;
        else rest += marks[entry]!;
      }
      if (x === null) continue;
      xs.push(x);
      rests.push(rest);
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [meanX, meanRest] = [mean(xs), mean(rests)];
    let [covariance, varianceX, varianceRest] = [0, 0, 0];
    for (let at = 0; at < xs.length; at += 1) {
      covariance += (xs[at]! - meanX) * (rests[at]! - meanRest);
      varianceX += (xs[at]! - meanX) ** 2;
      varianceRest += (rests[at]! - meanRest) ** 2;
    }
    indices.push((100 * covariance) / Math.sqrt(varianceX * varianceRest));
  }
  return indices;
}

async function measure(): Promise<void> {
  for (const bank of [questions, questions * 3]) {
    const { author, quizId } = await stageGradedQuiz(attempts, questions, bank);
    const open = () => quizStatistics(author, quizId, { filter: noFilter, sort });
    const first = await timed(open);
    const warm = await median(again, open);
    const page = await open();
    const selection = { quizId, unitPath: null, from: null, until: null, isFirstOnly: false };
    const { rows } = await listGradedMarks(database().sql, selection);
    const core = await median(again, () => markStatistics(rows));
    const baseline = await median(3, () => plainTripleLoop(rows));
    const question = await median(again, () => questionStatistics(author, quizId, page.items[0]!.questionId, noFilter));
    print({
      bench: 'statistics',
      provider: database().provider,
      ...{ attempts, questions, bank, first, again: warm, aimMs, question, core, tripleLoop: baseline },
      coreOfTripleLoop: rounded(core.cpuMs / baseline.cpuMs, 2),
      firstOfTripleLoop: rounded(first.ms / baseline.ms, 2),
      againOfTripleLoop: rounded(warm.ms / baseline.ms, 2),
      wrongKeys: page.items.filter(({ flags }) => flags.some(({ code }) => code === 'wrong-key')).length,
      spoilt: Array.from({ length: bank }, (_, index) => index % 20 === 7).filter(Boolean).length,
    });
  }
}

const server = await startPostgresql();
for (const url of ['', ...(server ? [`${server.url}/postgres`] : [])]) {
  stageFolder();
  process.env.DATABASE_URL = url;
  await openInstallation();
  await measure();
  await database().close();
  useDatabase(undefined);
}
await server?.stop();
process.exit(0);
