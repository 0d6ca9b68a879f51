import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** The doors of the ledger: whoever writes these tables elsewhere leaves counters, days or histories behind. */
const doors: readonly (readonly [table: string, writers: readonly string[]])[] = [
  [
    'Enrolment',
    [
      'app/features/progress/data/admission.server.ts',
      'app/features/progress/data/enrolment-writes.server.ts',
      // Judged and settled by the placing that follows.
      'app/features/progress/data/certificates/renewals.server.ts',
      'app/features/progress/data/weak-topics/admit-practice.server.ts',
      // Dates and reasons, which count nowhere.
      'app/features/progress/data/extensions/extensions.server.ts',
      'app/features/progress/data/erase-person.server.ts',
    ],
  ],
  [
    'EnrolmentChange',
    [
      'app/features/progress/data/erase-person.server.ts',
      'app/features/progress/data/history.server.ts',
      'app/features/progress/data/ledger.server.ts',
      'app/features/progress/data/settle-ledger.server.ts',
    ],
  ],
  ['ProgressCounter', ['app/features/progress/data/counters.server.ts']],
  ['ProgressDay', ['app/features/progress/data/counters.server.ts', 'app/features/progress/data/days.server.ts']],
  ['StrengthDay', ['app/features/org/data/strength-history.server.ts', 'app/features/org/data/strength.server.ts']],
];

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((file) => path.join('app', file).replaceAll(path.sep, '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('/db/generated/'));
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

const model = (table: string) => table.charAt(0).toLowerCase() + table.slice(1);

function writersOf(table: string): string[] {
  const sql = new RegExp(`(INSERT INTO|UPDATE|DELETE FROM) "${table}"`);
  const prisma = new RegExp(`\\.${model(table)}\\.(create|update|upsert|delete)`);
  return files.filter((file) => sql.test(texts.get(file)!) || prisma.test(texts.get(file)!)).sort();
}

describe('the ledger', () => {
  it.each(doors)('writes %s at its doors alone', (table, writers) => {
    const known = writers.filter((file) => texts.has(file));
    expect(writersOf(table).filter((file) => !known.includes(file))).toEqual([]);
  });
});
