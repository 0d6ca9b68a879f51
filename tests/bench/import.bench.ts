/**
 * Questions a second and memory of reading a file of 1,000 questions, from its bytes to questions and problems: recognising,
 * unpacking, decoding, parsing. `npm run bench -- import [--questions 1000]`; prints a line of JSON for each format, each
 * read in a process of its own. Processor time is that of one core; the first reading of a process pays for its start.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PrintQuestion } from '#app/features/questions/core/formats/print-question.ts';
import type { FormatName } from '#app/features/questions/core/formats/read-question.ts';
import { argument } from './arguments.ts';

const formats: FormatName[] = ['docx', 'gift', 'moodle-xml', 'qti', 'xlsx', 'csv', 'text'];
const wanted = Number(argument('questions', '1000'));
const [format, file] = [argument('format', ''), argument('file', '')];
if (file) await readOne(format as FormatName, file);
else await readAll();

/** Single choices for the most part, as files have them, with explanation and source. */
function questionAt(at: number): PrintQuestion {
  const words = ['bảo vệ nền tảng tư tưởng', 'đấu tranh phản bác', 'quan điểm sai trái', 'thông tin xấu độc'];
  const options = [1, 2, 3, 4].map((place) => ({
    id: 'abcd'[place - 1]!,
    text: `Phương án ${place} của câu ${at + 1} về ${words[(at + place) % 4]} trong quân đội`,
  }));
  return {
    ...{ title: `Câu ${at + 1}`, category: `Bài ${1 + (at % 12)}`, tags: ['nq35'], difficulty: 'medium' },
    body: {
      ...{ type: 'single', options, correct: 'abcd'[at % 4]! },
      stem: `Theo Nghị quyết số 35-NQ/TW, nội dung nào sau đây nói đúng về ${words[at % 4]}, điểm ${at + 1}?`,
    },
    explanation: `Căn cứ mục ${1 + (at % 5)} của Nghị quyết, phương án ${'ABCD'[at % 4]} đúng.`,
    source: `Nghị quyết số 35-NQ/TW, trang ${1 + (at % 20)}`,
  };
}

async function readAll(): Promise<void> {
  const { printQuestions } = await import('#app/features/questions/queries/formats/print-questions.server.ts');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-import-'));
  const questions = Array.from({ length: wanted }, (_, at) => questionAt(at));
  for (const each of formats) {
    const { bytes } = await printQuestions(questions, each, {
      title: 'x',
      hasKey: true,
      lang: 'vi',
      madeAt: new Date(0),
    });
    const place = path.join(folder, `questions.${each}`);
    writeFileSync(place, bytes);
    spawnSync(
      process.execPath,
      ['--import', 'tsx', '--expose-gc', fileURLToPath(import.meta.url), '--format', each, '--file', place],
      { stdio: 'inherit' },
    );
  }
  rmSync(folder, { recursive: true });
}

async function readOne(each: FormatName, place: string): Promise<void> {
  const { readUpload } = await import('#app/features/questions/queries/read-upload.server.ts');
  const bytes = readFileSync(place);
  const before = process.memoryUsage().rss;
  const milliseconds: number[] = [];
  let found = 0;
  let problems = 0;
  for (let turn = 0; turn < 6; turn += 1) {
    const start = process.cpuUsage();
    const read = await readUpload(bytes, { name: path.basename(place) });
    const { user, system } = process.cpuUsage(start);
    milliseconds.push((user + system) / 1000);
    found = read.questions.length;
    problems = read.problems.length;
  }
  const [first = 0, ...later] = milliseconds;
  const warm = later.sort((a, b) => a - b)[Math.floor(later.length / 2)]!;
  const { maxRSS } = process.resourceUsage();
  console.log(
    JSON.stringify({
      ...{ bench: 'import', format: each, kilobytes: Math.round(bytes.byteLength / 1024), questions: found, problems },
      ...{ firstCpuMs: Math.round(first), warmCpuMs: Math.round(warm), perSecond: Math.round((found / warm) * 1000) },
      ...{ peakMb: Math.round(maxRSS / 1024), grownMb: Math.round(maxRSS / 1024 - before / 1048576) },
    }),
  );
}
