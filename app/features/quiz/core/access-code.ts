/** Eight digits that nobody mistakes for another, read out or written on a board: no 0, no 1. */
const DIGITS = '23456789';
const LENGTH = 6;

/** What is signed for the code of one quiz on one day ('2026-11-22' in Việt Nam): it changes at midnight there. */
export const dayCodeText = (quizId: string, date: string): string => `quiz-day-code ${quizId} ${date}`;

/** The code of the day from the signature of `dayCodeText`. Each digit is as likely as another: 8 divides 256. */
export function dayCodeOf(signature: Uint8Array): string {
  return [...signature.slice(0, LENGTH)].map((byte) => DIGITS[byte % DIGITS.length]).join('');
}

/** A code or password as it is compared: composed letters, without spaces around it; a code also without those inside. */
export function plainCode(typed: string, kind: 'password' | 'day-code'): string {
  const text = typed.normalize('NFC').trim();
  return kind === 'day-code' ? text.replace(/[\s.-]+/g, '') : text;
}

/** How often a wrong code may be tried by one person at one quiz, and within how many seconds. */
export const CODE_TRIES = { points: 10, seconds: 600 } as const;
