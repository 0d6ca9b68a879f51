import type { PrintedFile, PrintQuestion } from '../formats/print-question.ts';
import { plainText } from '../plain-text.ts';

const letter = (at: number) => String.fromCharCode(65 + at);

/**
 * A question as a paper of plain text writes it: for sources whose words are no Markdown. What needs more than a paper has
 * is left out.
 */
export function printPlain(questions: readonly PrintQuestion[]): PrintedFile {
  const losses: PrintedFile['losses'] = [];
  const blocks = questions.flatMap(({ title, body, explanation }, index) => {
    const lines = answerLines(body);
    if (!lines) {
      losses.push({ index, lost: ['type'], isLeftOut: true });
      return [];
    }
    const head = `${title || `Câu ${index + 1}`}. ${paragraphs(body.stem)}`;
    const why = explanation === '' ? [] : [`Giải thích: ${paragraphs(explanation)}`];
    return [[head, ...lines, ...why].join('\n')];
  });
  return { text: `${blocks.join('\n\n')}\n`, losses };
}

const paragraphs = (markdown: string): string =>
  markdown
    .split(/\n{2,}/)
    .map(plainText)
    .join('\n');

function answerLines(body: PrintQuestion['body']): string[] | null {
  switch (body.type) {
    case 'single':
    case 'multiple': {
      const right = body.type === 'single' ? [body.correct] : body.correct;
      const keys = body.options.flatMap(({ id }, at) => (right.includes(id) ? [letter(at)] : []));
      const options = body.options.map(({ text }, at) => `${letter(at)}. ${paragraphs(text)}`);
      return [...options, `Đáp án: ${keys.join(', ')}`];
    }
    case 'cluster': {
      const statements = body.statements.map(({ text }, at) => `${letter(at).toLowerCase()}) ${paragraphs(text)}`);
      const truths = body.statements.map(({ answer }, at) => `${letter(at).toLowerCase()}) ${answer ? 'Đúng' : 'Sai'}`);
      return [...statements, `Đáp án: ${truths.join(', ')}`];
    }
    case 'true-false':
      return [`Đáp án: ${body.answer ? 'Đúng' : 'Sai'}`];
    case 'short-answer':
      return [`Đáp án: ${body.answers.map(({ text }) => text).join('; ')}`];
    default:
      return null;
  }
}
