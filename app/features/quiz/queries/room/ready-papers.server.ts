import type { Actor } from '#app/features/access/core/role.ts';
import { LruMap } from '#app/kernel/lru-map.ts';
import { pack } from '#app/kernel/packed.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { asDataText } from '#app/platform/http/page-data.server.ts';
import { type ReadyText, readyText } from '#app/platform/http/ready-text.server.ts';
import { stateAt } from '../../core/attempt.ts';
import { isAllowedFrom } from '../../core/networks.ts';
import { attemptOf } from '../../data/attempts.server.ts';
import {
  findUntouched,
  listAwaitedPapers,
  listPreparedPapers,
  type PreparedPaper,
} from '../../data/room/ready-papers.server.ts';
import { type AttemptHead, headOf, partOf } from '../attempt-page.server.ts';

/** A paper as its page will be sent it; a prepared paper never changes, it is only replaced by another with an id of its own. */
interface Ready extends PreparedPaper {
  readonly text: ReadyText;
}

// A large brigade: about 20 kB each.
const ready = new LruMap<string, Ready>(6000);

const batchSize = 20;
/** So long a run works at most, in pieces between which others get their turn. */
const mostMs = 1000;
/** Who comes late finds the paper ready too. */
const lateMs = 3_600_000;

/**
 * The job: makes the papers of everybody who waits in a lobby ready to be sent, so that a whole brigade that begins in one
 * second gets bytes that lie there. What is not ready is made when it is asked for. Answers how many it made.
 */
export async function makePapersReady(): Promise<number> {
  const { sql } = database();
  const at = now();
  const awaited = await listAwaitedPapers(sql, at, new Date(at.getTime() - lateMs));
  const missing = awaited.filter((id) => ready.get(id) === undefined);
  const until = performance.now() + mostMs;
  let made = 0;
  for (let from = 0; from < missing.length && performance.now() < until; from += batchSize) {
    for (const paper of await listPreparedPapers(sql, missing.slice(from, from + batchSize))) {
      const text = await readyText(asDataText(pack(await partOf(paper, [], 1, new Set()))));
      ready.set(paper.attemptId, { ...paper, text });
      made += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return made;
}

/**
 * Hot path (one statement): the learner's own attempt as `attemptPage` answers it, its paper as a ready text. Null wherever
 * that is not certainly the same: for a paper that is not ready or was begun under other settings, an attempt that is not
 * the own, does not run or was touched, an address outside the quiz's networks.
 */
export async function readyAttempt(
  actor: Actor,
  attemptId: string,
  address: string,
): Promise<{ head: AttemptHead; paper: ReadyText } | null> {
  const found = ready.get(attemptId);
  if (!found) return null;
  const own = await findUntouched(database().sql, actor.personId, attemptId);
  // One set of settings is one object (`readQuizSettings`): exceptions that were pinned at the start are another.
  if (!own || own.settings !== found.settings || own.standing.openPage !== 1) return null;
  if (!isAllowedFrom(own.settings.networks, address)) return null;
  const at = now();
  const { paper, settings } = found;
  const pinned = { slotCount: paper.length, graceSeconds: settings.graceSeconds };
  if (stateAt(attemptOf(own.standing, pinned), at).state !== 'in-progress') return null;
  const head = headOf({ ...own, attemptId, paper, isInRoom: true }, 1, at, null);
  return { head, paper: found.text };
}
