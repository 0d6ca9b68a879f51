import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { assignCourse } from '#app/features/courses/commands/assign-course.server.ts';
import { createPerson } from '#app/features/org/commands/create-person.server.ts';
import { createUnit } from '#app/features/org/commands/create-unit.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { importContent } from '#prisma/seed/import-content.ts';
import { actorOf, onStage, sessionCookie } from './stage.ts';

export interface Candidate {
  cookie: string;
  attemptId: string;
  /** What the browser may send for each slot: a valid and another valid response. */
  responses: { slot: number; choices: [unknown, unknown] }[];
}

const choicesOf: Record<string, [unknown, unknown]> = {
  single: [0, 1],
  multiple: [[0], [0, 1]],
  'true-false': ['true', 'false'],
  'short-answer': ['Bộ Chính trị', 'Quân ủy Trung ương'],
};

/** A company in the middle of the final exam of the real course: 20 questions, all on one page, one attempt each. */
export async function stageExam(people: number): Promise<Candidate[]> {
  return onStage(async () => {
    const unit = await createUnit(theSystem, { parentId: null, kind: 'company', name: 'Đại đội đo', shortName: 'C' });
    const author = await createPerson(theSystem, { ...anybody(0), unitId: unit.id });
    await grantRole(theSystem, { personId: author.id, role: 'author', unitId: unit.id });
    const courseId = await importContent(unit.id);
    await assignCourse(await actorOf(author.id), {
      courseId,
      title: 'Đo',
      unitIds: [unit.id],
      openOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
      dueOn: null,
      closeOn: null,
      rule: { lessons: 'none', quizIds: [] },
    });
    const quiz = await database().read.quiz.findUniqueOrThrow({ where: { code: 'nq35-kiem-tra' } });
    const settings = JSON.stringify({ ...JSON.parse(quiz.settings), questionsPerPage: 0, timeLimitSeconds: 3600 });
    await database().write((tx) => tx.quiz.update({ where: { id: quiz.id }, data: { settings } }));
    const candidates: Candidate[] = [];
    for (let index = 1; index <= people; index += 1) {
      const person = await createPerson(theSystem, { ...anybody(index), unitId: unit.id });
      const started = await startAttempt(await actorOf(person.id), quiz.id);
      if (started.kind !== 'started') throw new Error(`not started: ${JSON.stringify(started)}`);
      candidates.push({
        cookie: await sessionCookie(person.id),
        attemptId: started.attemptId,
        responses: await responsesOf(started.attemptId),
      });
    }
    return candidates;
  });
}

async function responsesOf(attemptId: string): Promise<Candidate['responses']> {
  const rows = await database().sql.all<{ slot: number; type: string }>(
    `SELECT a."slot", v."type" FROM "AttemptAnswer" a JOIN "QuestionVersion" v ON v."id" = a."questionVersionId"
     WHERE a."attemptId" = ? ORDER BY a."slot"`,
    attemptId,
  );
  return rows.map(({ slot, type }) => ({ slot, choices: choicesOf[type]! }));
}

const anybody = (index: number) => ({
  number: `DO${String(index).padStart(6, '0')}`,
  fullName: 'Nguyễn Văn Đo',
  rank: 'Binh nhất',
  position: null,
  personnelClass: 'enlisted' as const,
  membership: 'youth' as const,
});
