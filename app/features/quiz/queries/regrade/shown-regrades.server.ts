import type { Sql } from '#app/platform/db/sql.server.ts';
import type { Classification } from '../../core/classification.ts';
import type { ReviewWhat } from '../../core/review.ts';
import { listRegradesOf } from '../../data/regrade/regraded.server.ts';

/** A change of key that moved a learner's mark, as the learner reads of it. */
export interface ShownRegrade {
  at: Date;
  reason: string;
  oldGrade: number | null;
  newGrade: number | null;
  oldClassification: Classification | null;
  newClassification: Classification | null;
  isGradeChanged: boolean;
}

/** The history of an attempt's grade, the oldest first; nothing where the review does not show the result. */
export async function shownRegrades(
  sql: Sql,
  attemptId: string,
  allowed: ReadonlySet<ReviewWhat>,
): Promise<ShownRegrade[]> {
  if (!allowed.has('overall')) return [];
  const regrades = await listRegradesOf(sql, attemptId);
  return regrades.map(({ regradedAt, reason, oldGrade, newGrade, oldClassification, newClassification }) => ({
    ...{ at: regradedAt, reason, oldGrade, newGrade, oldClassification, newClassification },
    isGradeChanged: oldGrade !== newGrade,
  }));
}
