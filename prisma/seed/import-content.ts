import path from 'node:path';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { importCourse } from '#app/features/courses/commands/import-course.server.ts';
import { parseCourseContent } from '#app/features/courses/schema.ts';
import { importItems } from '#app/features/library/commands/import-items.server.ts';
import { importQuestions } from '#app/features/questions/commands/import-questions.server.ts';
import { importQuizzes } from '#app/features/quiz/commands/import-quizzes.server.ts';
import { env } from '#app/platform/env.server.ts';
import { readContentFolder } from '#app/platform/files/content-folder.server.ts';

/** Loads the course on Resolution 35 with its questions, quizzes and library by the commands of `content import`; the course's id. */
export async function importContent(unitId: string): Promise<string> {
  const folder = readContentFolder(path.join(env().root, 'prisma/content/nghi-quyet-35'));
  const parsed = parseCourseContent(folder);
  if (!parsed.ok || folder.problems.length > 0) {
    const problems = JSON.stringify([...folder.problems, ...(parsed.ok ? [] : parsed.problems)]);
    throw new Error(`The course in prisma/content cannot be read: ${problems}`);
  }
  const { content } = parsed;
  const { courseId } = await importCourse(theSystem, content, unitId);
  const modules = content.modules.map(({ code, title }, index) => ({
    code,
    name: title,
    questions: folder.modules[index]!.questions,
  }));
  await importQuestions(theSystem, { unitId, modules });
  await importQuizzes(theSystem, { unitId, courseId, quizzes: folder.quizzes });
  await importItems(theSystem, { unitId, items: folder.library });
  return courseId;
}
