import { blankMarks, renameBlankMarks } from '../blank-marks.ts';
import type { Blank, QuestionBody } from '../question.ts';
import { type PrintQuestion, type Unsayable, unsayables } from './print-question.ts';

/** Whether two texts are the same to who reads them on a page. */
export type IsSameText = (one: string, other: string) => boolean;

const NAMES: Readonly<Record<string, Unsayable>> = {
  ...{ scoring: 'scoring', fraction: 'scoring', weight: 'scoring', fixed: 'fixed' },
  ...{ case: 'matching', tones: 'matching', spelling: 'matching' },
  ...{ tolerance: 'tolerance', toleranceKind: 'tolerance' },
  ...{ units: 'units', name: 'units', factor: 'units', unitPolicy: 'units', unitPenalty: 'units' },
  ...{ feedback: 'feedback', feedbackTrue: 'feedback', feedbackFalse: 'feedback' },
  ...{ rubric: 'marking', levels: 'marking', points: 'marking', markerNotes: 'marking' },
  ...{ minWords: 'marking', maxWords: 'marking', maxFiles: 'marking' },
};
const TEXTS = new Set(['stem', 'text', 'feedback', 'feedbackTrue', 'feedbackFalse', 'markerNotes']);

/**
 * What of a question is not in `said`, which is what somebody reads who reads its file: by name, each once. Ids are of no
 * account, and neither is the order of what has none. A text that says the same in another look lost its markup.
 */
export function lostBetween(question: PrintQuestion, said: PrintQuestion, isSameText: IsSameText): Unsayable[] {
  const lost = new Set<Unsayable>();
  const compareText = (name: Unsayable, one: string, other: string) => {
    if (one.trim() === other.trim()) return;
    if (one.trim() === '' || other.trim() === '') lost.add(name);
    else if (picturesIn(one) !== picturesIn(other)) lost.add('pictures');
    else if (!isSameText(one, other)) lost.add('markup');
  };
  const walk = (one: unknown, other: unknown, name: string): void => {
    if (typeof one === 'object' && one !== null && typeof other === 'object' && other !== null) {
      const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>];
      if (Array.isArray(one) && one.length !== (other as unknown[]).length) lost.add(NAMES[name] ?? 'answers');
      else {
        for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
          walk(a[key], b[key], Array.isArray(one) ? name : key);
      }
    } else if (TEXTS.has(name)) compareText(NAMES[name] ?? 'answers', String(one ?? ''), String(other ?? ''));
    else if ((one ?? false) !== (other ?? false)) lost.add(NAMES[name] ?? 'answers');
  };
  if (question.body.type === said.body.type) walk(shapeOf(question.body), shapeOf(said.body), '');
  else lost.add('type');
  for (const name of ['explanation', 'source'] as const) compareText(name, question[name], said[name]);
  if (!isNumber(question.title) && !isSame(question.title, said.title)) lost.add('title');
  if (!isSame(question.category, said.category)) lost.add('category');
  if ([...question.tags].sort().join('\n') !== [...said.tags].sort().join('\n')) lost.add('tags');
  if (question.difficulty !== said.difficulty) lost.add('difficulty');
  return unsayables.filter((name) => lost.has(name));
}

const isSame = (one: string, other: string): boolean =>
  one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();
/** On paper questions are numbered anew; none and a number say the same. */
const isNumber = (title: string): boolean => /^(Câu \d+)?$/.test(title);
const picturesIn = (text: string): number => [...text.matchAll(/!\[[^\]]*\]\(/g)].length;

const withoutId = <Row extends { id: string }>({ id: _, ...row }: Row) => row;

/** A body without its ids: what they tell is told by places and texts. */
function shapeOf(body: QuestionBody): unknown {
  switch (body.type) {
    case 'single':
    case 'multiple': {
      const { options, correct } = body;
      const isRight = (id: string) => (body.type === 'single' ? correct === id : correct.includes(id));
      return { ...body, correct: 0, options: options.map((row) => ({ ...withoutId(row), isRight: isRight(row.id) })) };
    }
    case 'cluster':
      return { ...body, statements: body.statements.map(withoutId) };
    case 'ordering':
      return { ...body, items: body.items.map(withoutId) };
    case 'matching': {
      const texts = new Map(body.choices.map(({ id, text }) => [id, text]));
      const prompts = body.prompts.map(({ id, text, feedback }) => ({
        prompt: { text, feedback },
        goesWith: { text: texts.get(body.pairs[id] ?? '') },
      }));
      const used = new Set(Object.values(body.pairs));
      const spare = body.choices.filter(({ id }) => !used.has(id)).map(withoutId);
      return { stem: body.stem, scoring: body.scoring, prompts, spare };
    }
    case 'blanks': {
      const places = new Map(blankMarks(body.stem).map((id, at) => [id, at + 1]));
      const inOrder = [...body.blanks].sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
      return { stem: renameBlankMarks(body.stem, (id) => places.get(id)), blanks: inOrder.map(shapeOfBlank) };
    }
    case 'essay':
      return { ...body, rubric: body.rubric.map(withoutId) };
    default:
      return body;
  }
}

function shapeOfBlank(blank: Blank): unknown {
  const { id: _, ...rest } = blank;
  if (rest.kind !== 'choice') return rest;
  const { options, correct } = rest;
  return { ...rest, correct: 0, options: options.map((row) => ({ text: row.text, isRight: row.id === correct })) };
}
