/** Digits and capitals without 0, O, 1 and I, which people mix up when they read a code aloud: 32 characters, 5 bits each. */
export const RECEIPT_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const LENGTH = 4;

/**
 * The short code of a save receipt ("đã lưu lúc 08:15:32, mã 4F7K"): 4 characters from the first 20 bits of a digest.
 *
 * It helps a learner and an examiner to find one save in the log; a million codes are too few to prove anything.
 * Throws RangeError for fewer than 3 bytes.
 */
export function receiptCode(digest: Uint8Array): string {
  const [first, second, third] = digest;
  if (first === undefined || second === undefined || third === undefined) {
    throw new RangeError('a receipt code needs a digest of 3 bytes or more');
  }
  const bits = (first << 16) | (second << 8) | third;
  let code = '';
  for (let place = 0; place < LENGTH; place++) code += RECEIPT_ALPHABET.charAt((bits >> (19 - place * 5)) & 31);
  return code;
}
