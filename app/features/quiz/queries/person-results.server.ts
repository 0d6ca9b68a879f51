import type { Actor } from '#app/features/access/core/role.ts';
import { personInReach } from '#app/features/org/queries/people/person-in-reach.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { seenByLeader } from '../core/rules/seen-by.ts';
import { listResultsOfPerson } from '../data/results-of-person.server.ts';
import { attemptLine } from './attempt-line.server.ts';
import type { ResultLine } from './my-results.server.ts';

const MOST = 50;

/**
 * The latest attempts of a person within the actor's reach: states and grades as far as the quiz shows them now, never
 * answers. Throws not-found outside of the reach.
 */
export async function personResults(actor: Actor, personId: string): Promise<ResultLine[]> {
  await personInReach(actor, personId);
  const at = now();
  const rows = await listResultsOfPerson(database().sql, personId, { limit: MOST, offset: 0 });
  return Promise.all(
    rows.map(async (row) => ({
      ...(await attemptLine(row, row.settings, at, seenByLeader)),
      ...{ quizId: row.quizId, title: row.title, quizKind: row.kind, gradeScale: row.settings.gradeScale },
    })),
  );
}
