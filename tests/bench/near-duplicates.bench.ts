/**
 * Near-duplicates of a file against a bank: `--bank 50000 --file 1000`. Baseline in the same run: every question of the
 * file compared with every question of the bank, measured on a part and reckoned up. Also the longest time that the process
 * serves nobody else meanwhile.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import type { SourceEntry } from '#app/features/questions/core/imports/read-source.ts';
import { compared, nearness } from '#app/features/questions/core/near-duplicates.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { questionSearchKey } from '#app/features/questions/core/question-search-key.ts';
import { insertTakenQuestions } from '#app/features/questions/data/imports/taken-questions.server.ts';
import { nearDuplicates } from '#app/features/questions/queries/imports/near-duplicates.server.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId, sha256 } from '#app/platform/ids.server.ts';
import { buildCorps } from '../fixtures/corps.ts';
import { argument } from './arguments.ts';
import { print, quantile, rounded } from './measure.ts';
import { onStage, stageFolder } from './stage.ts';

const bankSize = Number(argument('bank', '50000'));
const fileSize = Number(argument('file', '1000'));
const runs = Number(argument('runs', '7'));

// Some 1,500 syllables, as a bank of many topics has; a few are met everywhere, most seldom.
const onsets = 'b c ch d đ g gi h k kh l m n ng nh ph qu r s t th tr v x'.split(' ');
const rhymes =
  'a an ang anh ao ay am ac at e en êm ê iên iêu inh o ôn ông ôi ơn ươ ương u ung uân ut ư ưng y uyên oan oai'.split(
    ' ',
  );
const tones = ['', '\u0301', '\u0300'];
const words = tones.flatMap((tone) =>
  rhymes.flatMap((rhyme) => onsets.map((onset) => `${onset}${rhyme}${tone}`.normalize('NFC'))),
);

/** Believable lengths: a stem of some 15 words, four options of some five. */
function question(seed: string): QuestionBody {
  const chance = seededRandom(seed);
  const text = (count: number) =>
    Array.from({ length: count }, () => words[Math.floor(words.length * chance.next() ** 3)]).join(' ');
  const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `${text(5)} ${chance.int(1000)}` }));
  return { type: 'single', stem: `${text(15)} ${chance.int(10_000)}?`, options, correct: 'a' };
}

stageFolder();
await onStage(async () => {
  const { giang } = await buildCorps();
  const made = await createCategory(giang, { name: 'Ngân hàng', unitId: '' });
  if (made.kind !== 'created') throw new Error('no category');
  const at = new Date();
  for (let from = 0; from < bankSize; from += 2000) {
    const rows = Array.from({ length: Math.min(2000, bankSize - from) }, (_, index) => {
      const [id, body] = [newId(), question(`bank ${from + index}`)];
      const code = `q-${from + index}`;
      return {
        ...{ id, code, categoryId: made.categoryId, difficulty: 'medium' as const, tags: [], standing: 'approved' },
        searchKey: questionSearchKey(code, body, []),
        version: { id: newId(), number: 1, body, explanation: '', source: '', contentHash: sha256(id) },
      };
    });
    await database().write((tx) => insertTakenQuestions(tx, rows, { at, byId: null }));
  }
  // Each tenth question of the file stands in the bank, its options turned round.
  const bodies = Array.from({ length: fileSize }, (_, at) => {
    const body = question(at % 10 === 0 ? `bank ${(at * 37) % bankSize}` : `file ${at}`);
    return body.type === 'single' ? { ...body, options: [...body.options].reverse() } : body;
  });
  const entries = bodies.map((body, index) => ({
    key: String(index),
    question: { body } as SourceEntry['question'],
  }));
  const scope = giang.grants.map(({ unitPath }) => unitPath);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const times: number[] = [];
  const processor: number[] = [];
  let found = 0;
  for (let run = 0; run < runs; run += 1) {
    if (run === 1) delay.enable();
    const started = performance.now();
    const used = process.cpuUsage();
    found = (await nearDuplicates(database().sql, scope, entries)).length;
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1000);
  }
  delay.disable();
  const part = Math.min(20, fileSize);
  const given = bodies.slice(0, part).map(compared);
  const bank = Array.from({ length: Math.min(bankSize, 5000) }, (_, index) => compared(question(`bank ${index}`)));
  const started = performance.now();
  for (const one of given) for (const other of bank) nearness(one, other);
  const each = (performance.now() - started) / (given.length * bank.length);
  print({
    ...{ bench: 'near-duplicates', bank: bankSize, file: fileSize, found },
    ...{ p50: rounded(quantile(times, 0.5), 0), p95: rounded(quantile(times, 0.95), 0), unit: 'ms' },
    processor: rounded(quantile(processor, 0.5), 0),
    longestPause: rounded(delay.max / 1e6, 0),
    baselineEveryPair: rounded((each * fileSize * bankSize) / 1000, 1),
    baselineUnit: 's, reckoned',
  });
});
