import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli, runCliJson } from './run-cli.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-take-'));
const data = path.join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (name: string, content: string) => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
const good = 'Câu 1. Nghị quyết nào?\nA. Số 34\nB. Số 35\nĐáp án: B\nNguồn: NQ 35\n';
const bad = 'Câu 2. Ai ban hành?\nA. Bộ Chính trị\nB. Ban Bí thư\n';

interface Taken {
  found: number;
  taken: number;
  alreadyThere: number;
  problems: { severity: string; code: string }[];
}
const take = (file: string, ...more: string[]) =>
  runCliJson<Taken>(data, ['questions', 'import', file, '--category', 'Bài 1/Mở đầu', ...more]);

describe('npm run cli -- questions import and export', () => {
  it('takes all or none, the same file once, and gives back what it took', () => {
    expect(runCli(data, ['unit', 'create', '--name', 'Sư đoàn 3', '--kind', 'division']).status).toBe(0);
    const mixed = fileOf('mixed.txt', good + bad);
    expect(take(mixed)).toMatchObject({ status: 1, json: { found: 1, taken: 0, problems: [{ code: 'no-key' }] } });
    expect(take(mixed, '--take-good', '--dry-run')).toMatchObject({ status: 0, json: { taken: 0 } });
    expect(take(mixed, '--take-good')).toMatchObject({ status: 0, json: { found: 1, taken: 1 } });
    expect(take(fileOf('good.txt', good))).toMatchObject({ status: 0, json: { taken: 0, alreadyThere: 1 } });
    const out = path.join(folder, 'out.docx');
    const words = ['questions', 'export', '--category', 'bai 1', '--format', 'docx', '--out', out];
    expect(runCliJson(data, words)).toMatchObject({ status: 0, json: { questions: 1, losses: [] } });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    expect(runCliJson(data, ['questions', 'check', out])).toMatchObject({
      status: 0,
      json: { format: 'docx', questions: [{ source: 'NQ 35', body: { type: 'single', correct: 'b' } }] },
    });
  }, 240_000);
});
