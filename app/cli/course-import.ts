import { existsSync } from 'node:fs';
import { courseParts } from '#app/course-parts.server.ts';
import { importPackage } from '#app/features/course-package/commands/import-package.server.ts';
import type { ImportPlan } from '#app/features/course-package/core/import-plan.ts';
import { PackageRefusal } from '#app/features/course-package/core/package-refusal.ts';
import { en } from '#app/features/course-package/messages/en.ts';
import { vi } from '#app/features/course-package/messages/vi.ts';
import { planImport } from '#app/features/course-package/queries/plan-import.server.ts';
import { openPackage } from '#app/features/course-package/queries/read-package.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { CliProblem, type Command } from './command.ts';
import { withInstallation } from './installation.ts';
import { omissionLines } from './omission-lines.ts';
import { systemAuthor } from './system-author.ts';
import { textTable } from './text-table.ts';
import { topUnit, unitArgument } from './unit-argument.ts';
import { userPath } from './user-path.ts';

/**
 * Takes the course of the package FILE in, as the page does: all of it or nothing. It becomes a draft that an author publishes,
 * with --published the next revision at once. --dry-run says what would happen.
 */
export const courseImport: Command = {
  name: 'course import',
  words: ['FILE'],
  options: { unit: { value: 'UNIT' }, published: { isFlag: true }, 'dry-run': { isFlag: true } },
  async run({ args: [typed = ''], options, flags, lang, words: { course: words }, say }) {
    const texts = messagesFor(lang, vi, en);
    const file = userPath(typed);
    if (!existsSync(file)) throw new CliProblem('no-file', typed);
    try {
      return await withInstallation(async () => {
        const author = await systemAuthor();
        const unit = options.unit ? await unitArgument(options.unit) : await topUnit();
        if (!unit) throw new CliProblem('no-units-yet');
        const as = flags.has('published') ? ('published' as const) : ('draft' as const);
        const wish = { unitId: unit.id, as };
        const opened = await openPackage(file, { isWhole: true });
        try {
          const isDry = flags.has('dry-run');
          const { kind, plan } = isDry
            ? dryRun((await planImport(database().read, author, opened, wish)).plan)
            : await importPackage(
                author,
                opened,
                { ...wish, note: texts.preview.noteDefault, seen: null },
                courseParts,
              );
          const { code, title } = opened.manifest.course;
          const { mark, notIncluded } = opened.manifest;
          const problems = plan.problems.map((problem) => sentence(texts.problems[problem.code], problem));
          const notes = plan.notes.map((note) => sentence(texts.notes[note.code], note));
          for (const line of problems) say(line);
          return {
            json: {
              ...{ result: kind, code, title, mark, as, counts: countsOf(plan) },
              ...{ problems: plan.problems, notes: plan.notes, notIncluded },
            },
            text: [
              ...[words.results[kind](title), ...notes.map((note) => `  ${note}`), tableOf(plan, texts)],
              ...omissionLines(notIncluded, words.notIncluded, texts),
            ].join('\n'),
            ok: problems.length === 0,
          };
        } finally {
          opened.close();
        }
      });
    } catch (error) {
      if (!(error instanceof PackageRefusal)) throw error;
      const { code, file: part, place } = error;
      const at = texts.refusalAt(part, place);
      say([texts.refusals[code], at && `${at}.`, texts.import.nothingWritten].filter(Boolean).join(' '));
      return { json: { result: 'refused', refusal: { code, file: part, place } }, text: '', ok: false };
    }
  },
};

function dryRun(plan: ImportPlan) {
  const kind = plan.problems.length > 0 ? 'refused' : plan.isNothing ? 'unchanged' : 'would-import';
  return { kind, plan } as const;
}

const sentence = (words: string, { names, count }: { names: string[]; count: number }) =>
  words.endsWith('.') ? words : `${words}: ${names.join(', ')}${count > names.length ? ` (${count})` : ''}.`;

function countsOf({ course, categories, questions, quizzes, media }: ImportPlan) {
  const { added, changed, removed, same } = course.lessons;
  return {
    lessons: { added: added.length, changed: changed.length, removed: removed.length, same },
    quizzes: counted(quizzes),
    questions: counted(questions),
    categories: { added: categories.create.length, changed: 0, same: categories.known },
    media: { added: media.add.length, changed: 0, same: media.known },
  };
}

const counted = ({ create, change, same, kept }: ImportPlan['questions'] | ImportPlan['quizzes']) => ({
  ...{ added: create.length, changed: change.length, same, kept },
});

function tableOf(plan: ImportPlan, { preview }: typeof en): string {
  const { columns, parts } = preview;
  const rows = Object.entries(countsOf(plan)).map(([part, count]) => {
    const { added, changed, same } = count;
    const kept = 'kept' in count ? count.kept : 0;
    return [parts[part as keyof typeof parts], ...[added, changed, same, kept].map(String)];
  });
  return textTable([preview.part, columns.added, columns.changed, columns.same, columns.kept], rows, 1);
}
