import { printNumber, readNumber } from '../../../number-text.ts';

/** A share as it is written: '50%', or the number itself where per cent would not give it back. */
export function printShare(value: number): string {
  const percent = Number((value * 100).toPrecision(12));
  return percent / 100 === value ? `${printNumber(percent)}%` : printNumber(value);
}

/** The number that a share means; null for none. */
export function readShare(text: string): number | null {
  const match = /^(.*?)\s*(%?)$/.exec(text.trim())!;
  const value = numberOf(match[1]!);
  return value === null ? null : match[2] === '%' ? value / 100 : value;
}

/** A number in its Vietnamese writing; null for none, or for one with words behind. */
export function numberOf(text: string): number | null {
  const read = readNumber(text);
  return read && read.unit === '' ? read.values[0]! : null;
}

/** Texts in one line, parted by `sign`; what stands in them of it is behind a backslash. */
export const printList = (texts: readonly string[], sign: string): string =>
  texts
    .map((text) => text.replace(/\s*\n\s*/g, ' ').replace(/[\\|;=]/g, '\\$&'))
    .join(`${sign === ';' ? '' : ' '}${sign} `);

/** The texts of such a line, still with their backslashes. */
export function splitList(line: string, sign: string): string[] {
  const parts = [''];
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at]!;
    if (char === '\\' && at + 1 < line.length) {
      parts[parts.length - 1] += char + line[at + 1];
      at += 1;
    } else if (char === sign) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

export const plainOf = (text: string): string => text.replace(/\\([\\|;=*])/g, '$1');

const SHARE = /\s*\((\d[\d.,e-]*\s*%|0,\d+|\d(?:,\d+)?e-\d+)\)$/;

/** A text and the share behind it: 'Hà Nội (50%)'. Nothing is said of the whole. */
export function printWorth(text: string, fraction: number): string {
  return fraction === 1 && !SHARE.test(text) ? text : `${text} (${printShare(fraction)})`;
}

export function readWorth(text: string): { text: string; fraction: number } {
  const share = SHARE.exec(text);
  const fraction = share ? readShare(share[1]!) : null;
  return fraction === null ? { text, fraction: 1 } : { text: text.slice(0, share!.index), fraction };
}

/** A number with what it may differ: '12,5 ± 0,1', '200 ± 5%'. */
export interface Around {
  value: number;
  tolerance: number;
  toleranceKind: 'absolute' | 'relative';
}

export function printAround({ value, tolerance, toleranceKind }: Around): string {
  if (toleranceKind === 'absolute')
    return tolerance === 0 ? printNumber(value) : `${printNumber(value)} ± ${printNumber(tolerance)}`;
  const share = printShare(tolerance);
  return `${printNumber(value)} ± ${share.endsWith('%') ? share : `${share} lần`}`;
}

export function readAround(text: string): Around | null {
  const [first = '', second, ...more] = text.split(/±|\+\/-|\+-/);
  const value = numberOf(first);
  if (value === null || more.length > 0) return null;
  if (second === undefined) return { value, tolerance: 0, toleranceKind: 'absolute' };
  const isRelative = /(%|lần)\s*$/u.test(second);
  const tolerance = isRelative ? readShare(second.replace(/\s*lần\s*$/u, '')) : numberOf(second);
  return tolerance === null ? null : { value, tolerance, toleranceKind: isRelative ? 'relative' : 'absolute' };
}
