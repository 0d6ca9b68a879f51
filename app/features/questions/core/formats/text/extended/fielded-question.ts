import { validateQuestion } from '../../../validate-question.ts';
import { problemAt } from '../../read-question.ts';
import type { PaperQuestion } from '../paper-question.ts';
import type { ReadPaper } from '../paper-to-question.ts';
import { type FieldedQuestion, lastLineOf, writtenOf } from './paper-fields.ts';
import { isToldByFields, type Say } from './written-bodies.ts';
import type { WrittenQuestion } from './written-question.ts';
import { withFields, writtenToQuestion } from './written-to-question.ts';

/**
 * A question of a paper with its fields: read by its fields where only they tell its type, else as any question of a paper
 * (`read`), to which the fields add what they say.
 */
export function fieldedToQuestion(
  { question: paper, fields, category }: FieldedQuestion,
  read: (question: PaperQuestion) => ReadPaper,
): ReadPaper {
  if (fields.length === 0 && category === null) return read(paper);
  if (isToldByFields(fields)) {
    const written = writtenOf(paper, fields);
    // What its fields say is more than what was understood of them.
    const { question, problems } = writtenToQuestion(category === null ? written : { ...written, category });
    return { question, problems };
  }
  const plain = read(paper);
  const understood = plain.question ?? plain.unsound;
  if (!understood) return plain;
  const problems = [...plain.problems];
  const { stem } = understood.body;
  const say: Say = (code, detail = '', line = paper.line) => {
    problems.push(problemAt('warning', code, { line, text: stem, detail }));
    return null;
  };
  const untilLine = lastLineOf(paper, fields);
  const placed = { ...understood, untilLine, category: category ?? understood.category };
  const question = withFields(placed, { ...NOTHING, line: paper.line, fields: [...fields] }, say);
  if (!plain.question) return { question: null, unsound: question, problems };
  const unsound = question.body === placed.body ? [] : validateQuestion(question.body);
  const refused = unsound.map(({ field, code }) =>
    problemAt('error', 'unsound', { line: paper.line, text: stem, detail: `${field} ${code}` }),
  );
  if (refused.length > 0) return { question: null, unsound: question, problems: [...problems, ...refused] };
  return { question, problems };
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
