import { validateQuestion } from '../../validate-question.ts';
import type { Doubts } from '../doubts.ts';
import type { FormatProblem, ReadQuestion } from '../read-question.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { EXTRAS, withExtras } from './extras.ts';

/** What our own export put beside the words of a question. */
export function extrasIn(element: XmlElement): string | null {
  for (const child of element.children) {
    if (typeof child === 'object' && 'instruction' in child && child.instruction === EXTRAS) return child.words;
  }
  return null;
}

/** A question with what stands beside it, judged; null where it is not sound. */
export function wholeQuestion(
  said: ReadQuestion,
  json: string | null,
  doubts: Doubts,
): { question: ReadQuestion | null; problems: FormatProblem[] } {
  const { question, isStale } = json === null ? { question: said, isStale: false } : withExtras(said, json);
  if (isStale) doubts.say('hint', 'extras-stale');
  const unsound = validateQuestion(question.body);
  for (const { field, code } of unsound) doubts.say('error', 'unsound', `${field} ${code}`);
  // What the format's words left open is told beside them: only a file that did not come along is still a doubt.
  const isMended = json !== null && !isStale;
  const problems = isMended
    ? doubts.all.filter(({ code }) => code === 'file-missing' || code === 'unsound')
    : doubts.all;
  return { question: unsound.length > 0 ? null : question, problems };
}
