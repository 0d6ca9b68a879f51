import { foldTones } from '#app/kernel/vietnamese-text.ts';

/** From what a login name is made when many accounts are made at once. */
export const loginRules = ['number', 'name'] as const;
export type LoginRule = (typeof loginRules)[number];

const SHORTEST = 3;
const LONGEST = 40;

/**
 * What a login name begins with: the service number, or the given name and the initials before it ('Nguyễn Văn An' gives
 * 'annv'); in plain letters and digits that every keyboard can type.
 */
export function loginBase({ number, fullName }: { number: string; fullName: string }, rule: LoginRule): string {
  const plain = (text: string) => foldTones(text.toLowerCase()).replace(/[^a-z0-9]/g, '');
  const words = fullName
    .split(/\s+/)
    .map(plain)
    .filter((word) => word !== '');
  const named =
    (words.at(-1) ?? '') +
    words
      .slice(0, -1)
      .map((word) => word[0])
      .join('');
  const base = (rule === 'name' && named.length > 0 ? named : plain(number)) || named || 'qn';
  return base.slice(0, LONGEST).padEnd(SHORTEST, '0');
}

/** The first free one of base, base2, base3 ...; the caller notes it as taken. */
export function freeLogin(base: string, taken: ReadonlySet<string>, hints: Map<string, number> = new Map()): string {
  let login = base;
  let at = hints.get(base) ?? 1;
  // A number with a digit behind it is another number.
  const join = /\d$/.test(base) ? '.' : '';
  while (taken.has(login)) {
    at += 1;
    login = `${base}${join}${at}`;
  }
  hints.set(base, at);
  return login;
}
