import { foldForSearch, nfc } from '#app/kernel/vietnamese-text.ts';
import type { UnitKind } from '../person.ts';

const kinds: readonly [UnitKind, readonly string[], string][] = [
  ['corps', ['quan doan', 'quan khu', 'quan chung', 'quan binh chung', 'binh chung'], ''],
  ['division', ['su doan'], 'f'],
  ['brigade', ['lu doan', 'lu'], ''],
  ['regiment', ['trung doan'], 'e'],
  ['battalion', ['tieu doan'], 'd'],
  ['company', ['dai doi'], 'c'],
  ['platoon', ['trung doi'], 'b'],
  ['squad', ['tieu doi', 'khau doi'], 'a'],
];

/** The parts of a unit's path as typed: 'Lữ đoàn 1 / Tiểu đoàn 2 > Đại đội 3'. */
export const unitSteps = (typed: string): string[] =>
  nfc(typed)
    .split(/[/\\>»→|]+/)
    .map((step) => step.replace(/\s+/g, ' ').trim())
    .filter((step) => step !== '');

/** A unit's name as it is compared: no tone marks, case or signs, and 'd2', 'c 3' read as the army writes them short. */
export function unitKey(name: string): string {
  const folded = foldForSearch(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const short = /^([abcdef]) ?(\d+)$/.exec(folded);
  const long = short && kinds.find(([, , letter]) => letter === short[1]);
  return long ? `${long[1][0]} ${short[2]}` : folded;
}

/** The kind of unit that a name or a typed kind speaks of; what is none of the ladder is an agency. */
export function kindOfName(name: string): UnitKind {
  const key = unitKey(name);
  return kinds.find(([, words]) => words.some((word) => key === word || key.startsWith(`${word} `)))?.[0] ?? 'agency';
}

/** The short name of a unit that is made from its name alone: 'Tiểu đoàn 2' is d2, others stay whole. */
export function shortNameOf(name: string): string {
  const key = unitKey(name);
  for (const [, words, letter] of kinds) {
    const number = words.map((word) => new RegExp(`^${word} (\\d+[a-z]?)$`).exec(key)?.[1]).find(Boolean);
    if (number && letter) return `${letter}${number}`;
  }
  return name;
}
