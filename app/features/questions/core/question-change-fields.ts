import { printNumber } from '#app/features/questions/core/number-text.ts';
import { partOf } from '#app/features/questions/core/parts.ts';
import type { Blank, Matching, QuestionBody } from '#app/features/questions/core/question.ts';
import type { QuestionField } from '#app/features/questions/core/question-changes.ts';

/** Takes down one field of a body: `key` keeps apart what has the same name, `label` says which row. */
export type AddField = (field: QuestionField, value: string, label?: string, key?: string) => void;

/** 'A' for 0, as learners know options. */
export function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** Every field of a body but its stem, in the order of the form. Values are texts or codes. */
export function addBodyFields(body: QuestionBody, add: AddField): void {
  switch (body.type) {
    case 'single':
    case 'multiple': {
      const right = body.type === 'single' ? [body.correct] : [...body.correct].sort();
      body.options.forEach(({ id, text, feedback, fixed }, index) => {
        const letter = letterOf(index);
        add('option', text, letter, `option ${id}`);
        add('option-feedback', feedback ?? '', letter, `feedback ${id}`);
        add('option-fixed', fixed ? 'true' : '', letter, `fixed ${id}`);
      });
      add('right', right.map((id) => body.options.find((option) => option.id === id)?.text ?? id).join('; '));
      if (body.type === 'multiple') add('scoring', body.scoring);
      return;
    }
    case 'true-false':
      add('truth', String(body.answer));
      add('feedback-true', body.feedbackTrue ?? '');
      add('feedback-false', body.feedbackFalse ?? '');
      return;
    case 'short-answer':
      add('answers', answersText(body.answers));
      addMatching(body.matching, add);
      return;
    case 'cluster':
      body.statements.forEach(({ id, text, answer, feedback }, index) => {
        const number = String(index + 1);
        add('statement', text, number, `statement ${id}`);
        add('statement-truth', String(answer), number, `truth ${id}`);
        add('statement-feedback', feedback ?? '', number, `feedback ${id}`);
      });
      add('scoring', body.scoring);
      return;
    case 'matching': {
      const textOf = new Map(body.choices.map(({ id, text }) => [id, text]));
      body.prompts.forEach(({ id, text, feedback }, index) => {
        add('prompt', text, String(index + 1), `prompt ${id}`);
        add('prompt-choice', textOf.get(partOf(body.pairs, id) ?? '') ?? '', String(index + 1), `pair ${id}`);
        add('prompt-feedback', feedback ?? '', String(index + 1), `feedback ${id}`);
      });
      body.choices.forEach(({ id, text }, index) => {
        add('choice', text, letterOf(index), `choice ${id}`);
      });
      add('scoring', body.scoring);
      return;
    }
    case 'ordering':
      add('items', body.items.map(({ text }) => text).join(' → '));
      add('order-scoring', body.scoring);
      return;
    case 'numerical':
      body.answers.forEach(({ value, tolerance, toleranceKind, fraction, feedback }, index) => {
        const margin = toleranceKind === 'relative' ? `${printNumber(tolerance * 100)}%` : printNumber(tolerance);
        const number = String(index + 1);
        add('number', `${printNumber(value)} ± ${margin}${shareText(fraction)}`, number, `number ${index}`);
        add('number-feedback', feedback ?? '', number, `feedback ${index}`);
      });
      add('units', body.units.map(({ name, factor }) => `${name} (× ${printNumber(factor)})`).join('; '));
      add('unit-policy', body.unitPolicy);
      add('unit-penalty', printNumber(body.unitPenalty));
      return;
    case 'blanks':
      for (const blank of body.blanks) {
        add('blank', blankText(blank), blank.id, `blank ${blank.id}`);
        add('blank-weight', printNumber(blank.weight), blank.id, `weight ${blank.id}`);
        add('blank-feedback', blank.feedback ?? '', blank.id, `feedback ${blank.id}`);
        if (blank.kind === 'text') addMatching(blank.matching, add, blank.id);
      }
      return;
    case 'essay':
      add('min-words', String(body.minWords));
      add('max-words', String(body.maxWords));
      add('max-files', String(body.maxFiles));
      body.rubric.forEach(({ id, text, levels }, index) => {
        const number = String(index + 1);
        const best = levels.map((level) => `${printNumber(level.points)}: ${level.text}`).join('\n');
        add('criterion', text, number, `criterion ${id}`);
        add('levels', best, number, `levels ${id}`);
      });
      add('marker-notes', body.markerNotes);
  }
}

function addMatching(matching: Matching, add: AddField, label?: string): void {
  const key = (field: string) => (label ? `${field} ${label}` : field);
  add('ignore-case', String(!matching.case), label, key('ignore-case'));
  add('ignore-tones', String(matching.tones === 'ignore'), label, key('ignore-tones'));
  add('equivalent-spelling', String(matching.spelling === 'equivalent'), label, key('equivalent-spelling'));
}

const shareText = (fraction: number) => (fraction === 1 ? '' : ` (${fraction})`);

const answersText = (answers: readonly { text: string; fraction: number }[]) =>
  answers.map(({ text, fraction }) => `${text}${shareText(fraction)}`).join('; ');

function blankText(blank: Blank): string {
  switch (blank.kind) {
    case 'text':
      return answersText(blank.answers);
    case 'choice':
      return blank.options.map(({ id, text }) => (id === blank.correct ? `[${text}]` : text)).join('; ');
    case 'number':
      return blank.answers
        .map(
          ({ value, tolerance, fraction }) => `${printNumber(value)} ± ${printNumber(tolerance)}${shareText(fraction)}`,
        )
        .join('; ');
  }
}
