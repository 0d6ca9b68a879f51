import { plainText } from '#app/features/questions/core/plain-text.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';

const LONGEST = 4000;

/** What an author may search a question by: its code, stem, options, answers and tags, without tone marks. */
export function questionSearchKey(code: string, body: QuestionBody, tags: readonly string[]): string {
  const texts = 'options' in body ? body.options : 'answers' in body ? body.answers : [];
  const words = [code, plainText(body.stem), ...tags, ...texts.map(({ text }) => plainText(text))];
  return foldForSearch(words.join(' ')).slice(0, LONGEST);
}
