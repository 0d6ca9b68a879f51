import type { Doubts } from '../doubts.ts';
import { childOf, wordsOf, type XmlElement } from '../xml/xml-element.ts';
import type { MoodleTexts } from './moodle-texts.ts';

/** What a reader of one type is given. */
export interface MoodleReading {
  element: XmlElement;
  stem: string;
  texts: MoodleTexts;
  doubts: Doubts;
}

/** The words of an element: those of its `text`, and where a file leaves that out its own. */
export function rawText(element: XmlElement | null): string {
  if (!element) return '';
  const text = childOf(element, 'text');
  return wordsOf(text ?? element);
}

/** A value of the question that is a plain word: `<single>true</single>`. */
export const settingOf = (element: XmlElement, name: string): string => {
  const child = childOf(element, name);
  return (child ? rawText(child) : '').trim();
};

/** A number as Moodle writes it; null for none. */
export function decimalOf(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : null;
}
