import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '#app/cli/command-line.ts';
import { runCliJson } from './run-cli.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-cli-'));
const data = path.join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Examined {
  ok: boolean;
  checks: { name: string; state: string; says: string }[];
}
const stateOf = (json: Examined) => Object.fromEntries(json.checks.map(({ name, state }) => [name, state]));

/** The same program in this process: for what ends before any database is opened. */
async function call(...words: string[]) {
  let stdout = '';
  let stderr = '';
  const status = await runCommandLine(words, {
    out: (text) => {
      stdout += text;
    },
    say: (line) => {
      stderr += line;
    },
  });
  return { status, stdout, stderr };
}

async function callJson<T = object>(...words: string[]) {
  const { status, stdout } = await call(...words, '--json');
  return { status, json: JSON.parse(stdout) as T };
}

describe('npm run cli', () => {
  it('lists its commands', async () => {
    const { status, stdout } = await call('help', '--lang', 'en');
    expect(status).toBe(0);
    for (const name of [
      'doctor',
      'content import DIR',
      'counters verify',
      'user create',
      'statistics FILE.csv',
      'demo',
    ]) {
      expect(stdout).toContain(`  ${name}`);
    }
    expect(await call()).toMatchObject({ status: 0 });
    expect((await call('demo', '--help')).stdout).toContain('demo --people N');
    expect((await call('help', 'user', 'grant')).stdout).toContain('user grant LOGIN');
  });

  it.each([
    [['nonsense'], 'nonsense'],
    [['user', 'delete', 'an'], 'user delete'],
    [['toString'], 'toString'],
    [['doctor', '--fast'], '--fast'],
    [['doctor', 'now'], 'now'],
    [['statistics'], 'FILE.csv'],
    [['demo', '--people'], '--people'],
    [['user', 'create', '--login', 'an'], '--name'],
    [['user', 'grant', 'an', 'king', 'C1'], 'king'],
    [['doctor', '--lang', 'fr'], 'fr'],
  ])('exits with 2 on %j and names what is wrong', async (words, named) => {
    const { status, stdout, stderr } = await call(...words, '--json');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(named);
  });

  it.each([
    [['demo', '--people', '7'], 'bad-people'],
    [['content', 'import', '/nowhere'], 'no-folder'],
    [['content', 'import', 'tests'], 'no-course'],
    [['statistics', 'missing.csv'], 'no-file'],
    [['user', 'grant', 'an', 'leader', 'C1', '--until', '31/02/2099'], 'bad-date'],
    [['user', 'grant', 'an', 'leader', 'C1', '--until', '2020-01-01'], 'past-date'],
  ])('exits with 1 on %j with a code for machines', async (words, code) => {
    const { status, stdout, stderr } = await call(...words, '--json');
    expect({ status, error: JSON.parse(stdout).error }).toEqual({ status: 1, error: code });
    expect(stderr).not.toBe('');
  });

  it('tells the story of an installation', async () => {
    // Nothing there yet: the doctor says so and makes nothing.
    const before = runCliJson<Examined>(data, ['doctor']);
    expect(before.status).toBe(1);
    expect(stateOf(before.json)).toMatchObject({
      node: 'ok',
      dataFolder: 'problem',
      database: 'problem',
      content: 'skipped',
    });
    expect(() => statSync(data)).toThrow();

    const content = path.resolve('prisma/content');
    const first = runCliJson<{ courses: Record<string, { created: number }>[] }>(data, ['content', 'import', content]);
    expect(first.status).toBe(0);
    expect(first.json.courses[0]!.questions!.created).toBeGreaterThanOrEqual(150);
    const again = runCliJson<{ courses: Record<string, object>[] }>(data, ['content', 'import', content]);
    expect(again.status).toBe(0);
    for (const part of ['course', 'questions', 'quizzes']) {
      expect(again.json.courses[0]![part]).toMatchObject({ created: 0, changed: 0 });
    }

    // The rest in this process: the same program on the same folder, only quicker.
    process.env.HOCTAP35_DATA = data;
    const person = ['--name', 'Nguyễn Văn An', '--number', 'QN001', '--unit', 'don vi', '--class', 'officer'];
    const made = await callJson<{ login: string; password: string }>('user', 'create', '--login', 'nv.An', ...person);
    expect(made.json).toMatchObject({ login: 'nv.an', password: expect.stringMatching(/^(\w{4}-){2}\w{4}$/) });
    const twice = await callJson('user', 'create', '--login', 'nv.an', ...person);
    expect(twice).toMatchObject({ status: 1, json: { error: 'login-taken' } });
    const reset = await callJson<{ password: string }>('user', 'reset-password', 'NV.AN');
    expect(reset.json.password).not.toBe(made.json.password);
    const granted = await callJson('user', 'grant', 'nv.an', 'leader', 'Đơn vị', '--until', '31/12/2099');
    expect(granted.json).toMatchObject({ role: 'leader', untilAt: '2099-12-31T16:59:59.999Z' });
    const unknown = await callJson('user', 'grant', 'khong-co', 'leader', 'Đơn vị');
    expect(unknown).toMatchObject({ status: 1, json: { error: 'no-login', subject: 'khong-co' } });
    const unit = await callJson<{ unit: { id: string } }>(
      'unit',
      'create',
      '--name',
      'C1',
      '--kind',
      'company',
      '--parent',
      'don vi',
    );
    expect((await callJson('unit', 'list')).json).toMatchObject({
      units: [{ strength: 1 }, { id: unit.json.unit.id }],
    });
    expect(await callJson('demo', '--people', '60')).toMatchObject({ status: 1, json: { error: 'not-empty' } });

    expect(await callJson('counters', 'verify')).toMatchObject({ status: 0, json: { ok: true } });
    expect(await callJson('doctor')).toMatchObject({ status: 0, json: { ok: true } });

    chmodSync(data, 0o755);
    const open = await callJson<Examined>('doctor');
    expect(open.status).toBe(1);
    expect(open.json.checks.find(({ name }) => name === 'dataFolder')).toMatchObject({ says: 'folder-open' });
  }, 120_000);
});
