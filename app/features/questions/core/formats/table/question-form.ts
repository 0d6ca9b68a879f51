import { difficultyWords, scoringWords, typeWords } from '../text/extended/field-words.ts';
import { optionHead, printedHeads, richHead } from './question-columns.ts';

export interface FormColumn {
  header: string;
  example: string;
  allowed?: readonly string[];
  width: number;
}

const firsts = (words: Readonly<Record<string, readonly string[]>>) =>
  Object.values(words).map(([first = '']) => first);

/** Columns of a sheet of questions as a program for tables shows them: their widths, and what may be chosen. */
export function formColumns(heads: readonly string[]): FormColumn[] {
  const allowed: Record<string, readonly string[]> = {
    [printedHeads.type]: firsts(typeWords),
    [printedHeads.difficulty]: firsts(difficultyWords),
    [printedHeads.scoring]: firsts(scoringWords),
  };
  const wide = new Set<string>([richHead, printedHeads.stem, printedHeads.explanation, printedHeads.details]);
  return heads.map((header) => ({
    ...{ header, example: '' },
    ...(allowed[header] && { allowed: allowed[header] }),
    width: wide.has(header) ? 48 : header === printedHeads.number ? 6 : header.startsWith(optionHead('')) ? 24 : 20,
  }));
}
