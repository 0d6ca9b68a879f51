/**
 * Files made to do harm, each given to `questions check` in a process of its own: how long until it is refused, and how much
 * memory the command took at most (of its whole process, the start of which is measured first on a file of one question).
 * `npm run bench -- hostile [--only zip]`; aims: 2 s, 256 MB. Prints a line of JSON for each file. Needs /usr/bin/time.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { type ZipEntry, zipOf } from '#tests/fixtures/zip.ts';
import { argument } from './arguments.ts';

const MEGABYTE = 1024 * 1024;
const only = argument('only', '');
const folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-hostile-'));
const root = process.env.HOCTAP35_ROOT ?? process.cwd();

/** 100 MB of one piece, written by and by. */
function long(name: string, head: string, piece: string, megabytes = 100): void {
  const file = openSync(path.join(folder, name), 'w');
  writeSync(file, head);
  const block = Buffer.from(piece.repeat(Math.ceil(MEGABYTE / Buffer.byteLength(piece))));
  for (let written = 0; written < megabytes; written += 1) writeSync(file, block);
  closeSync(file);
}
const file = (name: string, content: string | Uint8Array): void => writeFileSync(path.join(folder, name), content);
const word = (document: string, more: readonly ZipEntry[] = []): Uint8Array =>
  zipOf([{ name: 'word/document.xml', content: document }, ...more]);
const body = (inside: string): string => `<w:document xmlns:w="w"><w:body>${inside}</w:body></w:document>`;
const laughs = (element: string): string =>
  `<?xml version="1.0"?><!DOCTYPE ${element} [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]><${element}>&j;</${element}>`;
