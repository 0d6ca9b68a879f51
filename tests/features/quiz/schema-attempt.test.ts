import { describe, expect, it, test } from 'vitest';
import { attemptFormSchema, attemptMessageSchema } from '#app/features/quiz/schema.attempt.ts';

const form = (fields: Record<string, unknown>) => attemptFormSchema.safeParse({ page: '1', ...fields });

describe('The form of a page of an attempt', () => {
  const table: [string, Record<string, unknown>, object][] = [
    ['one value', { s3: '4', a3: '1' }, { slot: 3, sequence: 5, response: '1', certainty: null }],
    ['several values', { s3: '0', a3: ['0', '2'] }, { response: ['0', '2'] }],
    ['parts by displayed position', { s3: '0', 'a3.0': 'true', 'a3.11': '' }, { response: { 0: 'true', 11: '' } }],
    ['parts of another slot beside', { s3: '0', 'a3.0': '1', s13: '0', 'a13.0': '2' }, { response: { 0: '1' } }],
    ['nothing', { s3: '0' }, { response: null, certainty: null }],
    ['a certainty', { s3: '0', a3: '1', c3: '2' }, { response: '1', certainty: 2 }],
    ['a certainty without an answer', { s3: '0', c3: '3' }, { response: null, certainty: 3 }],
    [
      'an answer that is taken back',
      { s3: '0', 'a3.0': '1', c3: '2', do: 'clear:3' },
      { response: null, certainty: null },
    ],
  ];
  test.each(table)('reads %s', (_title, fields, expected) => {
    expect(form(fields).data?.answers[0]).toMatchObject(expected);
  });

  it.each([
    ['a part of no answer', { s3: '0', 's3.1': '0' }, 'unexpected'],
    ['a part of a certainty', { s3: '0', 'c3.0': '1' }, 'unexpected'],
    ['a part beyond counting', { s3: '0', 'a3.100': '1' }, 'unexpected'],
    ['a part without a sequence', { 'a3.0': '1' }, 'no-sequence'],
    ['a certainty without a sequence', { c3: '1' }, 'no-sequence'],
    ['a certainty that there is not', { s3: '0', c3: '4' }, 'not-a-certainty'],
  ])('refuses %s', (_title, fields, message) => {
    expect(form(fields).error?.issues.map((issue) => issue.message)).toContain(message);
  });
});

describe('The message about one answer', () => {
  const read = (message: object) => attemptMessageSchema(message).safeParse(message);

  it.each([
    { slot: 1, sequence: 1, response: { 0: 'true', 12: 3 } },
    { slot: 1, sequence: 1, response: [2, 0, 1], certainty: 3 },
    { slot: 1, sequence: 1, response: null, certainty: null },
    { slot: 1, sequence: 1, response: 'một bài viết '.repeat(1500) },
  ])('takes %j', (message) => {
    expect(read(message).data).toEqual(message);
  });

  it.each([
    { slot: 1, sequence: 1, response: 'a', certainty: 0 },
    { slot: 1, sequence: 1, response: 'a', certainty: '1' },
    { slot: 1, sequence: 1, response: { x: 'true' } },
    { slot: 1, sequence: 1, response: { 0: { deep: 1 } } },
    { slot: 1, sequence: 1, response: 'x'.repeat(20_001) },
  ])('refuses %j', (message) => {
    expect(read(message).success).toBe(false);
  });
});
