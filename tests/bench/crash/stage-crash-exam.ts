import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { assignCourse } from '#app/features/courses/commands/assign-course.server.ts';
import { createPerson } from '#app/features/org/commands/create-person.server.ts';
import { createUnit } from '#app/features/org/commands/create-unit.server.ts';
import { importQuestions } from '#app/features/questions/commands/import-questions.server.ts';
import { importQuizzes } from '#app/features/quiz/commands/import-quizzes.server.ts';
import { createSession } from '#app/features/quiz/commands/room/create-session.server.ts';
import { prepareSession } from '#app/features/quiz/commands/room/prepare-papers.server.ts';
import { releaseSession } from '#app/features/quiz/commands/room/release-session.server.ts';
import { seatPeople } from '#app/features/quiz/commands/room/seat-people.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { actorOf, onStage, sessionCookie } from '../stage.ts';
import { crashQuestions, type OptionIds, TIME_LIMIT_SECONDS } from './crash-exam.ts';

export interface CrashStage {
  quizId: string;
  optionIds: OptionIds;
  cookies: string[];
  /** Released exam sessions in which everybody has a seat and a prepared paper: a start there shares a transaction. */
  sessionIds: string[];
}

const FREE_QUIZ = 'bai-do';
/** Nobody has a seat in two sessions of one quiz. So many that each candidate has another one after most hand-ins of a run. */
const SESSION_QUIZZES = Array.from({ length: 20 }, (_, index) => `bai-do-${index + 1}`);
const hour = 3_600_000;

/** A squad signed in, and an exam that each may take again and again, in exam sessions and without. */
export async function stageCrashExam(people: number): Promise<CrashStage> {
  return onStage(async () => {
    const { read } = database();
    const unit = await createUnit(theSystem, { parentId: null, kind: 'company', name: 'Đại đội đo', shortName: 'C' });
    const anybody = (index: number) => ({
      ...{ number: `DO${index}`, fullName: 'Nguyễn Văn Đo', rank: 'Binh nhất', position: null, unitId: unit.id },
      ...({ personnelClass: 'enlisted', membership: 'youth' } as const),
    });
    const author = await createPerson(theSystem, anybody(0));
    for (const role of ['author', 'examiner'] as const)
      await grantRole(theSystem, { personId: author.id, role, unitId: unit.id });
    const courseId = newId();
    const createdAt = new Date();
    await database().write((tx) =>
      tx.course.create({
        data: {
          ...{ id: courseId, code: 'khoa-do', unitId: unit.id, title: 'Khóa đo', summary: '', state: 'published' },
          ...{ createdAt, updatedAt: createdAt },
        },
      }),
    );
    await importQuestions(theSystem, {
      unitId: unit.id,
      modules: [{ code: 'do', name: 'Chuyên đề đo', questions: crashQuestions }],
    });
    await importQuizzes(theSystem, {
      ...{ unitId: unit.id, courseId },
      quizzes: [FREE_QUIZ, ...SESSION_QUIZZES].map((code) => ({
        ...{ code, title: 'Bài đo', kind: 'exam', instructions: '-', timeLimitSeconds: TIME_LIMIT_SECONDS },
        ...{ attemptsAllowed: 0, shuffleQuestions: false, shuffleOptions: false },
        slots: crashQuestions.map(({ code }) => ({ question: code })),
      })),
    });
    await assignCourse(await actorOf(author.id), {
      ...{ courseId, title: 'Đo', unitIds: [unit.id], dueOn: null, closeOn: null },
      openOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
      rule: { lessons: 'none', quizIds: [] },
    });
    const quizIdOf = async (code: string) => (await read.quiz.findUniqueOrThrow({ where: { code } })).id;
    const quizId = await quizIdOf(FREE_QUIZ);
    const versions = await read.questionVersion.findMany({ include: { question: true } });
    const bodyOf = new Map(versions.map(({ question, body }) => [question.code, JSON.parse(body)]));
    const optionIds = crashQuestions.map(({ code }) =>
      ((bodyOf.get(code)?.options ?? []) as { id: string }[]).map(({ id }) => id),
    );
    const cookies: string[] = [];
    for (let index = 1; index <= people; index += 1) {
      cookies.push(await sessionCookie((await createPerson(theSystem, anybody(index))).id));
    }
    const sessionIds: string[] = [];
    const examiner = await actorOf(author.id);
    for (const code of SESSION_QUIZZES) sessionIds.push(await releasedSession(examiner, await quizIdOf(code), unit.id));
    return { quizId, optionIds, cookies, sessionIds };
  });
}

async function releasedSession(examiner: Actor, quizId: string, unitId: string): Promise<string> {
  const sessionId = await createSession(examiner, {
    ...{ quizId, unitId, title: 'Đợt đo', room: 'Hội trường', lateMinutes: null },
    ...{ lobbyAt: new Date(Date.now() - hour), plannedAt: new Date() },
  });
  await seatPeople(examiner, sessionId, { unitIds: [unitId], groupIds: [], personIds: [] });
  await prepareSession(sessionId);
  const outcome = await releaseSession(examiner, sessionId);
  if (outcome.kind !== 'released') throw new Error(`not released: ${JSON.stringify(outcome)}`);
  return sessionId;
}
