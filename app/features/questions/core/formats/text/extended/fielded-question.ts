import { validateQuestion } from '../../../validate-question.ts';
import { type FormatProblem, problemAt, type ReadQuestion } from '../../read-question.ts';
import type { PaperQuestion } from '../paper-question.ts';
import { type fieldsOfQuestions, writtenOf } from './paper-fields.ts';
import { isToldByFields, type Say } from './written-bodies.ts';
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
  const written = writtenOf(paper, fields);
  if (category !== null) written.category = category;
  if (isToldByFields(written)) return writtenToQuestion(written);
  const plain = read(paper);
  if (!plain.question) return plain;
  const problems = [...plain.problems];
  const say: Say = (code, detail = '', line = written.line) => {
    problems.push(problemAt('warning', code, { line, text: written.stem, detail }));
    return null;
  };
  const { untilLine } = written;
  const question = withFields({ ...plain.question, untilLine, category: written.category }, written, say);
  const unsound = validateQuestion(question.body);
  const refused = unsound.map(({ field, code }) =>
    problemAt('error', 'unsound', { line: written.line, text: written.stem, detail: `${field} ${code}` }),
  );
  return { question: refused.length === 0 ? question : null, problems: [...problems, ...refused] };
}
