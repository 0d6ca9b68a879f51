import type { Actor } from '#app/features/access/core/role.ts';
import { presentResponse } from '#app/features/questions/core/question-types.ts';
import { closeSession } from '#app/features/quiz/commands/room/close-session.server.ts';
import { createSession } from '#app/features/quiz/commands/room/create-session.server.ts';
import { enterLobby } from '#app/features/quiz/commands/room/enter-lobby.server.ts';
import { prepareSession } from '#app/features/quiz/commands/room/prepare-papers.server.ts';
import { releaseSession } from '#app/features/quiz/commands/room/release-session.server.ts';
import { seatPeople } from '#app/features/quiz/commands/room/seat-people.server.ts';
import { startPrepared } from '#app/features/quiz/commands/room/start-prepared.server.ts';
import { storeSignsOfLife } from '#app/features/quiz/commands/room/store-signs.server.ts';
import { saveAnswers } from '#app/features/quiz/commands/save-answer.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { parsePaper } from '#app/features/quiz/core/paper.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { dateOf, startOfDay } from '#app/kernel/vietnam-time.ts';
import { database } from '#app/platform/db/database.server.ts';
import { day } from './calendar.ts';
import type { CourseBank } from './course-bank.ts';
import { respond } from './respond.ts';
import type { DemoPerson, DemoUnit } from './store-corps.ts';

const minute = 60_000;
/** So many sit the exam that is over, and so many are seated for the next. */
const places = 12;
const absent = 2;

interface Where {
  seed: string;
  bank: CourseBank;
  units: readonly DemoUnit[];
  people: readonly DemoPerson[];
  /** Play other parts, and are left alone. */
  playing: ReadonlySet<string>;
  until: Date;
  liveAt: (instant: Date) => void;
}

/**
 * Two exam sessions of the trial exam, by the commands of the product: one of four days ago that is closed, with results
 * and two who stayed away, and one planned for tomorrow morning. Answers how many attempts and answers there are more.
 */
export async function holdExams(examiner: Actor, where: Where): Promise<{ attempts: number; answers: number }> {
  const { units, people, playing, until } = where;
  const free = people.filter(({ id }) => !playing.has(id));
  const companies = units.filter((unit) => free.filter((one) => one.unit === unit).length >= places / 2);
  const of = (unit: DemoUnit | undefined) => free.filter((one) => one.unit === unit).slice(0, places);
  const at = (days: number) =>
    new Date(startOfDay(dateOf(new Date(until.getTime() + days * day))).getTime() + 8 * 60 * minute);
  const past = { people: of(companies.at(-1)), plannedAt: at(-4), room: 'Hội trường A' };
  const next = { people: of(companies.at(-2)), plannedAt: at(1), room: 'Phòng học 2' };
  const sat = await sitExam(
    await plan(examiner, where, past, new Date(past.plannedAt.getTime() - day)),
    examiner,
    where,
    past,
  );
  await plan(examiner, where, next, until);
  return sat;
}

type Room = { people: readonly DemoPerson[]; plannedAt: Date; room: string };

async function plan(examiner: Actor, { bank, units, liveAt }: Where, { people, plannedAt, room }: Room, madeAt: Date) {
  liveAt(madeAt);
  const sessionId = await createSession(examiner, {
    quizId: bank.quizzes.get('nq35-thi-thu')!.id,
    unitId: units[0]!.id,
    title: `Thi thử Nghị quyết 35: ${people[0]?.unit.name ?? room}`,
    ...{ room, plannedAt, lobbyAt: new Date(plannedAt.getTime() - 30 * minute), lateMinutes: 10 },
  });
  await seatPeople(examiner, sessionId, { unitIds: [], groupIds: [], personIds: people.map(({ id }) => id) });
  return sessionId;
}

async function sitExam(sessionId: string, examiner: Actor, where: Where, { people, plannedAt }: Room) {
  const { seed, liveAt } = where;
  const after = (seconds: number) => liveAt(new Date(plannedAt.getTime() + seconds * 1000));
  const sat = { attempts: 0, answers: 0 };
  const sitting = people.slice(0, Math.max(1, people.length - absent)).map(actorLike);
  after(-1500);
  await prepareSession(sessionId);
  for (const [index, who] of sitting.entries()) {
    after(-1200 + index * 40);
    await enterLobby(who, sessionId);
  }
  after(0);
  await releaseSession(examiner, sessionId);
  for (const [index, who] of sitting.entries()) {
    const random = seededRandom(`${seed}/exam-session/${who.personId}`);
    after(2 + index);
    const begun = await startPrepared(who, sessionId);
    if (begun.kind !== 'started') continue;
    after(300 + index * 20);
    sat.attempts += 1;
    sat.answers += await answerAll(who, begun.attemptId, where, random);
    after(420 + index * 25);
    await submitAttempt(who, begun.attemptId);
  }
  await storeSignsOfLife();
  after(20 * 60);
  await closeSession(examiner, sessionId);
  return sat;
}

async function answerAll(who: Actor, attemptId: string, { bank }: Where, random: ReturnType<typeof seededRandom>) {
  const { paper } = await database().read.attempt.findUniqueOrThrow({ where: { id: attemptId } });
  const requests = parsePaper(paper).map(({ slot, questionVersionId, optionOrder }) => {
    const question = bank.questions.get(questionVersionId)!;
    const response = presentResponse(question.body, respond(random, question, 0.2), optionOrder);
    return { slot, sequence: 1, response };
  });
  await saveAnswers(who, attemptId, requests);
  return requests.length;
}

const actorLike = ({ id, fullName, rank, unit }: DemoPerson): Actor => ({
  ...{ personId: id, fullName, rank, unitId: unit.id, unitPath: unit.path },
  ...{ grants: [], mustChangePassword: false },
});
