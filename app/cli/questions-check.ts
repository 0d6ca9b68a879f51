import { formatNames } from '#app/features/questions/core/formats/read-question.ts';
import { en } from '#app/features/questions/messages/import-en.ts';
import { vi } from '#app/features/questions/messages/import-vi.ts';
import { readUpload } from '#app/features/questions/queries/read-upload.server.ts';
import { FileRefusal } from '#app/platform/documents/file-refusal.server.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { type Command, oneOf } from './command.ts';
import { problemTable, questionFileBytes, saidProblems, saidRefusal } from './question-file.ts';

/**
 * Reads FILE and prints {format, questions, problems}; imports nothing and opens no database. A problem says its line, how
 * grave it is (error: the question is left out), the sentence and the words of the place. Of a file that is refused the
 * format is null unless it was named.
 */
export const questionsCheck: Command = {
  name: 'questions check',
  words: ['FILE'],
  options: { format: { value: 'FORMAT' } },
  async run({ args: [typed = ''], options, lang, say }) {
    const format = options.format === undefined ? undefined : oneOf('--format', options.format, formatNames);
    const words = messagesFor(lang, vi, en);
    try {
      const bytes = questionFileBytes(typed);
      if (!bytes) throw new FileRefusal('too-large');
      const read = await readUpload(bytes, { name: typed, ...(format && { format }) });
      const problems = saidProblems(read.problems, words);
      const counts = `${words.formats[read.format]}: ${read.questions.length}`;
      return {
        json: { format: read.format, questions: read.questions, problems },
        text: problems.length === 0 ? counts : `${counts}\n${problemTable(problems, words)}`,
        ok: read.questions.length > 0 && !problems.some(({ severity }) => severity === 'error'),
      };
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      const problem = saidRefusal(error, words);
      say(problem.message);
      return { json: { format: format ?? null, questions: [], problems: [problem] }, text: '', ok: false };
    }
  },
};
