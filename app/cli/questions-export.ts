import { writeFileSync } from 'node:fs';
import { formatNames } from '#app/features/questions/core/formats/read-question.ts';
import { en } from '#app/features/questions/messages/import-en.ts';
import { vi } from '#app/features/questions/messages/import-vi.ts';
import { categoryCalled, exportQuestions } from '#app/features/questions/queries/formats/export-questions.server.ts';
import { keylessFormats } from '#app/features/questions/queries/formats/print-questions.server.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { CliProblem, type Command, oneOf, UsageProblem } from './command.ts';
import { withInstallation } from './installation.ts';
import { systemAuthor } from './system-author.ts';
import { newUserPath } from './user-path.ts';

/**
 * Writes the questions of a category and of all below it into a file; what the format cannot say is named, and so is what
 * only this product reads of it.
 */
export const questionsExport: Command = {
  name: 'questions export',
  words: [],
  options: {
    category: { value: 'PATH', isRequired: true },
    format: { value: 'FORMAT', isRequired: true },
    out: { value: 'FILE', isRequired: true },
    'without-key': { isFlag: true },
  },
  async run({ options, flags, lang }) {
    const { category = '', out = '' } = options;
    const format = oneOf('--format', options.format ?? '', formatNames);
    const hasKey = !flags.has('without-key');
    if (!hasKey && !keylessFormats.includes(format))
      throw new UsageProblem('notAllowed', `--without-key (${keylessFormats.join(', ')})`);
    const words = messagesFor(lang, vi, en);
    const file = await withInstallation(async () => {
      const author = await systemAuthor();
      const found = await categoryCalled(author, category);
      if (!found) throw new CliProblem('no-category', category);
      return exportQuestions(author, { categoryId: found.id, format, hasKey, lang, madeAt: new Date() });
    });
    try {
      writeFileSync(newUserPath(out), file.bytes);
    } catch {
      throw new CliProblem('no-writing', out);
    }
    const losses = file.losses.map(({ index, lost, isLeftOut }) => ({ question: index + 1, lost, isLeftOut }));
    const onlyHere = file.onlyHere.map(({ index, lost }) => ({ question: index + 1, kept: lost }));
    const written = file.count - losses.filter(({ isLeftOut }) => isLeftOut).length;
    const lines = losses.map(({ question, lost, isLeftOut }) =>
      words.exported.loss(question, isLeftOut, lost.map((each) => words.exported.lost[each]).join(', ')),
    );
    for (const { question, kept } of onlyHere)
      lines.push(words.exported.onlyHere(question, kept.map((each) => words.exported.lost[each]).join(', ')));
    return {
      json: { format, file: out, questions: written, losses, onlyHere },
      text: [words.exported.written(written, out), ...lines].join('\n'),
      ok: written === file.count,
    };
  },
};
