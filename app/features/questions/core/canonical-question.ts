import type { Difficulty, QuestionBody } from '#app/features/questions/core/question.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';

/** Everything whose change makes a new version of a question. */
export interface QuestionContent {
  body: QuestionBody;
  explanation?: string;
  source?: string;
  difficulty?: Difficulty;
  tags?: readonly string[];
}

/**
 * One string for one content, to be hashed: contents that differ only in the order of keys or tags, Unicode form, line
 * ends, outer spaces or empty optional fields give the same string; any other difference gives another. Option ids count,
 * as stored responses name them.
 */
export function canonicalQuestion(content: QuestionContent): string {
  return JSON.stringify(canonical(content));
}

// Lists that are sets: their order says nothing.
const SETS = new Set(['correct', 'tags']);

function canonical(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return nfc(value).replace(/\r\n?/g, '\n').trim();
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item));
    return SETS.has(key) ? [...new Set(items as string[])].sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value)
    .map(([name, field]): [string, unknown] => [name, canonical(field, name)])
    .filter(([name, field]) => !isEmpty(name, field))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields);
}

function isEmpty(name: string, field: unknown): boolean {
  const isEmptyList = Array.isArray(field) && field.length === 0;
  return field === undefined || field === null || field === '' || isEmptyList || (name === 'fixed' && field === false);
}
