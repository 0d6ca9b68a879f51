/**
 * A roster of many people read, applied and taken back: time, memory and rows a second, for XLSX and CSV, and how long a
 * turn of the event loop and a small write (an answer saved) had to wait meanwhile.
 * `npm run bench -- roster-import --rows 100000 [--database postgresql]`; the process that does it prints one line of JSON for each file.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { argument } from './arguments.ts';
import { rounded } from './measure.ts';
import { stageFolder } from './stage.ts';

const rows = Number(argument('rows', '100000'));
const wanted = argument('database', 'sqlite');
const head = ['Số hiệu', 'Họ và tên', 'Ngày sinh', 'Cấp bậc', 'Chức vụ', 'Đối tượng', 'Đảng/Đoàn', 'Đơn vị'];
const names = ['Nguyễn Văn An', 'Trần Thị Bích Ngọc', 'Lê Đức Cường', 'Phạm Anh Dũng', 'Hoàng Minh Tuấn'];

const rowOf = (index: number): string[] => [
  `BM${String(index).padStart(7, '0')}`,
  names[index % names.length]!,
  `${String((index % 28) + 1).padStart(2, '0')}/0${(index % 9) + 1}/${1980 + (index % 26)}`,
  ['Binh nhì', 'Binh nhất', 'Hạ sĩ', 'Trung sĩ'][index % 4]!,
  'Chiến sĩ',
  'HSQ-BS',
  index % 3 === 0 ? 'Đảng viên' : 'Đoàn viên',
  `Lữ đoàn ${(index % 4) + 1} / Tiểu đoàn ${(index % 9) + 1} / Đại đội ${(index % 11) + 1}`,
];

async function writeFiles(folder: string): Promise<Record<'xlsx' | 'csv', string>> {
  const csv = path.join(folder, 'bench.csv');
  writeFileSync(
    csv,
    ['\ufeffsep=;', head.join(';'), ...Array.from({ length: rows }, (_, at) => rowOf(at).join(';'))].join('\r\n'),
  );
  const xlsx = path.join(folder, 'bench.xlsx');
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: xlsx, useSharedStrings: true });
  const sheet = book.addWorksheet('Danh sách');
  sheet.addRow(head).commit();
  for (let at = 0; at < rows; at += 1) sheet.addRow(rowOf(at)).commit();
  await book.commit();
  return { xlsx, csv };
}

const folder = stageFolder();
const files = await writeFiles(folder);
let server: { url: string; stop(): Promise<void> } | null = null;
if (wanted === 'postgresql') {
  // Plain JavaScript, shared with the runner of the tests.
  const { startPostgresql } = (await import(path.resolve('scripts/temporary-postgresql.mjs'))) as {
    startPostgresql(): Promise<{ url: string; stop(): Promise<void> } | null>;
  };
  server = await startPostgresql();
  if (!server) throw new Error('This bench wants initdb and postgres.');
}
const worker = fileURLToPath(new URL('./roster/import-worker.ts', import.meta.url));
for (const format of ['xlsx', 'csv'] as const) {
  // A process for each file: its memory is its own, and its heap held to what a small machine has.
  const { status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=256', '--import', 'tsx', worker, files[format], String(rows), wanted],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        HOCTAP35_DATA: path.join(folder, format),
        DATABASE_URL: server ? `${server.url}/postgres_${format}` : '',
        BENCH_POSTGRESQL: server?.url ?? '',
      },
    },
  );
  if (status !== 0) process.exitCode = 1;
}
console.log(
  JSON.stringify({
    bench: 'roster-import',
    rows,
    aim: { seconds: 60, megabytes: 512, rowsPerSecond: rounded(rows / 60, 0) },
  }),
);
await server?.stop();
process.exit();
