import { type AddField, addBodyFields, letterOf } from '#app/features/questions/core/question-change-fields.ts';
import type { AuthoredQuestion } from '#app/features/questions/core/question-draft.ts';

export type QuestionField =
  | 'category'
  | 'difficulty'
  | 'tags'
  | 'stem'
  | 'option'
  | 'option-feedback'
  | 'option-fixed'
  | 'option-order'
  | 'right'
  | 'scoring'
  | 'truth'
  | 'statement'
  | 'statement-truth'
  | 'statement-feedback'
  | 'prompt'
  | 'prompt-choice'
  | 'prompt-feedback'
  | 'choice'
  | 'items'
  | 'order-scoring'
  | 'number'
  | 'number-feedback'
  | 'units'
  | 'unit-policy'
  | 'unit-penalty'
  | 'blank'
  | 'blank-weight'
  | 'blank-feedback'
  | 'min-words'
  | 'max-words'
  | 'max-files'
  | 'criterion'
  | 'levels'
  | 'marker-notes'
  | 'feedback-true'
  | 'feedback-false'
  | 'answers'
  | 'ignore-case'
  | 'ignore-tones'
  | 'equivalent-spelling'
  | 'explanation'
  | 'source';

/** One field that differs. Values are texts or codes ('hard', 'true'); null where the field is not there at all. */
export interface QuestionChange {
  field: QuestionField;
  /** Which row: option 'B', statement '2', blank 'nam'. */
  label?: string;
  before: string | null;
  after: string | null;
}

/** What differs between two states of a question, field by field, in the order of the form. */
export function questionChanges(before: AuthoredQuestion, after: AuthoredQuestion): QuestionChange[] {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  const changes = [...new Set([...now.keys(), ...old.keys()])].flatMap((key): QuestionChange[] => {
    const was = old.get(key);
    const is = now.get(key);
    if (was?.value === is?.value) return [];
    const { field, label } = (is ?? was)!;
    return [{ field, ...(label && { label }), before: was?.value ?? null, after: is?.value ?? null }];
  });
  return [...changes, ...orderChange(before, after)];
}

/** Options that both states have, in another order: by the letters that they had before. */
function orderChange(before: AuthoredQuestion, after: AuthoredQuestion): QuestionChange[] {
  const was = 'options' in before.body ? before.body.options.map(({ id }) => id) : [];
  const is = 'options' in after.body ? after.body.options.map(({ id }) => id) : [];
  const lettersOf = (ids: readonly string[], others: readonly string[]) =>
    ids
      .filter((id) => others.includes(id))
      .map((id) => letterOf(was.indexOf(id)))
      .join(', ');
  const [from, to] = [lettersOf(was, is), lettersOf(is, was)];
  return from === to ? [] : [{ field: 'option-order', before: from, after: to }];
}

type Field = { field: QuestionField; label?: string; value: string };

function fieldsOf(question: AuthoredQuestion): Map<string, Field> {
  const fields = new Map<string, Field>();
  const add: AddField = (field, value, label, key = field) => {
    if (value !== '') fields.set(key, { field, value, ...(label && { label }) });
  };
  const { body } = question;
  add('category', question.categoryId);
  add('difficulty', question.difficulty);
  add('tags', question.tags.join(', '));
  add('stem', body.stem);
  addBodyFields(body, add);
  add('explanation', question.explanation);
  add('source', question.source);
  return fields;
}
