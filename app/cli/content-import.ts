import { existsSync } from 'node:fs';
import path from 'node:path';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { importCourse } from '#app/features/courses/commands/import-course.server.ts';
import type { CourseContent } from '#app/features/courses/core/course-content.ts';
import { parseCourseContent } from '#app/features/courses/schema.ts';
import { importItems } from '#app/features/library/commands/import-items.server.ts';
import { createUnit } from '#app/features/org/commands/create-unit.server.ts';
import type { UnitRow } from '#app/features/org/data/units.server.ts';
import { importQuestions } from '#app/features/questions/commands/import-questions.server.ts';
import { importQuizzes } from '#app/features/quiz/commands/import-quizzes.server.ts';
import { isAppError } from '#app/kernel/app-error.ts';
import { type ContentFolder, listCourseFolders, readContentFolder } from '#app/platform/files/content-folder.server.ts';
import { CliProblem, type Command, type Words } from './command.ts';
import { withInstallation } from './installation.ts';
import { textTable } from './text-table.ts';
import { topUnit, unitArgument } from './unit-argument.ts';
import { userPath } from './user-path.ts';

interface Counts {
  created: number;
  changed: number;
  unchanged: number;
  retired?: number;
}
const parts = ['course', 'questions', 'quizzes', 'library'] as const;
type Part = (typeof parts)[number];
type Imported = { code: string; courseId: string } & Record<Part, Counts>;

/** Loads every course folder in DIR for --unit (without it: the top unit). Everything is read before anything is stored. */
export const contentImport: Command = {
  name: 'content import',
  words: ['DIR'],
  options: { unit: { value: 'UNIT' } },
  async run({ args: [typed = ''], options, words, say }) {
    const courses = readCourses(typed, words);
    const imported = await withInstallation(async () => {
      const unit = options.unit
        ? await unitArgument(options.unit)
        : ((await topUnit()) ?? (await firstUnit(words, say)));
      const done: Imported[] = [];
      for (const { folder, content } of courses) done.push(await importOne(typed, folder, content, unit.id));
      return done;
    });
    return { json: { courses: imported }, text: tableOf(imported, words), ok: true };
  },
};

function readCourses(typed: string, { content: words }: Words) {
  const folder = userPath(typed);
  if (!existsSync(folder)) throw new CliProblem('no-folder', typed);
  const folders = listCourseFolders(folder);
  if (folders.length === 0) throw new CliProblem('no-course', typed);
  const problems: string[] = [];
  const courses = folders.flatMap((each) => {
    const read = readContentFolder(each);
    const parsed = parseCourseContent(read);
    const name = path.basename(each);
    for (const { file, line, code } of read.problems) {
      problems.push(words.problem(`${name}/${file}`, line ? String(line) : '', code));
    }
    const misread = new Set(read.problems.map(({ file }) => file));
    if (parsed.ok) return [{ folder: read, content: parsed.content }];
    for (const { file, field, code } of parsed.problems) {
      if (!misread.has(file)) problems.push(words.problem(`${name}/${file}`, field, code));
    }
    return [];
  });
  if (problems.length > 0) throw new CliProblem('bad-content', typed, problems);
  return courses;
}

/** Courses, questions, quizzes and the library are features that do not know each other; each part is stored whole or not at all. */
async function importOne(
  typed: string,
  folder: ContentFolder,
  content: CourseContent,
  unitId: string,
): Promise<Imported> {
  try {
    const { courseId, ...course } = await importCourse(theSystem, content, unitId);
    const modules = content.modules.map(({ code, title }, index) => ({
      code,
      name: title,
      questions: folder.modules[index]?.questions ?? [],
    }));
    const questions = await importQuestions(theSystem, { unitId, modules });
    const quizzes = await importQuizzes(theSystem, { unitId, courseId, quizzes: folder.quizzes });
    const library = await importItems(theSystem, { unitId, items: folder.library });
    return { code: content.code, courseId, course, questions, quizzes, library };
  } catch (error) {
    if (!isAppError(error, 'bad-input')) throw error;
    const fields = Object.entries(error.details.fields ?? {});
    throw new CliProblem(
      'bad-content',
      typed,
      fields.map(([field, codes]) => `  ${field}: ${codes.join(', ')}`),
    );
  }
}

/** Content belongs to a unit: an installation without any gets its first one. */
async function firstUnit(words: Words, say: (line: string) => void): Promise<UnitRow> {
  const name = words.content.firstUnitName;
  const unit = await createUnit(theSystem, { parentId: null, kind: 'corps', name, shortName: name });
  say(words.content.firstUnit(name));
  return unit;
}

function tableOf(imported: readonly Imported[], { content: words }: Words): string {
  const header = [words.course, words.part, words.created, words.changed, words.unchanged, words.retired];
  const rows = imported.flatMap((one) =>
    parts.map((part) => {
      const { created, changed, unchanged, retired = 0 } = one[part];
      return [one.code, words.parts[part], ...[created, changed, unchanged, retired].map(String)];
    }),
  );
  return textTable(header, rows, 2);
}
