import type { AttachedFiles } from './attached-files.ts';
import type { PrintQuestion } from './print-question.ts';
import type { AttachedFile } from './read-question.ts';

/** The file at an address of Markdown (`media:ID`, `attached:NAME`); null where it does not come along. */
export type FileOf = (address: string) => AttachedFile | null;

const ADDRESS = /(\]\()((?:media|attached):[A-Za-z0-9._-]+)(?=[)\s])/g;

/**
 * The question as somebody finds it who reads the file: its pictures and sounds under the names that they have there.
 * `isWhole` is false where one of them does not come along.
 */
export function withFilesNamed(
  question: PrintQuestion,
  fileOf: FileOf,
  files: AttachedFiles,
): { question: PrintQuestion; isWhole: boolean } {
  let isWhole = true;
  const named = (text: string): string =>
    text.replace(ADDRESS, (all, opens: string, address: string) => {
      const file = fileOf(address);
      if (!file) isWhole = false;
      // One address is one file, whatever its bytes.
      return file ? `${opens}${files.add(file.name, address, () => file.bytes)}` : all;
    });
  return { question: mapTexts(question, named), isWhole };
}

function mapTexts<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return (value.includes('](') ? change(value) : value) as Value;
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapTexts(one, change)])) as Value;
}

/** The names of the files that a text of the file shows. */
export const namesIn = (markdown: string): string[] => [
  ...new Set([...markdown.matchAll(/\]\(attached:([A-Za-z0-9._-]+)[)\s]/g)].map(([, name = '']) => name)),
];
