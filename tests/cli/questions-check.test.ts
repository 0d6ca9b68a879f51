import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, runCliJson } from './run-cli.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-questions-'));
const nowhere = path.join(os.tmpdir(), 'hoctap35-none');
const fileOf = (name: string, content: string | Buffer) => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};

interface Printed {
  format: string;
  questions: { line: number; body: { type: string; stem: string } }[];
  problems: { severity: string; line: number; message: string; excerpt: string }[];
}

describe('npm run cli -- questions check', () => {
  it('recognises the format, prints what it understood, and opens no database', () => {
    const paper = fileOf('de.txt', 'Câu 1. Nghị quyết nào?\nA. Số 34\nB. Số 35\nĐáp án: B\nCâu 2. Hỏi?\nA. x\nB. y\n');
    const { status, json } = runCliJson<Printed>(nowhere, ['questions', 'check', paper]);
    expect(status).toBe(1);
    expect(json.format).toBe('text');
    expect(json.questions).toMatchObject([{ line: 1, body: { type: 'single', stem: 'Nghị quyết nào?' } }]);
    expect(json.problems).toMatchObject([
      { severity: 'error', line: 5, message: 'Không biết đáp án đúng', excerpt: 'Hỏi?' },
    ]);
    const gift = fileOf('de.gift', 'Câu 1. Đúng không? {T}\n');
    expect(runCliJson<Printed>(nowhere, ['questions', 'check', gift])).toMatchObject({
      status: 0,
      json: { format: 'gift', questions: [{ body: { type: 'true-false' } }], problems: [] },
    });
  });

  it('reads as the format that is named, and refuses one that does not exist, and what is no text', () => {
    const aiken = fileOf('a.txt', 'Which?\nA. x\nB. y\nANSWER: B\n');
    expect(runCliJson<Printed>(nowhere, ['questions', 'check', aiken, '--format', 'gift']).json.questions).toEqual([]);
    expect(runCliJson<Printed>(nowhere, ['questions', 'check', aiken]).json.format).toBe('aiken');
    expect(runCli(nowhere, ['questions', 'check', aiken, '--format', 'docm']).status).toBe(2);
    const broken = fileOf('b.txt', Buffer.from([0x43, 0xe2, 0x28, 0xa1]));
    expect(runCli(nowhere, ['questions', 'check', broken])).toMatchObject({ status: 1 });
    expect(runCli(nowhere, ['questions', 'check', broken]).stderr).toContain('UTF-8');
  });
});
