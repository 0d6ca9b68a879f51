import { validateQuestion } from '../../../validate-question.ts';
import { type FormatProblem, problemAt, type ReadQuestion } from '../../read-question.ts';
import type { PaperQuestion } from '../paper-question.ts';
import { type fieldsOfQuestions, lastLineOf, writtenOf } from './paper-fields.ts';
import { isToldByFields, type Say } from './written-bodies.ts';
import type { WrittenQuestion } from './written-question.ts';
import { withFields, writtenToQuestion } from './written-to-question.ts';

interface Read {
  question: ReadQuestion | null;
  problems: FormatProblem[];
}

/**
 * A question of a paper with its fields: read by its fields where only they tell its type, else as any question of a paper
 * (`read`), to which the fields add what they say.
 */
export function fieldedToQuestion(
  { question: paper, fields, category }: ReturnType<typeof fieldsOfQuestions>[number],
  read: (question: PaperQuestion) => Read,
): Read {
  if (fields.length === 0 && category === null) return read(paper);
  if (isToldByFields(fields)) {
    const written = writtenOf(paper, fields);
    return writtenToQuestion(category === null ? written : { ...written, category });
  }
  const plain = read(paper);
  if (!plain.question) return plain;
  const problems = [...plain.problems];
  const { stem } = plain.question.body;
  const say: Say = (code, detail = '', line = paper.line) => {
    problems.push(problemAt('warning', code, { line, text: stem, detail }));
    return null;
  };
  const untilLine = lastLineOf(paper, fields);
  const placed = { ...plain.question, untilLine, category: category ?? plain.question.category };
  const question = withFields(placed, { ...NOTHING, line: paper.line, fields: [...fields] }, say);
  const unsound = question.body === placed.body ? [] : validateQuestion(question.body);
  const refused = unsound.map(({ field, code }) =>
    problemAt('error', 'unsound', { line: paper.line, text: stem, detail: `${field} ${code}` }),
  );
  return { question: refused.length === 0 ? question : null, problems: [...problems, ...refused] };
}

/** What the fields of an ordinary question need to know of it: nothing. */
const NOTHING = {
  untilLine: 0,
  number: null,
  category: '',
  stem: '',
  options: [] as WrittenQuestion['options'],
  glue: '\n\n',
} as const;
