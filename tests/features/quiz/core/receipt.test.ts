import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECEIPT_ALPHABET, receiptCode } from '#app/features/quiz/core/receipt.ts';

describe('A receipt code', () => {
  it('has 4 characters that nobody mixes up', () => {
    expect(RECEIPT_ALPHABET).toHaveLength(32);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 3, maxLength: 32 }), (digest) => {
        expect(receiptCode(digest)).toMatch(/^[2-9A-HJ-NP-Z]{4}$/);
      }),
    );
  });

  it.each([
    [[0, 0, 0], '2222'],
    [[255, 255, 255], 'ZZZZ'],
    [[0b00001_000, 0b10_00011_0, 0b0100_0000], '3456'],
  ])('of the digest %j is %s', (digest, expected) => {
    expect(receiptCode(Uint8Array.from(digest))).toBe(expected);
  });

  it('is refused for a digest of less than 3 bytes', () => {
    expect(() => receiptCode(new Uint8Array(2))).toThrow(RangeError);
  });
});
