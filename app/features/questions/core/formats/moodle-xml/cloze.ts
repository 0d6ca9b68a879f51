import { MATCHINGS } from '../../content/content-type.ts';
import { plainText } from '../../plain-text.ts';
import type { Blank, QuestionBody } from '../../question.ts';
import { fractionOfPercent } from '../choice-weights.ts';
import { letterId } from '../letter-ids.ts';
import { childOf } from '../xml/xml-element.ts';
import { decimalOf, type MoodleReading, rawText } from './moodle-reading.ts';

const OPENING =
  /\{\s*(\d*)\s*:\s*(SHORTANSWER_C|SHORTANSWER|SAC|SA|MWC|MW|NUMERICAL|NM|MULTICHOICE_[VHS]{1,2}|MULTICHOICE|MC[VHS]{0,2}|MULTIRESPONSE_[HS]{1,2}|MULTIRESPONSE|MR[HS]{0,2})\s*:/g;
/** Far more than a text may have. */
const MOST_GAPS = 200;
const WEIGHT = /^%\s*(-?\d+(?:[.,]\d+)?)\s*%/;

interface ClozeAnswer {
  percent: number;
  text: string;
  feedback: string;
}

/** Moodle's text with embedded answers (`{1:MULTICHOICE:=a~b}`) as a text with blanks. */
export function readCloze({ element, texts, doubts }: MoodleReading): QuestionBody | null {
  const text = childOf(element, 'questiontext');
  if (!text) return null;
  const raw = rawText(text);
  const parts: string[] = [];
  const blanks: Blank[] = [];
  let from = 0;
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(raw); match; match = OPENING.exec(raw)) {
    const start = match.index + match[0].length;
    const end = endOfAnswers(raw, start);
    if (end < 0) {
      doubts.say('error', 'unclosed-answers', '', text.line);
      return null;
    }
    const id = String(blanks.length + 1);
    if (blanks.length >= MOST_GAPS) {
      doubts.say('error', 'unsound', 'blanks too-many');
      return null;
    }
    const blank = blankOf(match[2]!, answersOf(raw.slice(start, end)), { id, weight: Number(match[1] || '1') });
    if (!blank) return null;
    blanks.push(blank);
    parts.push(raw.slice(from, match.index), `{{${id}}}`);
    from = end + 1;
    OPENING.lastIndex = from;
  }
  if (blanks.length === 0) {
    doubts.say('warning', 'not-a-question');
    return null;
  }
  return { type: 'blanks', stem: texts.markdownOf([...parts, raw.slice(from)].join(''), text), blanks };

  function blankOf(type: string, answers: ClozeAnswer[], common: { id: string; weight: number }): Blank | null {
    if (answers.some(({ feedback }) => feedback !== '')) doubts.say('warning', 'feedback-lost');
    if (/^(MULTIRESPONSE|MR)/.test(type)) {
      doubts.say('error', 'unsupported', type);
      return null;
    }
    if (/^(NUMERICAL|NM)/.test(type)) {
      const numbers = answers.flatMap(({ text: written, percent }) => {
        const [value, tolerance] = plainOf(written).split(':').map(decimalOf);
        if (value === null || value === undefined || tolerance === null) {
          doubts.say(written === '*' ? 'warning' : 'error', written === '*' ? 'wildcard-lost' : 'bad-number', written);
          return [];
        }
        return { value, tolerance: Math.abs(tolerance ?? 0), fraction: Math.max(0, fractionOfPercent(percent)) };
      });
      return { ...common, kind: 'number', answers: numbers };
    }
    if (/^(SHORTANSWER|SA|MW)/.test(type)) {
      const given = answers.flatMap(({ text: written, percent }) => {
        const plain = plainOf(written);
        if (/(?<!\\)\*/.test(plain)) {
          if (plain !== '*' || percent > 0) doubts.say('warning', 'wildcard-lost', plain);
          return [];
        }
        return { text: plain.replace(/\\\*/g, '*'), fraction: Math.max(0, fractionOfPercent(percent)) };
      });
      const matching = { ...MATCHINGS['ignore-case'], case: /_C$|C$/.test(type) };
      return { ...common, kind: 'text', answers: given, matching };
    }
    const options = answers.map(({ text: written }, index) => ({
      id: letterId(index),
      text: texts.markdownOf(written, text!),
    }));
    const best = answers.findIndex(({ percent }) => percent === 100);
    if (best < 0 || answers.filter(({ percent }) => percent === 100).length > 1) {
      doubts.say(
        'error',
        best < 0 ? 'no-key' : 'two-keys',
        best < 0 ? '' : String(answers.filter(({ percent }) => percent === 100).length),
      );
      return null;
    }
    if (answers.some(({ percent }) => percent !== 0 && percent !== 100)) doubts.say('warning', 'partial-credit-lost');
    return { ...common, kind: 'choice', options, correct: letterId(best) };
  }

  function plainOf(written: string): string {
    return plainText(texts.markdownOf(written, text!));
  }
}

/** The place of the brace that ends the answers; -1 where none does. An escaped one is a word. */
function endOfAnswers(raw: string, from: number): number {
  for (let at = from; at < raw.length; at += 1) {
    if (raw[at] === '\\') at += 1;
    else if (raw[at] === '}') return at;
  }
  return -1;
}

/** `=a#said~%50%b`: answers part at `~`, what is said about one stands behind `#`; entities of HTML hold `#` too. */
function answersOf(block: string): ClozeAnswer[] {
  const answers: ClozeAnswer[] = [];
  let written = '';
  let feedback: string | null = null;
  const add = (sign: string) => {
    if (feedback === null) written += sign;
    else feedback += sign;
  };
  const finish = () => {
    const isRight = /^\s*=/.test(written);
    const body = written.replace(/^\s*=?/, '');
    const weight = WEIGHT.exec(body);
    const percent = weight ? Number(weight[1]!.replace(',', '.')) : isRight ? 100 : 0;
    const text = (weight ? body.slice(weight[0].length) : body).trim();
    if (text !== '') answers.push({ percent, text, feedback: (feedback ?? '').trim() });
    written = '';
    feedback = null;
  };
  for (let at = 0; at < block.length; at += 1) {
    const sign = block[at]!;
    const next = block[at + 1];
    if (sign === '\\' && next !== undefined && /[}#~/"\\]/.test(next)) {
      add(next);
      at += 1;
    } else if (sign === '~') finish();
    else if (sign === '#' && feedback === null && block[at - 1] !== '&') feedback = '';
    else add(sign);
  }
  finish();
  return answers;
}
