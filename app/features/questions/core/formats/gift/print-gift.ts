import { plainText } from '../../plain-text.ts';
import type { QuestionBody } from '../../question.ts';
import type { PrintedFile, PrintLoss, PrintQuestion } from '../print-question.ts';
import { escapeGift } from './gift-text.ts';

type Print = { answers: string; lost: PrintLoss['lost'] };

/** Writes questions as GIFT. What the format has no word for is named, and a question that it cannot hold is left out. */
export function printGift(questions: readonly PrintQuestion[]): PrintedFile {
  const parts: string[] = [];
  const losses: PrintLoss[] = [];
  let category = '';
  questions.forEach((question, index) => {
    const printed = answersOf(question.body);
    if (!printed) {
      losses.push({ index, lost: ['type'], isLeftOut: true });
      return;
    }
    const lost = [...printed.lost, ...metaLosses(question)];
    if (lost.length > 0) losses.push({ index, lost, isLeftOut: false });
    if (question.category !== category) parts.push(`$CATEGORY: ${escapeGift(question.category)}`);
    category = question.category;
    parts.push(itemOf(question, printed.answers));
  });
  return { text: `${parts.join('\n\n')}\n`, losses };
}

function itemOf({ tags, title, body, explanation }: PrintQuestion, answers: string): string {
  const notes = tags.map((tag) => `[tag:${escapeGift(tag)}]`).join(' ');
  const name = title === '' ? '' : `::${escapeGift(title)}::`;
  const general = explanation === '' ? '' : `\n\t####${texted(explanation)}`;
  return `${notes === '' ? '' : `// ${notes}\n`}${name}[markdown]${escapeGift(body.stem)}{${answers}${general}\n}`;
}

function metaLosses({ difficulty, source }: PrintQuestion): PrintLoss['lost'] {
  return [...(difficulty === null ? [] : (['difficulty'] as const)), ...(source === '' ? [] : (['source'] as const))];
}

/** A text that inherits the markup of the stem; one that begins like a markup's name or a weight says its own. */
const texted = (text: string) => (/^\s*[[%]/.test(text) ? `[markdown]${escapeGift(text)}` : escapeGift(text));

const said = (feedback: string | undefined) => (feedback ? `#${texted(feedback)}` : '');

/** An answer line. A text that holds an arrow says its weight: a list of nothing but arrows is pairs. */
function line(sign: '=' | '~', weight: number | null, text: string, feedback?: string): string {
  const shown = weight ?? (text.includes('->') ? (sign === '=' ? 100 : 0) : null);
  return `\n\t${sign}${shown === null ? '' : `%${percent(shown)}%`}${text}${said(feedback)}`;
}

const percent = (value: number) => String(Number(value.toFixed(5)));

function answersOf(body: QuestionBody): Print | null {
  switch (body.type) {
    case 'essay': {
      const isPlain =
        body.rubric.length === 0 && body.markerNotes === '' && !body.minWords && !body.maxWords && !body.maxFiles;
      return { answers: '', lost: isPlain ? [] : ['marking'] };
    }
    case 'true-false': {
      const { feedbackTrue, feedbackFalse } = body;
      const second = feedbackFalse ? said(feedbackFalse) : '';
      const first = feedbackTrue ? said(feedbackTrue) : second === '' ? '' : '#';
      return { answers: `${body.answer ? 'TRUE' : 'FALSE'}${first}${second}`, lost: [] };
    }
    case 'single': {
      const lines = body.options.map(({ id, text, feedback }) =>
        line(id === body.correct ? '=' : '~', null, texted(text), feedback),
      );
      return { answers: lines.join(''), lost: fixedLoss(body.options) };
    }
    case 'multiple': {
      const right = 100 / body.correct.length;
      const wrong = body.scoring === 'right-minus-wrong' ? -right : 0;
      const lines = body.options.map(({ id, text, feedback }) =>
        line('~', body.correct.includes(id) ? right : wrong, texted(text), feedback),
      );
      const lost = fixedLoss(body.options);
      return { answers: lines.join(''), lost: body.scoring === 'all-or-nothing' ? [...lost, 'scoring'] : lost };
    }
    case 'short-answer': {
      const lines = body.answers.map(({ text, fraction }) =>
        line('=', fraction === 1 ? null : fraction * 100, texted(text)),
      );
      const { case: isCased, tones, spelling } = body.matching;
      const isUsual = !isCased && tones === 'exact' && spelling === 'equivalent';
      return { answers: lines.join(''), lost: isUsual ? [] : ['matching'] };
    }
    case 'matching':
      return matchingOf(body);
    case 'numerical': {
      const lines = body.answers.map(({ value, tolerance, toleranceKind, fraction, feedback }) => {
        const around = toleranceKind === 'relative' ? Math.abs(value) * tolerance : tolerance;
        return `\n\t=%${percent(fraction * 100)}%${value}:${around}${said(feedback)}`;
      });
      const isRelative = body.answers.some(({ toleranceKind }) => toleranceKind === 'relative');
      const lost: PrintLoss['lost'] = [
        ...(isRelative ? (['tolerance'] as const) : []),
        ...(body.units.length > 0 ? (['units'] as const) : []),
      ];
      return { answers: `#${lines.join('')}`, lost };
    }
    default:
      return null;
  }
}

const fixedLoss = (options: readonly { fixed?: boolean }[]): PrintLoss['lost'] =>
  options.some(({ fixed }) => fixed) ? ['fixed'] : [];

function matchingOf(body: Extract<QuestionBody, { type: 'matching' }>): Print {
  const plain = new Map(body.choices.map(({ id, text }) => [id, plainText(text).replace(/->/g, '→')]));
  const used = new Set(Object.values(body.pairs));
  const pairs = body.prompts.map(
    ({ id, text }) => `\n\t=${texted(text)} -> ${escapeGift(plain.get(body.pairs[id] ?? '') ?? '')}`,
  );
  const spare = body.choices
    .filter(({ id }) => !used.has(id))
    .map(({ id }) => `\n\t= -> ${escapeGift(plain.get(id) ?? '')}`);
  return { answers: [...pairs, ...spare].join(''), lost: body.scoring === 'proportional' ? [] : ['scoring'] };
}
