import { difficulties, type QuestionBody } from '../../question.ts';
import { validateQuestion } from '../../validate-question.ts';
import { lostBetween } from '../lost-between.ts';
import type { PrintQuestion, Unsayable } from '../print-question.ts';
import { isBody } from './body-shape.ts';

/** The instruction of XML under which files of ours carry what their format has no word for. Other programs pass it over. */
export const EXTRAS = 'hoctap35';

/** A field whose value the format's own words do not give, and the mark of what they do give. */
interface Extra {
  value: unknown;
  of: string;
}

/** The fields of a question by name; those of its body as 'body.options'. */
type Fields = Record<string, unknown>;

/**
 * What must stand beside a question so that a reader gets it whole: the fields that differ from what the format's own words
 * say of it (`said`), as JSON. Empty for none. Fields of `elsewhere` have their place in another part of the file.
 */
export function extrasOf(
  question: PrintQuestion,
  said: PrintQuestion,
  elsewhere: ReadonlySet<string> = new Set(),
): string {
  const isSameType = question.body.type === said.body.type;
  const [wanted, given] = [fieldsOf(question, isSameType), fieldsOf(said, isSameType)];
  const extras: Record<string, Extra> = {};
  for (const [name, value] of Object.entries(wanted)) {
    if (!elsewhere.has(name) && settled(value) !== settled(given[name]))
      extras[name] = { value, of: mark(given[name]) };
  }
  if (Object.keys(extras).length === 0) return '';
  // The end of the instruction may not stand in it, nor what XML cannot hold; JSON has hidden the controls already.
  return JSON.stringify(extras).replace(/[?<>&\u007f-\u009f\u2028\u2029\ufffe\uffff]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/**
 * The question with what stands beside it. A field counts only while the words that it stood beside are as they were: whoever
 * edited the question in other software meant the edit, and `isStale` tells that something was passed over.
 */
export function withExtras<Question extends PrintQuestion>(
  said: Question,
  json: string,
): { question: Question; isStale: boolean } {
  const extras = readExtras(json);
  if (!extras) return { question: said, isStale: true };
  const whole = extras.body;
  const given = fieldsOf(said, !whole);
  const kept: Fields = {};
  let isStale = false;
  for (const [name, { value, of }] of Object.entries(extras)) {
    if (Object.hasOwn(given, name) && mark(given[name]) === of) kept[name] = value;
    else isStale = true;
  }
  const body = { ...(kept.body ?? said.body) } as Record<string, unknown>;
  for (const [name, value] of Object.entries(kept)) if (name.startsWith('body.')) body[name.slice(5)] = value;
  const meta = Object.fromEntries(Object.entries(kept).filter(([name, value]) => isMeta(name, value)));
  if (!isBody(body) || validateQuestion(body).length > 0) return { question: { ...said, ...meta }, isStale: true };
  return { question: { ...said, ...meta, body }, isStale };
}

/** What of a question only files of ours tell, as other software shows and marks it by the format's own words. */
export const toldBesides = (question: PrintQuestion, said: PrintQuestion): Unsayable[] =>
  // How a text is marked up in another markup is no loss.
  lostBetween(question, said, () => true);

function fieldsOf({ body, ...rest }: PrintQuestion, isSameType: boolean): Fields {
  const { title, category, tags, difficulty, explanation, source } = rest;
  const meta = { title, category, tags, difficulty, explanation, source };
  if (!isSameType) return { ...meta, body };
  const { type: _type, ...fields } = body as QuestionBody & Fields;
  return { ...meta, ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`body.${name}`, value])) };
}

function isMeta(name: string, value: unknown): boolean {
  switch (name) {
    case 'title':
    case 'category':
    case 'explanation':
    case 'source':
      return typeof value === 'string';
    case 'tags':
      return Array.isArray(value) && value.every((tag) => typeof tag === 'string');
    case 'difficulty':
      return value === null || (difficulties as readonly unknown[]).includes(value);
    default:
      return false;
  }
}

function readExtras(json: string): Record<string, Extra> | null {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return null;
  const isExtra = (one: unknown): one is Extra =>
    typeof one === 'object' && one !== null && 'value' in one && typeof (one as Extra).of === 'string';
  return Object.values(read).every(isExtra) ? (read as Record<string, Extra>) : null;
}

/** One text for one value: fields in a settled order, those that are undefined left out. */
function settled(value: unknown): string {
  return (
    JSON.stringify(value, (_key, one: unknown) =>
      typeof one === 'object' && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    ) ?? 'null'
  );
}

/** A short mark of a value (FNV-1a). It guards against edits, not against anybody who wants to deceive. */
function mark(value: unknown): string {
  let hash = 0x811c9dc5;
  for (const sign of settled(value)) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36);
}
