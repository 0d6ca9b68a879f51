/**
 * npm run bench -- library-search: what a search of the library costs the server: the whole page of the list (topics with
 * counts, 20 things), for words that every thing holds, rare ones, several at once and words that nobody wrote. Every
 * tenth thing is a whole article. On SQLite and, where this machine has one, PostgreSQL. Baseline of the same run: all
 * search keys held in memory and scanned by plain JavaScript. Optional arguments: things, rounds.
 */
import { openInstallation } from '#app/boot.server.ts';
import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { importItems } from '#app/features/library/commands/import-items.server.ts';
import { itemSearchKey, itemSearchWords } from '#app/features/library/core/item-search.ts';
import { libraryPage } from '#app/features/library/queries/library-page.server.ts';
import { createPerson } from '#app/features/org/commands/create-person.server.ts';
import { createUnit } from '#app/features/org/commands/create-unit.server.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { database, useDatabase } from '#app/platform/db/database.server.ts';
import { startPostgresql } from '../../scripts/temporary-postgresql.mjs';
import { print, quantile, rounded } from './measure.ts';
import { actorOf, stageFolder } from './stage.ts';

const things = Number(process.argv[2] ?? 5000);
const rounds = Number(process.argv[3] ?? 60);
const aimMs = 20;

const searches: Record<string, string[]> = {
  'no search': [''],
  common: ['nghị quyết', 'văn bản', 'quân đội'],
  rare: ['khương', 'thuyên', 'phương'],
  'many words': ['nghị quyết trung ương bảo vệ nền tảng', 'quân đội khương đảng'],
  symbol: ['1234-NQ/TW'],
  'no hit': ['zzzz', 'nghị quyết wxyz'],
};
const COMMON =
  'nghị quyết đảng quân đội văn bản quy định hướng dẫn trung ương bảo vệ nền tảng tư tưởng và của các là về'.split(' ');
const RARE = 'b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x'
  .split(' ')
  .flatMap((head) => 'ai ang anh âm ăng ênh iên ong ông ơn uyên ương'.split(' ').map((rhyme) => head + rhyme));

async function stage() {
  const random = seededRandom('library');
  const unit = await createUnit(theSystem, { parentId: null, kind: 'regiment', name: 'Trung đoàn đo', shortName: 'E' });
  const person = await createPerson(theSystem, {
    ...({ rank: null, position: null, personnelClass: 'enlisted', membership: 'youth' } as const),
    ...{ number: 'TV1', fullName: 'Trần Độc Giả', unitId: unit.id },
  });
  await grantRole(theSystem, { personId: person.id, role: 'author', unitId: unit.id });
  const vocabulary = [...COMMON, ...RARE];
  const word = () => vocabulary[Math.floor(random.next() ** 2.5 * vocabulary.length)]!;
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const items = Array.from({ length: things }, (_, at) => ({
    ...{
      code: `muc-${at}`,
      kind: at % 10 === 0 ? 'article' : 'document',
      title: words(14),
      topic: `Chủ đề ${at % 25}`,
    },
    ...{ symbol: `${at}-NQ/TW`, source: words(10), tags: [`thẻ ${at % 40}`], asOf: '2026-11-22' },
    ...{ issuedOn: `20${10 + (at % 16)}-0${1 + (at % 9)}-1${at % 10}`, body: words(at % 10 === 0 ? 4000 : 60) },
  }));
  await importItems(theSystem, { unitId: unit.id, items });
  const keys = items.map((item) => itemSearchKey(item));
  return { reader: await actorOf(person.id), keys };
}

async function measure(): Promise<void> {
  const { reader, keys } = await stage();
  const { provider } = database();
  if (provider === 'postgresql') await database().write((tx) => tx.$executeRawUnsafe('ANALYZE'));
  const kilobytes = Math.round(keys.reduce((sum, key) => sum + key.length, 0) / 1024);
  print({ bench: 'library-search', provider, things, kilobytes, aimMs });
  for (const [kind, asked] of Object.entries(searches)) {
    const pages: number[] = [];
    const scans: number[] = [];
    let found = '';
    for (let round = 0; round < rounds; round += 1) {
      const q = asked[round % asked.length]!;
      const started = performance.now();
      const page = await libraryPage(reader, { q, kind: '', topic: '', page: 1 });
      const between = performance.now();
      const words = itemSearchWords(q);
      const hits = keys.filter((key) => words.every((word) => key.includes(` ${word}`))).length;
      if (round < asked.length) found += `${page.total}/${hits} `;
      else {
        pages.push(between - started);
        scans.push(performance.now() - between);
      }
    }
    print({
      ...{ provider, kind, found: found.trim() },
      ...{ p50: rounded(quantile(pages, 0.5), 1), p95: rounded(quantile(pages, 0.95), 1) },
      ...{ scanP50: rounded(quantile(scans, 0.5), 1), scanP95: rounded(quantile(scans, 0.95), 1) },
      isWithinAim: quantile(pages, 0.95) <= aimMs,
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
