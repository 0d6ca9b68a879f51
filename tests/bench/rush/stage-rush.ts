import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { assignCourse } from '#app/features/courses/commands/assign-course.server.ts';
import { createPerson, personRow } from '#app/features/org/commands/create-person.server.ts';
import { createUnit } from '#app/features/org/commands/create-unit.server.ts';
import { importQuizzes } from '#app/features/quiz/commands/import-quizzes.server.ts';
import { createSession } from '#app/features/quiz/commands/room/create-session.server.ts';
import { prepareSession } from '#app/features/quiz/commands/room/prepare-papers.server.ts';
import { seatPeople } from '#app/features/quiz/commands/room/seat-people.server.ts';
import { parsePaper } from '#app/features/quiz/core/paper.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newToken, sha256 } from '#app/platform/ids.server.ts';
import { importContent } from '#prisma/seed/import-content.ts';
import { actorOf, onStage, sessionCookie } from '../stage.ts';

export interface RushStage {
  sessionId: string;
  examinerCookie: string;
  people: { cookie: string; answers: unknown[] }[];
}

const QUESTIONS = [7, 7, 7, 7, 6, 6];
const hour = 3_600_000;

/**
 * A brigade before an exam of 40 questions drawn from the real bank: everybody is signed in (passwords were hashed before
 * the hour), has a seat in one session, and a paper lies ready. Answers how long drawing the papers took.
 */
export async function stageRush(people: number): Promise<RushStage & { preparationMs: number }> {
  return onStage(async () => {
    const unit = await createUnit(theSystem, { parentId: null, kind: 'brigade', name: 'Lữ đoàn đo', shortName: 'L' });
    const anybody = (index: number) => ({
      ...{ number: `DO${index}`, fullName: `Nguyễn Văn Đo ${index}`, rank: 'Binh nhất', position: null },
      ...({ personnelClass: 'enlisted', membership: 'youth' } as const),
      unitId: unit.id,
    });
    const examiner = await createPerson(theSystem, anybody(0));
    for (const role of ['author', 'examiner'] as const)
      await grantRole(theSystem, { personId: examiner.id, role, unitId: unit.id });
    const examinerCookie = await sessionCookie(examiner.id);
    const signedIn = await insertPeople(people, anybody);
    const courseId = await importContent(unit.id);
    await importQuizzes(theSystem, {
      ...{ unitId: unit.id, courseId },
      quizzes: [
        {
          ...{ code: 'do-40-cau', title: 'Bài thi đo', kind: 'exam', instructions: 'Bốn mươi câu.' },
          ...{ timeLimitSeconds: 3600, attemptsAllowed: 1, shuffleQuestions: true, shuffleOptions: true },
          slots: QUESTIONS.map((count, index) => ({ random: `nq35-0${index + 1}`, count })),
        },
      ],
    });
    const actor = await actorOf(examiner.id);
    await assignCourse(actor, {
      ...{ courseId, title: 'Đo', unitIds: [unit.id], dueOn: null, closeOn: null },
      openOn: new Date(Date.now() - 24 * hour).toISOString().slice(0, 10),
      rule: { lessons: 'none', quizIds: [] },
    });
    const quiz = await database().read.quiz.findUniqueOrThrow({ where: { code: 'do-40-cau' } });
    const sessionId = await createSession(actor, {
      ...{ quizId: quiz.id, unitId: unit.id, title: 'Đợt thi đo', room: 'Hội trường', lateMinutes: null },
      ...{ lobbyAt: new Date(Date.now() - hour), plannedAt: new Date() },
    });
    await seatPeople(actor, sessionId, { unitIds: [unit.id], groupIds: [], personIds: [] });
    const from = performance.now();
    await prepareSession(sessionId);
    const preparationMs = Math.round(performance.now() - from);
    const answersOf = await listAnswers(sessionId);
    return {
      ...{ sessionId, examinerCookie, preparationMs },
      people: signedIn.map(({ personId, cookie }) => ({ cookie, answers: answersOf.get(personId) ?? [] })),
    };
  });
}

async function insertPeople(people: number, anybody: (index: number) => Parameters<typeof personRow>[0]) {
  const createdAt = new Date();
  const rows = Array.from({ length: people }, (_, index) => ({ ...personRow(anybody(index + 1)), createdAt }));
  const tokens = rows.map(({ id }) => ({ personId: id, token: newToken() }));
  await database().write(async (tx, sql) => {
    for (let from = 0; from < rows.length; from += 500) {
      const some = rows.slice(from, from + 500);
      await tx.person.createMany({ data: some });
      await tx.account.createMany({
        data: some.map(({ id }) => ({ personId: id, login: id, passwordHash: 'none', mustChange: false, createdAt })),
      });
      await tx.session.createMany({
        data: tokens.slice(from, from + 500).map(({ personId, token }) => ({
          ...{
            id: sha256(token),
            personId,
            createdAt,
            lastSeenAt: createdAt,
            address: '127.0.0.1',
            userAgent: 'bench',
          },
          expiresAt: new Date(createdAt.getTime() + 4 * hour),
        })),
      });
    }
    await sql.run('UPDATE "Unit" SET "strength" = (SELECT COUNT(*) FROM "Person" p WHERE p."unitId" = "Unit"."id")');
  });
  return tokens.map(({ personId, token }) => ({ personId, cookie: `hoctap35_session=${token}` }));
}

/** What each person may answer, by slot: what a client must know to answer without reading the page. */
async function listAnswers(sessionId: string): Promise<Map<string, unknown[]>> {
  const { sql, read } = database();
  const typeOf = new Map((await read.questionVersion.findMany()).map(({ id, type }) => [id, type]));
  const rows = await sql.all<{ personId: string; paper: string }>(
    'SELECT "personId", "paper" FROM "Attempt" WHERE "sessionId" = ?',
    sessionId,
  );
  return new Map(
    rows.map(({ personId, paper }) => [
      personId,
      parsePaper(paper).map(({ questionVersionId, optionOrder }) =>
        answerTo(typeOf.get(questionVersionId) ?? '', optionOrder.length),
      ),
    ]),
  );
}

function answerTo(type: string, options: number): unknown {
  switch (type) {
    case 'single':
      return 0;
    case 'multiple':
      return [0, 1];
    case 'true-false':
      return 'true';
    case 'cluster':
      return { 0: 'true', 1: 'false' };
    case 'matching':
      return { 0: 0 };
    case 'ordering':
      return Array.from({ length: options }, (_, index) => index);
    case 'blanks':
      return { 0: '0' };
    default:
      return 'Bộ Chính trị 35';
  }
}
