import { plainText } from '#app/features/questions/core/plain-text.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';

const LONGEST = 4000;

/** What an author may search a question by: its code, stem, options, answers and tags, without tone marks. */
export function questionSearchKey(code: string, body: QuestionBody, tags: readonly string[]): string {
  const words = [code, plainText(body.stem), ...tags, ...textsOf(body).map(plainText)];
  return foldForSearch(words.join(' ')).slice(0, LONGEST);
}

/** Every `text` of a body, whatever its type: of options, answers, statements, items, criteria. */
function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'text' && typeof part === 'string' ? [part] : textsOf(part),
  );
}
