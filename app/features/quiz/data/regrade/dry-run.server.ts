import type { QuestionBody } from '#app/features/questions/core/question.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { type DryRun, dryRunOf } from '../../core/regrade/dry-run.ts';
import { type Regraded, regradeAttempt } from '../../core/regrade/regrade-attempt.ts';
import { listAffected, listEndedHolding } from './affected-attempts.server.ts';

/** How many attempts are read at once. */
const pageSize = 250;

/** What grading the attempts that hold these versions by another key would change. Reads, and changes nothing. */
export async function dryRun(
  sql: Sql,
  { versionIds, key, ownerPath }: { versionIds: readonly string[]; key: QuestionBody; ownerPath: UnitPath },
): Promise<DryRun> {
  const outcomes: Regraded[] = [];
  for (let cursor = ''; ; ) {
    const ids = await listEndedHolding(sql, versionIds, cursor, pageSize);
    for (const attempt of await listAffected(sql, ids, versionIds)) outcomes.push(regradeAttempt(attempt, key));
    const last = ids.at(-1);
    if (last === undefined) return dryRunOf(outcomes, ownerPath);
    cursor = last;
  }
}
