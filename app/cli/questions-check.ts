import { readFileSync, statSync } from 'node:fs';
import { formatNames } from '#app/features/questions/core/formats/read-question.ts';
import { readQuestionFile } from '#app/features/questions/core/formats/read-question-file.ts';
import { en } from '#app/features/questions/messages/import-en.ts';
import { vi } from '#app/features/questions/messages/import-vi.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { CliProblem, type Command, oneOf } from './command.ts';
import { textTable } from './text-table.ts';
import { userPath } from './user-path.ts';

const LARGEST = 20 * 1024 * 1024;

/**
 * Reads FILE and prints {format, questions, problems}; imports nothing and opens no database. A problem says its line, how
 * grave it is (error: the question is left out), the sentence and the words of the place.
 */
export const questionsCheck: Command = {
  name: 'questions check',
  words: ['FILE'],
  options: { format: { value: 'FORMAT' } },
  async run({ args: [typed = ''], options, lang }) {
    const format = options.format === undefined ? undefined : oneOf('--format', options.format, formatNames);
    const words = messagesFor(lang, vi, en);
    const read = readQuestionFile(readText(typed), format);
    const problems = read.problems.map(({ severity, line, code, detail, excerpt }) => ({
      ...{ severity, line, message: words.problems[code](detail), excerpt, code },
    }));
    const table = textTable(
      ['', '', ''],
      problems.map(({ severity, line, message, excerpt }) => [
        ...[words.line(line), words.severities[severity], `${message}: ${excerpt}`],
      ]),
    );
    const counts = `${words.formats[read.format]}: ${read.questions.length}`;
    return {
      json: { format: read.format, questions: read.questions, problems },
      text: problems.length === 0 ? counts : `${counts}\n${table.trim()}`,
      ok: read.questions.length > 0 && !problems.some(({ severity }) => severity === 'error'),
    };
  },
};

function readText(typed: string): string {
  const file = userPath(typed);
  let bytes: Buffer;
  try {
    if (statSync(file).size > LARGEST) throw new CliProblem('too-large', typed);
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof CliProblem) throw error;
    throw new CliProblem('no-file', typed);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CliProblem('not-text', typed);
  }
}
