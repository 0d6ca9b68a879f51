import { nfc } from '#app/kernel/vietnamese-text.ts';

export const LONGEST_GROUP_NAME = 120;
/** How many people one pasted list may name. */
export const MOST_PASTED = 5000;

export type GroupProblem = 'missing' | 'too-long';

/** A group's name as it is kept, or why it cannot be one. */
export function groupNameOf(typed: string): { readonly name: string } | { readonly problem: GroupProblem } {
  const name = nfc(typed).trim().replace(/\s+/g, ' ');
  if (name === '') return { problem: 'missing' };
  return name.length > LONGEST_GROUP_NAME ? { problem: 'too-long' } : { name };
}

/** The service numbers of a pasted list: one to the line, or between commas, semicolons and tabs; each once. */
export function pastedNumbers(text: string): string[] {
  const numbers = nfc(text)
    .split(/[\s,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return [...new Set(numbers)].slice(0, MOST_PASTED);
}
