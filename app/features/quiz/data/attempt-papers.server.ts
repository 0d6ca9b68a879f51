import { LruMap } from '#app/kernel/lru-map.ts';
import { booleanOf, type Sql } from '#app/platform/db/sql.server.ts';
import { type Paper, parsePaper } from '../core/paper.ts';
import type { QuizSettings } from '../core/settings.ts';
import { readQuizSettings } from '../schema.ts';

/** What of an attempt never changes once it is started: whose it is, its paper and the settings it runs by. */
export interface AttemptPaper {
  readonly attemptId: string;
  readonly quizId: string;
  readonly courseId: string | null;
  /** Of the quiz when the attempt was first looked up. */
  readonly title: string;
  readonly personId: string;
  /** The exam session in which it was begun. */
  readonly sessionId: string | null;
  readonly preview: boolean;
  readonly seed: string;
  readonly settings: QuizSettings;
  readonly paper: Paper;
}

// Some exams at once: about 2 kB each.
const known = new LruMap<string, AttemptPaper>(5000);

/**
 * Hot path (no query when known): the paper of an attempt, or null; a prepared paper does not exist yet, for anybody.
 * Call it outside the transaction that starts the attempt, so that what is remembered was committed.
 */
export async function findAttemptPaper(sql: Sql, attemptId: string): Promise<AttemptPaper | null> {
  const remembered = known.get(attemptId);
  if (remembered) return remembered;
  type Row = Omit<AttemptPaper, 'preview' | 'settings' | 'paper'> & {
    preview: number | boolean;
    settings: string;
    paper: string;
  };
  const row = await sql.get<Row>(
    `SELECT a."id" AS "attemptId", a."quizId", q."courseId", q."title", a."personId", a."sessionId", a."preview",
       a."seed", a."settings", a."paper"
     FROM "Attempt" a JOIN "Quiz" q ON q."id" = a."quizId" WHERE a."id" = ? AND a."state" <> 'prepared'`,
    attemptId,
  );
  if (!row) return null;
  const found = {
    ...row,
    preview: booleanOf(row.preview),
    settings: readQuizSettings(row.settings),
    paper: parsePaper(row.paper),
  };
  known.set(attemptId, found);
  return found;
}

/** A person's own attempt, or null: someone else's attempt does not exist, whoever asks. */
export async function findOwnPaper(sql: Sql, personId: string, attemptId: string): Promise<AttemptPaper | null> {
  const found = await findAttemptPaper(sql, attemptId);
  return found?.personId === personId ? found : null;
}

/** What core wants to know beside the stored standing. */
export const pinnedOf = ({ paper, settings }: AttemptPaper) => ({
  slotCount: paper.length,
  graceSeconds: settings.graceSeconds,
});
