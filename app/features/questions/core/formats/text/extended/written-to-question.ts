import type { QuestionBody } from '../../../question.ts';
import { validateQuestion } from '../../../validate-question.ts';
import { type FormatProblem, problemAt, type ReadQuestion } from '../../read-question.ts';
import { chosen, difficultyWords, scoringWords } from './field-words.ts';
import { plainOf, splitList } from './values.ts';
import { bad, bodyOfWritten, lettersOf, type Say } from './written-bodies.ts';
import { fieldOf, fieldsOf, type WrittenField, type WrittenQuestion, wordsOf } from './written-question.ts';

interface Read {
  question: ReadQuestion | null;
  /** What was understood where only the product's rules keep it out. */
  unsound?: ReadQuestion;
  problems: FormatProblem[];
}

/** A question whose structure and fields are known, as a question of the product; every doubt with its line. */
export function writtenToQuestion(written: WrittenQuestion): Read {
  const problems: FormatProblem[] = [];
  const say: Say = (code, detail = '', line = written.line) => {
    problems.push(problemAt('error', code, { line, text: written.stem || `Câu ${written.number ?? ''}`, detail }));
    return null;
  };
  if (written.stem === '') say('no-stem', String(written.number ?? ''));
  const body = written.stem === '' ? null : bodyOfWritten(written, say);
  if (!body) return { question: null, problems };
  const { line, untilLine, category, number, glue } = written;
  const told = fieldOf(written, 'explanation');
  const behind = 'options' in body ? (lettersOf(fieldOf(written, 'key')?.lines[0]?.trim() ?? '')?.rest ?? '') : '';
  const explanation = [behind, told ? wordsOf(told, glue) : ''].filter((part) => part !== '').join('\n\n');
  const plain: ReadQuestion = {
    ...{ line, untilLine, category, body, explanation, source: '', tags: [], difficulty: null },
    title: number === null ? '' : `Câu ${number}`,
  };
  const question = withFields(plain, written, say);
  if (problems.length > 0) return { question: null, problems };
  const unsound = validateQuestion(question.body);
  for (const { field, code } of unsound) say('unsound', `${field} ${code}`);
  return unsound.length > 0 ? { question: null, unsound: question, problems } : { question, problems };
}

/** A question of a paper with what its fields tell beside the body: source, difficulty, tags, scoring, remarks. */
export function withFields(question: ReadQuestion, written: WrittenQuestion, say: Say): ReadQuestion {
  const isOfBody = written.fields.some(({ name }) => OF_BODY.has(name));
  const told = isOfBody ? { ...question, body: bodyWithFields(question.body, written, say) } : { ...question };
  const one = (name: WrittenField['name']) => fieldOf(written, name)?.lines[0]?.trim() ?? '';
  const source = fieldOf(written, 'source');
  if (source) told.source = wordsOf(source, written.glue);
  if (one('title') !== '') told.title = one('title');
  if (one('tags') !== '') told.tags = tagsOf(one('tags'));
  const difficulty = fieldOf(written, 'difficulty');
  if (difficulty) {
    told.difficulty = chosen(difficulty.lines[0]!, difficultyWords);
    if (!told.difficulty) bad(say, difficulty);
  }
  return told;
}

const OF_BODY: ReadonlySet<WrittenField['name']> = new Set(['scoring', 'fixed', 'feedback', 'blank-feedback']);

/** Tags between semicolons, or between commas where there is no semicolon. */
const tagsOf = (line: string): string[] => {
  const parts = splitList(line, ';');
  const tags = (!/(?<!\\);/.test(line) && !line.includes('\\') ? splitList(line, ',') : parts).map(plainOf);
  return [...new Set(tags)];
};

function bodyWithFields(body: QuestionBody, written: WrittenQuestion, say: Say): QuestionBody {
  const scoring = fieldOf(written, 'scoring');
  const told = structuredClone(body);
  if (scoring && 'scoring' in told) {
    const way = chosen(scoring.lines[0]!, scoringWords);
    if (way) (told as { scoring: string }).scoring = way;
    if (!way || (told.type === 'ordering') !== (way === 'in-place' || way === 'next-to')) {
      if (way !== 'all-or-nothing') bad(say, scoring);
    }
  }
  const fixed = fieldOf(written, 'fixed');
  if (fixed && 'options' in told) {
    const letters = lettersOf(fixed.lines[0]!.trim())?.letters ?? [];
    for (const [at, option] of told.options.entries()) {
      if (letters.includes(String.fromCharCode(65 + at))) option.fixed = true;
      else delete option.fixed;
    }
  }
  for (const field of fieldsOf(written, 'feedback')) {
    if (!remark(told, field, wordsOf(field, written.glue))) bad(say, field);
  }
  for (const field of fieldsOf(written, 'blank-feedback')) {
    const blank = told.type === 'blanks' ? told.blanks.find(({ id }) => id === field.arg) : undefined;
    if (blank) blank.feedback = wordsOf(field, written.glue);
    else bad(say, field);
  }
  return told;
}

/** Puts a remark where its letter, truth or number says; false where there is no such place. */
function remark(body: QuestionBody, { arg }: WrittenField, text: string): boolean {
  if (body.type === 'true-false') {
    if (/^đúng$/iu.test(arg)) body.feedbackTrue = text;
    else if (/^sai$/iu.test(arg)) body.feedbackFalse = text;
    else return false;
    return true;
  }
  const rows: { feedback?: string }[] | null =
    'options' in body
      ? body.options
      : body.type === 'cluster'
        ? body.statements
        : body.type === 'matching'
          ? body.prompts
          : body.type === 'numerical'
            ? body.answers
            : null;
  const place = /^[a-t]$/i.test(arg) ? arg.toUpperCase().charCodeAt(0) - 65 : Number(arg) - 1;
  const row = rows?.[place];
  if (row) row.feedback = text;
  return row !== undefined;
}
