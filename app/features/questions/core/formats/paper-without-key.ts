import { seededRandom } from '#app/kernel/seeded-random.ts';
import { renameBlankMarks } from '../blank-marks.ts';
import type { QuestionBody } from '../question.ts';
import type { PrintQuestion } from './print-question.ts';
import { type PaperEntry, questionEntries } from './print-text.ts';
import type { FieldName } from './text/extended/field-lines.ts';

/** A gap that is filled with a pen. */
const GAP = '……………';

// The lists that are answered; everything else that a field says is the key, or for who marks.
const SHOWN: ReadonlySet<FieldName> = new Set(['left', 'right', 'items', 'words']);

/**
 * What of a question a learner may see, in the order of a paper: no key, no remark, no explanation, and no order that is the
 * right one. The same question always gives the same paper.
 */
export function entriesWithoutKey(question: PrintQuestion, place: number): PaperEntry[] {
  const body = bodyToShow(question.body);
  const plain = { ...question, title: '', tags: [], source: '', explanation: '', difficulty: null, body };
  const entries = questionEntries(plain, place).filter(({ field }) => field === null || SHOWN.has(field));
  return [...entries, ...choicesOfBlanks(question.body)];
}

function bodyToShow(body: QuestionBody): QuestionBody {
  const chance = seededRandom(`paper\n${body.stem}`);
  if (body.type === 'ordering') return { ...body, items: chance.shuffle(body.items) };
  if (body.type === 'matching') return { ...body, choices: chance.shuffle(body.choices) };
  if (body.type !== 'blanks') return body;
  const places = new Map(body.blanks.map(({ id }, at) => [id, at + 1]));
  let stem = renameBlankMarks(body.stem, (id) => places.get(id));
  stem = stem.replace(/\{\{(\d+)\}\}/g, (_, at: string) => `(${at}) ${GAP}`);
  return { ...body, stem };
}

/** The options of gaps that are chosen, in another order than the author's. */
function choicesOfBlanks(body: QuestionBody): PaperEntry[] {
  if (body.type !== 'blanks') return [];
  return body.blanks.flatMap((blank, at): PaperEntry[] =>
    blank.kind === 'choice'
      ? [
          {
            label: `(${at + 1})`,
            text: blank.options.map(({ text }) => text).join(' / '),
            context: 'list',
            field: null,
          },
        ]
      : [],
  );
}
