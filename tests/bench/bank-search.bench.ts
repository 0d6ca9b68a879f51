/**
 * npm run bench -- bank-search: what a search of the question bank costs the server: the whole page of the list (categories,
 * count, 25 questions with their texts), for words that every question holds, rare ones, several at once, codes and words
 * that nobody wrote. On SQLite and, where this machine has one, PostgreSQL. Baseline of the same run: all search keys held in
 * memory and scanned by plain JavaScript. Optional arguments: questions, rounds.
 */
import { openInstallation } from '#app/boot.server.ts';
import { foundQuestionIds, questionsPage } from '#app/features/questions/queries/questions-page.server.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { database, useDatabase } from '#app/platform/db/database.server.ts';
import { startPostgresql } from '../../scripts/temporary-postgresql.mjs';
import { stageBank } from './bank-stage.ts';
import { print, quantile, rounded } from './measure.ts';
import { stageFolder } from './stage.ts';

const questions = Number(process.argv[2] ?? 50_000);
const rounds = Number(process.argv[3] ?? 40);
const aimMs = 50;

const kinds: Record<string, string[]> = {
  common: ['đảng', 'nghị quyết', 'cán bộ', 'và của các', 'quân đội nhân dân'],
  'common, apart': ['độc lập giám sát', 'khoản tuyên truyền', 'suy thoái mạng'],
  rare: ['nguyên', 'khương', 'thuyên', 'phương'],
  'many words': ['nghị quyết trung ương bảo vệ nền tảng', 'cán bộ đấu tranh nguyên', 'mạng xã hội gian pháp luật'],
  code: ['do-17-q40217', 'q00042', 'do-199'],
  tag: ['chủ đề 7', 'chủ đề 39 đảng'],
  'no hit': ['zzzz', 'đảng wxyz', 'nghị quyết 2099'],
  half: ['ngh quy', 'tu tuong d'],
  'no search': [''],
};

async function measure(): Promise<void> {
  const { author, keys, writtenMs } = await stageBank(questions);
  if (database().provider === 'postgresql') await database().write((tx) => tx.$executeRawUnsafe('ANALYZE'));
  const filter = { categoryId: '', type: '', difficulty: '', isArchived: false } as const;
  const { provider } = database();
  print({ bench: 'bank-search', provider, questions, writtenMs: Math.round(writtenMs), aimMs });
  for (const [kind, searches] of Object.entries(kinds)) {
    const pages: number[] = [];
    const scans: number[] = [];
    const processor: number[] = [];
    let found = '';
    for (let round = 0; round < rounds; round += 1) {
      const search = searches[round % searches.length]!;
      const before = process.cpuUsage();
      const started = performance.now();
      const page = await questionsPage(author, { ...filter, search, page: 1 });
      const between = performance.now();
      const { user, system } = process.cpuUsage(before);
      const words = foldForSearch(search).split(' ').filter(Boolean);
      const hits = keys.filter((key) => words.every((word) => key.includes(word))).length;
      if (round >= searches.length) {
        pages.push(between - started);
        processor.push((user + system) / 1000);
        scans.push(performance.now() - between);
      } else found += `${page.isMore ? '>' : ''}${page.total}/${hits} `;
    }
    print({
      ...{ provider, kind, found: found.trim() },
      ...{ p50: rounded(quantile(pages, 0.5), 1), p95: rounded(quantile(pages, 0.95), 1) },
      ...{ cpuP50: rounded(quantile(processor, 0.5), 1), cpuP95: rounded(quantile(processor, 0.95), 1) },
      ...{ scanP50: rounded(quantile(scans, 0.5), 1), scanP95: rounded(quantile(scans, 0.95), 1) },
      isWithinAim: quantile(pages, 0.95) <= aimMs,
    });
  }
  const started = performance.now();
  const all = await foundQuestionIds(author, { ...filter, search: 'nghị quyết' }, 5000);
  print({
    provider,
    kind: 'all found, for a change of many',
    found: all.length,
    ms: rounded(performance.now() - started, 1),
  });
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