const outside = '<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>';
const MILLION = 1_000_000;
const list = (depth: number): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>`;

const made: Record<string, () => void> = {
  'one.gift': () => file('one.gift', 'Đúng không? {T}\n'),
  'zip-bomb.docx': () => file('zip-bomb.docx', word(' '.repeat(60 * MEGABYTE))),
  'zip-bomb-below-the-ratio.docx': () =>
    file(
      'zip-bomb-below-the-ratio.docx',
      zipOf(
        Array.from({ length: 60 }, (_, at) => ({ name: `word/media/${at}.bin`, content: ' '.repeat(7 * MEGABYTE) })),
      ),
    ),
  'zip-that-lies.docx': () =>
    file(
      'zip-that-lies.docx',
      zipOf([{ name: 'word/document.xml', content: ' '.repeat(40 * MEGABYTE), says: { size: 1000 } }]),
    ),
  'zip-of-ten-thousand.zip': () =>
    file(
      'zip-of-ten-thousand.zip',
      zipOf(Array.from({ length: 10_000 }, (_, at) => ({ name: `${at}.xml`, content: '<a/>' }))),
    ),
  'zip-within-zip.zip': () =>
    file('zip-within-zip.zip', zipOf([{ name: 'a.zip', content: deflateRawSync(Buffer.alloc(30 * MEGABYTE)) }])),
  'zip-climbs-out.zip': () =>
    file(
      'zip-climbs-out.zip',
      zipOf([
        { name: '../../etc/cron.d/x', content: 'x' },
        { name: 'imsmanifest.xml', content: '<manifest/>' },
      ]),
    ),
  'billion-laughs.xml': () => file('billion-laughs.xml', laughs('quiz')),
  'billion-laughs.docx': () => file('billion-laughs.docx', word(laughs('document'))),
  'billion-laughs-utf16.xml': () => file('billion-laughs-utf16.xml', Buffer.from(`\ufeff${laughs('quiz')}`, 'utf16le')),
  'outside-entity.xml': () => file('outside-entity.xml', outside),
  'outside-entity.zip': () => file('outside-entity.zip', zipOf([{ name: 'imsmanifest.xml', content: outside }])),
  'deep.xml': () => file('deep.xml', `<quiz>${'<a>'.repeat(MILLION)}`),
  'deep.docx': () => file('deep.docx', word(body('<w:p>'.repeat(MILLION)))),
  'deep-tables.docx': () =>
    file(
      'deep-tables.docx',
      word(body(`${'<w:tbl><w:tr><w:tc>'.repeat(160)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(160)}`)),
    ),
  'deep-lists.docx': () =>
    file('deep-lists.docx', word(body(Array.from({ length: 50_000 }, (_, at) => list(at)).join('')))),
  'deep-html.xml': () =>
    file(
      'deep-html.xml',
      `<quiz><question type="essay"><questiontext format="html"><text><![CDATA[${'<ul><li>'.repeat(90_000)}]]></text></questiontext></question></quiz>`,
    ),
  'deep.gift': () => file('deep.gift', `Hỏi ${'{'.repeat(MILLION)}`),
  'deep-brackets.gift': () => file('deep-brackets.gift', `Hỏi {=${'{['.repeat(MILLION)}x${']}'.repeat(MILLION)}}`),
  'deep-brackets.txt': () => file('deep-brackets.txt', `Câu 1. ${'[('.repeat(MILLION)}?\nA. x\nB. y\nĐáp án: A\n`),
  'deep-quotes.csv': () => file('deep-quotes.csv', `STT;Câu hỏi;A;B;Đáp án\n1;${'"'.repeat(MILLION)};x;y;A\n`),
  'deep-formula.txt': () =>
    file('deep-formula.txt', `Định dạng: Markdown\nCâu 1. $${'{'.repeat(MILLION)}$\nA. x\nB. y\nĐáp án: A\n`),
  'broken-utf8.txt': () =>
    file(
      'broken-utf8.txt',
      Buffer.concat([
        Buffer.from('Câu 1. Nghị quyết nào?\nA. Một\nB. Hai\nĐáp án: A\n'.repeat(20)),
        Buffer.from([0xc3, 0x28, 0xff, 0xfe]),
      ]),
    ),
  'broken-utf8.xml': () =>
    file('broken-utf8.xml', Buffer.concat([Buffer.from('<quiz>'), Buffer.from([0xc3, 0x28]), Buffer.from('</quiz>')])),
  'macros.docm': () => file('macros.docm', word(body('<w:p/>'), [{ name: 'word/vbaProject.bin', content: 'x' }])),
  'macros-by-type.docx': () =>
    file(
      'macros-by-type.docx',
      word(body('<w:p/>'), [
        {
          name: '[Content_Types].xml',
          content:
            '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        },
      ]),
    ),
  'password.docx': () =>
    file(
      'password.docx',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
    ),
  '100-mb.txt': () => long('100-mb.txt', '', 'Câu 1. Hỏi?\nA. x\nB. y\nĐáp án: A\n'),
  '100-mb.xml': () => long('100-mb.xml', '<quiz>', '<question type="essay"/>'),
  '100-mb.zip': () => long('100-mb.zip', 'PK\u0003\u0004', 'zip'),
  '47-mb.txt': () => long('47-mb.txt', '', 'Câu 1. Hỏi?\nA. x\nB. y\nĐáp án: A\n', 47),
  '47-mb.xml': () => long('47-mb.xml', '<quiz>', '<question type="essay"/>', 47),
  '14-mb.xml': () => long('14-mb.xml', '<quiz>', '<question type="essay"/>', 14),
  '7-mb-of-questions.txt': () => long('7-mb-of-questions.txt', '', 'Câu 1. Hỏi gì?\nA. một\nB. hai\nĐáp án: A\n', 7),
  '7-mb-of-one-line.txt': () => long('7-mb-of-one-line.txt', 'Câu 1. ', 'A. ', 7),
  '7-mb.gift': () => long('7-mb.gift', '', 'Hỏi {=a ~b}\n\n', 7),
  '15-mb-of-runs.docx': () =>
    file('15-mb-of-runs.docx', word(body('<w:p><w:r><w:t>Câu 1.</w:t></w:r></w:p>'.repeat(360_000)))),
};

for (const [name, make] of Object.entries(made)) {
  if (!name.includes(only) && name !== 'one.gift') continue;
  make();
  const command = [
    '--import',
    'tsx',
    path.join(root, 'app/cli/main.ts'),
    'questions',
    'check',
    path.join(folder, name),
    '--json',
  ];
  const times = path.join(folder, 'time');
  const started = performance.now();
  const { status, stdout } = spawnSync(
    '/usr/bin/time',
    ['-o', times, '-f', '%e %U %S %M', process.execPath, ...command],
    {
      ...{ cwd: root, encoding: 'utf8', maxBuffer: 512 * MEGABYTE },
      env: { ...process.env, NODE_ENV: 'production', HOCTAP35_ROOT: root },
    },
  );
  const [seconds, user, system, kilobytes] = readFileSync(times, 'utf8')
    .trim()
    .split('\n')
    .at(-1)!
    .split(' ')
    .map(Number);
  let found: { questions: unknown[]; problems: { code: string }[] } | null = null;
  try {
    found = JSON.parse(stdout);
  } catch {
    found = null;
  }
  const reasons = [...new Set(found?.problems.map(({ code }) => code))].slice(0, 3);
  console.log(
    JSON.stringify({
      ...{
        bench: 'hostile',
        file: name,
        status,
        seconds,
        cpuSeconds: Number(((user ?? 0) + (system ?? 0)).toFixed(2)),
      },
      ...{ megabytes: Math.round((kilobytes ?? 0) / 1024), questions: found?.questions.length ?? null, reasons },
      waited: Math.round(performance.now() - started),
    }),
  );
  rmSync(path.join(folder, name));
}
rmSync(folder, { recursive: true });
