import type { GiftAnswers, GiftChoice, GiftNumber, GiftText, MarkupName } from './gift-item.ts';
import { giftText } from './gift-text.ts';

/** What stands between the braces, or why it is nothing. `general`: what follows `####`. */
export type AnswersReading =
  | { answers: GiftAnswers; general: GiftText | null }
  | { problem: 'unknown-answers' | 'bad-number' | 'bad-weight' };

const WEIGHT = /^\s*%\s*([+-]?\d+(?:[.,]\d+)?)\s*%/;
const TRUTH = /^(true|t|false|f)$/i;

/** Reads the answers of a question whose escapes are hidden; texts without markup of their own take that of the stem. */
export function readGiftAnswers(block: string, markup: MarkupName): AnswersReading {
  const [own = '', general = null] = cutAt(block, '####');
  const generalText = general === null ? null : nonEmpty(giftText(general, markup));
  const reading = readOwn(own.trim(), markup);
  return 'problem' in reading ? reading : { answers: reading, general: generalText };
}

type Own = GiftAnswers | Extract<AnswersReading, { problem: string }>;

function readOwn(text: string, markup: MarkupName): Own {
  if (text === '') return { type: 'essay' };
  if (text.startsWith('#')) return numerical(text.slice(1), markup);
  const [truth = '', first = null, second = null] = text.split('#');
  if (TRUTH.test(truth.trim())) {
    const feedback = (raw: string | null) => (raw === null ? null : nonEmpty(giftText(raw, markup)));
    const isTrue = /^t/i.test(truth.trim());
    return { type: 'true-false', isTrue, trueFeedback: feedback(first), falseFeedback: feedback(second) };
  }
  if (!/^[=~]/.test(text)) return { problem: 'unknown-answers' };
  const parts = partsOf(text);
  const isPair = ({ sign, rest }: { sign: string; rest: string }) =>
    sign === '=' && rest.includes('->') && !WEIGHT.test(rest);
  const isMatching = parts.length > 1 && parts.every(isPair);
  if (isMatching) return { type: 'matching', pairs: parts.map(({ rest }) => pairOf(rest, markup)) };
  const choices: GiftChoice[] = [];
  for (const { sign, rest } of parts) {
    const choice = choiceOf(sign, rest, markup);
    if (!choice) return { problem: 'bad-weight' };
    choices.push(choice);
  }
  return { type: choices.every(({ isRight }) => isRight) ? 'short' : 'choice', choices };
}

function partsOf(text: string): { sign: string; rest: string }[] {
  return [...text.matchAll(/([=~])([^=~]*)/g)].map(([, sign = '', rest = '']) => ({ sign, rest }));
}

function pairOf(rest: string, markup: MarkupName): { prompt: GiftText; choice: string } {
  // The last arrow parts them: a prompt may hold arrows of its own, a choice is a few plain words.
  const place = rest.lastIndexOf('->');
  const [prompt, choice] = [rest.slice(0, place), rest.slice(place + 2)];
  // Feedback of a pair is no part of the format; Moodle drops it likewise.
  return { prompt: giftText(prompt, markup), choice: giftText(choice.split('#')[0] ?? '', 'plain').text };
}

/** What stands before an answer as `%50%`: null where nothing does, undefined where it is no lawful per cent. */
function weightOf(rest: string): { weight: number | null; text: string } | undefined {
  const match = WEIGHT.exec(rest);
  if (!match) return { weight: null, text: rest };
  const weight = Number(match[1]!.replace(',', '.'));
  return Math.abs(weight) <= 100 ? { weight, text: rest.slice(match[0].length) } : undefined;
}

function choiceOf(sign: string, rest: string, markup: MarkupName): GiftChoice | null {
  const weighed = weightOf(rest);
  if (!weighed) return null;
  const [text = '', feedback = null] = cutAt(weighed.text, '#');
  return {
    isRight: sign === '=',
    weight: weighed.weight,
    text: giftText(text, markup),
    feedback: feedback === null ? null : nonEmpty(giftText(feedback, markup)),
  };
}

function numerical(text: string, markup: MarkupName): Own {
  const parts = text.trim().startsWith('=') ? partsOf(text.trim()) : [{ sign: '=', rest: text }];
  const numbers: Extract<GiftAnswers, { type: 'numerical' }>['numbers'] = [];
  for (const { rest } of parts) {
    const weighed = weightOf(rest);
    if (!weighed) return { problem: 'bad-weight' };
    const [written = '', feedback = null] = cutAt(weighed.text, '#');
    const number = numberOf(written);
    if (!number) return { problem: 'bad-number' };
    const said = feedback === null ? null : nonEmpty(giftText(feedback, markup));
    numbers.push({ number, weight: weighed.weight, feedback: said });
  }
  return { type: 'numerical', numbers };
}

function numberOf(text: string): GiftNumber | null {
  const [first = '', second] = cutAt(text, '..');
  if (second !== undefined) {
    const [low, high] = [decimal(first), decimal(second)];
    return low === null || high === null ? null : { low: Math.min(low, high), high: Math.max(low, high) };
  }
  const [value, tolerance] = cutAt(text, ':').map(decimal);
  if (value === null || value === undefined || tolerance === null) return null;
  return { value, tolerance: Math.abs(tolerance ?? 0) };
}

function decimal(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : null;
}

function cutAt(text: string, mark: string): [string] | [string, string] {
  const place = text.indexOf(mark);
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + mark.length)];
}

const nonEmpty = (text: GiftText): GiftText | null => (text.text === '' ? null : text);
