import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, runCliJson } from './run-cli.ts';

const folder = path.resolve('tests/fixtures/item-statistics');
const nowhere = path.join(os.tmpdir(), 'hoctap35-none');

interface Printed {
  items: Record<string, number | string | null>[];
  whole: Record<string, number | null>;
}

const published = () => {
  const [header = '', ...lines] = readFileSync(path.join(folder, 'expected.csv'), 'utf8').trim().split('\n');
  const names = header.trim().split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index]!, Number(cell)])));
};
const isClose = (actual: unknown, expected: number) => Math.abs(Number(actual) / expected - 1) < 1.5e-5;

describe('npm run cli -- statistics', () => {
  it('prints the published example to 1.5e-5, from any folder', () => {
    const { status, json } = runCliJson<Printed>(nowhere, ['statistics', 'marks.csv'], folder);
    expect(status).toBe(0);
    const expected = published();
    expect(json.items.map(({ item }) => item)).toEqual(expected.map(({ slot }) => String(slot)));
    for (const [index, item] of json.items.entries()) {
      const row = expected[index]!;
      expect(Object.keys(item)).toEqual([
        ...['item', 'facility', 'sd', 'effectiveWeight'],
        ...['discriminationIndex', 'discriminativeEfficiency'],
      ]);
      expect(isClose(item.facility, row.facility!)).toBe(true);
      expect(isClose(item.sd, row.sd!)).toBe(true);
      expect(isClose(item.effectiveWeight, row.effectiveweight!)).toBe(true);
      expect(isClose(item.discriminationIndex, row.discriminationindex!)).toBe(true);
      expect(isClose(item.discriminativeEfficiency, row.discriminativeefficiency!)).toBe(true);
    }
    const whole = {
      ...{ median: 4.5, mean: 4.617333332, sd: 0.8117265554, skewness: -0.092502502, kurtosis: -0.7073968557 },
      ...{ cic: -87.2230935542, errorRatio: 136.8294900795, standardError: 1.1106813066 },
    };
    for (const [figure, value] of Object.entries(whole)) expect(isClose(json.whole[figure], value)).toBe(true);
    expect(json.whole.attempts).toBe(25);
  });

  it('prints a table for people, in Vietnamese unless told otherwise', () => {
    const { status, stdout } = runCli(nowhere, ['statistics', path.join(folder, 'marks.csv')]);
    expect(status).toBe(0);
    expect(stdout).toContain('Toàn bài');
    expect(stdout).toMatch(/^1 +0,7040 +0,4514 +21,2923 +−7,0651 +−9,4551$/m);
  });

  it('says where a table is wrong, on stderr', () => {
    const wrong = path.join(folder, 'README.md');
    const { status, stdout, stderr } = runCli(nowhere, ['statistics', wrong, '--lang', 'en']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('line 1, column 1');
  });
});
