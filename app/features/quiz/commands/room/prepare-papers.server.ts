import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { log } from '#app/platform/log.server.ts';
import { settingsToPin } from '../../core/settings.ts';
import { shareQuiz } from '../../data/quiz-for-attempt.server.ts';
import { listSeatsWithoutPaper, papersDatedFrom, storePaper } from '../../data/room/prepared-papers.server.ts';
import {
  findAnySession,
  listSessionsToPrepare,
  type StoredSession,
  shareSession,
  updatePreparation,
} from '../../data/room/sessions.server.ts';
import { drawPapers } from '../../queries/room/drawn-papers.server.ts';

/** How many papers share one transaction: small, so that saves and starts of other rooms get their turn in between. */
const batchSize = 25;

/**
 * The job: draws the papers of every session that needs some. What is done stands, so it may be broken off at any batch
 * and goes on there. Answers how many papers it laid out.
 */
export async function preparePapers(): Promise<number> {
  let papers = 0;
  for (const sessionId of await listSessionsToPrepare(database().sql, now())) {
    try {
      papers += await prepareSession(sessionId);
    } catch (error) {
      // One session with a damaged quiz must not keep the others without papers.
      log().error({ err: error, sessionId }, 'the papers of an exam session could not be prepared');
    }
  }
  return papers;
}

/** One session, batch by batch; stops early when the quiz is changed meanwhile, and the next run goes on. */
export async function prepareSession(sessionId: string, mostBatches = Number.POSITIVE_INFINITY): Promise<number> {
  let papers = 0;
  let after = 0;
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const done = await prepareBatch(sessionId, after);
    if (done === null) return papers;
    papers += done.papers;
    if (done.last === null) return papers;
    after = done.last;
  }
  return papers;
}

/** The next seats after a number; `last` null: there were none left. Null: the quiz changed under the batch's hands. */
async function prepareBatch(sessionId: string, after: number): Promise<{ papers: number; last: number | null } | null> {
  const { sql } = database();
  const session = await findAnySession(sql, sessionId);
  if (!session || session.closedAt !== null) return null;
  const changedAt = await papersDatedFrom(sql, session.quizId);
  // Where the server's clock was set back, a paper is not older than what it was drawn from.
  const drawnAt = new Date(Math.max(now().getTime(), changedAt?.getTime() ?? 0));
  const datedFrom = session.releasedAt === null ? changedAt : null;
  const seats = await listSeatsWithoutPaper(sql, sessionId, { after, limit: batchSize, datedFrom });
  if (seats.length === 0) {
    await settle(session);
    return { papers: 0, last: null };
  }
  const drawn = await drawPapers(
    session.quizId,
    seats.map(({ personId }) => personId),
  );
  if (!drawn) return null;
  const papers = await transactQuietly('quiz.paper-prepared', async (tx) => {
    await shareQuiz(tx, session.quizId);
    await shareSession(tx, sessionId);
    const held = await findAnySession(tx, sessionId);
    const isStale = (await papersDatedFrom(tx, session.quizId))?.getTime() !== changedAt?.getTime();
    if (!held || held.closedAt !== null || held.quizId !== session.quizId || isStale) return null;
    // Released since: what lies at a seat is not drawn again.
    const replaces = held.releasedAt === null ? datedFrom : null;
    const quiz = { sessionId, quizId: session.quizId, settings: settingsToPin(drawn.settings) };
    let stored = 0;
    for (const paper of drawn.papers) {
      if ((await storePaper(tx, quiz, paper, { drawnAt, datedFrom: replaces })) === 'stored') stored += 1;
    }
    return stored;
  });
  if (papers === null) return null;
  if (session.preparation !== 'running') await note(session, 'running');
  return { papers, last: seats.at(-1)!.number };
}

/** Every seat has been looked at: those without a paper have no right to one, or the bank has too little. */
async function settle(session: StoredSession): Promise<void> {
  if (session.preparation !== 'done') await note(session, 'done');
}

const note = (session: StoredSession, preparation: 'running' | 'done') =>
  transactQuietly('quiz.paper-prepared', (sql) => updatePreparation(sql, session.id, preparation));
