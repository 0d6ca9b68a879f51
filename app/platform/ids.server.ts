import { createHash, randomBytes } from 'node:crypto';
import { dateOf } from '#app/kernel/vietnam-time.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id: 9 characters of time and 11 random ones, in an order that follows time, so that indexes stay compact. */
export function newId(): string {
  let time = Date.now();
  let head = '';
  for (let i = 0; i < 9; i += 1) {
    head = alphabet[time % 32] + head;
    time = Math.floor(time / 32);
  }
  let tail = '';
  for (const byte of randomBytes(11)) tail += alphabet[byte % 32];
  return head + tail;
}

/** 256 random bits for a cookie, as 43 characters that need no escaping. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A random seed for a paper. */
export function newSeed(): string {
  return randomBytes(9).toString('base64url');
}

/** SHA-256 as lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A number that a person can read out and nobody can guess: '2026-7F3K-9QAB-21XD'; no I, L, O or U among the letters. */
export function newCertificateNumber(at: Date): string {
  const letters = [...randomBytes(12)].map((byte) => alphabet[byte % 32]).join('');
  return [dateOf(at).slice(0, 4), ...(letters.toUpperCase().match(/.{4}/g) ?? [])].join('-');
}
