import { describe, expect, it } from 'vitest';
import { attemptFormSchema, attemptMessageSchema } from '#app/features/quiz/schema.attempt.ts';

const form = (fields: Record<string, unknown>) => attemptFormSchema.safeParse({ page: '1', ...fields });
const answersOf = (fields: Record<string, unknown>) => {
  const read = form(fields);
  return read.success ? read.data.answers.map(({ slot, response }) => [slot, response]) : read.error.issues[0]?.message;
};

describe('the plain form of a page', () => {
  it.each<[Record<string, unknown>, unknown]>([
    [{ s3: '0', a3: '2' }, [[3, '2']]],
    [{ s3: '0', 'a3.0': 'true', 'a3.2': '' }, [[3, { 0: 'true', 2: '' }]]],
    [
      { s1: '4', s12: '0', 'a12.10': 'x', a1: 'y' },
      [
        [1, 'y'],
        [12, { 10: 'x' }],
      ],
    ],
    [{ s3: '0' }, [[3, null]]],
    [{ s3: '0', 'a3.0': 'true', do: 'clear:3' }, [[3, null]]],
    [{ 'a3.0': 'true' }, 'no-sequence'],
    [{ s3: '0', 'a3.100': 'true' }, 'unexpected'],
    [{ s3: '0', 'a3.x': 'true' }, 'unexpected'],
    [{ 's3.0': '0' }, 'unexpected'],
    [{ s3: '0', a3: 'x'.repeat(40_001) }, 'too-long'],
  ])('case %# is read', (fields, answers) => {
    expect(answersOf(fields)).toEqual(answers);
  });

  it('takes a long text with the line ends of a browser', () => {
    expect(answersOf({ s1: '0', a1: 'x\r\n'.repeat(6000) })).toEqual([[1, 'x\r\n'.repeat(6000)]]);
  });
});

describe('a message about one answer', () => {
  const takes = (response: unknown) => attemptMessageSchema({}).safeParse({ slot: 1, sequence: 1, response }).success;
  const parts = (count: number, value: unknown) =>
    Object.fromEntries(Array.from({ length: count }, (_, position) => [String(position), value]));

  it.each<[string, unknown, boolean]>([
    ['a record of positions', { 0: 1, 1: 'true', 2: null }, true],
    ['50 parts', parts(50, 'x'), true],
    ['51 parts', parts(51, 'x'), false],
    ['a part of 2,000 characters', { 0: 'x'.repeat(2000) }, true],
    ['a longer one', { 0: 'x'.repeat(2001) }, false],
    ['a part by name', { a: 1 }, false],
    ['parts within parts', { 0: { 1: 2 } }, false],
    ['an essay', 'x'.repeat(20_000), true],
    ['a book', 'x'.repeat(20_001), false],
    ['an order', [2, 0, 1], true],
  ])('with %s: %#', (_, response, isTaken) => {
    expect(takes(response)).toBe(isTaken);
  });
});
