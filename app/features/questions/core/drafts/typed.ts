import { printNumber, readNumber } from '#app/features/questions/core/number-text.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';

/** A text as it is stored: NFC, trimmed, line ends '\n'. */
export const clean = (text: string) => nfc(text).replace(/\r\n?/g, '\n').trim();

/** '33,3' as 0.333; NaN for what is no number, which the bounds of a fraction refuse. */
export function fractionOf(percent: string): number {
  const text = percent.trim().replace(',', '.').replace(/%$/, '');
  return text === '' ? Number.NaN : Number((Number(text) / 100).toFixed(7));
}

/** 0.333 as '33,3': the comma is what authors here write, and both are read. */
export function printPercent(fraction: number): string {
  return String(Number((fraction * 100).toFixed(5))).replace('.', ',');
}

/** A typed number in Vietnamese writing; `empty` for nothing typed, NaN for what is no number. */
export function numberOf(text: string, empty = Number.NaN): number {
  if (text.trim() === '') return empty;
  const number = readNumber(text);
  return number && number.unit === '' ? number.values[0]! : Number.NaN;
}

export const printNumberField = (value: number) => (Number.isFinite(value) ? printNumber(value) : '');
