// The mantissa, an exponent ('e3', 'E-3', 'x10^3', '·10^-3'), and what stands behind: the unit.
const NUMBER =
  /^([+\-−–]?)\s*((?:\d[\d., \u00a0\u202f]*\d|\d)|[.,]\d+)(?:\s*(?:[eE]|[x×*·.]\s*10\s*\^)\s*([+\-−–]?\d{1,3}))?\s*([\p{L}\p{Sc}%‰°](?:\D*[^\d\s])?[23]?)?\.?$/u;
const GROUPED = /^[1-9]\d{0,2}(?:([., \u00a0\u202f])\d{3})(?:\1\d{3})*$/;

/** A number as typed: every value that its writing can mean, the Vietnamese one first, and the unit behind it or ''. */
export interface TypedNumber {
  values: number[];
  unit: string;
}

/**
 * Reads a typed number. Vietnamese and English writing are both understood ('1.234,5', '1,234.5', '12,5', '.5', '1 234',
 * '1,5e3', '1,5x10^3'). Three digits behind one lone separator can mean both thousands and a fraction ('1.234'): then there are two
 * values, the Vietnamese one first (a dot groups, a comma is decimal). Null for what is no number.
 */
export function readNumber(text: string): TypedNumber | null {
  const match = NUMBER.exec(text.normalize('NFC').trim());
  if (!match) return null;
  const [, sign = '', mantissa = '', exponent = '', unit = ''] = match;
  const factor = isMinus(sign) ? -1 : 1;
  const power = exponent === '' ? '' : `e${exponent.replace(/[−–]/, '-')}`;
  const values = mantissas(mantissa)
    .map((digits) => factor * Number(digits + power) + 0)
    .filter(Number.isFinite);
  return values.length === 0
    ? null
    : { values: [...new Set(values)], unit: unit.replace(/\.$/, '').replace(/\s+/g, ' ') };
}

const isMinus = (sign: string) => sign !== '' && sign !== '+';

/** The digits of a mantissa as JavaScript writes them, for each reading that its separators allow. */
function mantissas(written: string): string[] {
  const [whole = '', fraction, ...more] = written.split(/[.,](?=\d+$)/);
  if (/^\d+$/.test(written)) return [written];
  const grouped = GROUPED.test(written) ? [written.replace(/\D/g, '')] : [];
  const last = written[whole.length];
  const isPlainWhole = /^\d*$/.test(whole);
  const isGroupedWhole = GROUPED.test(whole) && !whole.includes(last ?? '');
  const isDecimal = fraction !== undefined && more.length === 0 && (isPlainWhole || isGroupedWhole);
  const decimal = isDecimal ? [`${whole.replace(/\D/g, '') || '0'}.${fraction}`] : [];
  return last === '.' ? [...grouped, ...decimal] : [...decimal, ...grouped];
}

/** A number as Vietnamese writes it, without grouping: '1234,5'. `readNumber` reads the same value first. */
export function printNumber(value: number): string {
  return String(value).replace('.', ',');
}

/**
 * Whether `value` lies within `tolerance` of `wanted`, the bounds included: what binary fractions add to a difference
 * (0.4 - 0.3 > 0.1) does not count.
 */
export function isWithin(value: number, wanted: number, tolerance: number): boolean {
  const slack = 2 * Number.EPSILON * (Math.abs(value) + Math.abs(wanted));
  return Math.abs(value - wanted) <= tolerance + slack;
}
