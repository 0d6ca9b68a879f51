import type { QuestionBody } from '#app/features/questions/core/question.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { rubricOf } from '../../core/marking/read-mark.ts';
import { pointsOfRubric } from '../../core/marking/rubric.ts';
import type { ReviewWhat } from '../../core/review.ts';
import { listSettledMarks, type Mark } from '../../data/marking/marks.server.ts';

/** How a person marked an answer, as its learner may see it: never who. */
export interface ShownMarking {
  byMarker: {
    /** Where marks are shown: the level of each criterion. */
    criteria?: { text: string; level: string; points: number; most: number }[];
    /** Where explanations are shown. */
    comment?: string;
  }[];
}

/** What may be seen of the marking of an attempt's answers, by slot: of settled ones, the marks on which they rest. */
export async function shownMarkings(
  sql: Sql,
  attemptId: string,
  bodyOf: (slot: number) => QuestionBody | undefined,
  allowed: ReadonlySet<ReviewWhat>,
): Promise<Map<number, ShownMarking>> {
  const shown = new Map<number, ShownMarking>();
  if (!allowed.has('marks') && !allowed.has('explanation')) return shown;
  const marks = await listSettledMarks(sql, attemptId);
  for (const slot of new Set(marks.map((mark) => mark.slot))) {
    const given = marks.filter((mark) => mark.slot === slot);
    // Where a third person settled a disagreement, that mark alone holds.
    const holding = given.filter(({ round }) => round === Math.max(...given.map((one) => one.round)) && round === 3);
    const body = bodyOf(slot);
    const byMarker = (holding.length > 0 ? holding : given).map((mark) => shownMark(mark, body, allowed));
    shown.set(slot, { byMarker });
  }
  return shown;
}

function shownMark({ levels, comment }: Mark, body: QuestionBody | undefined, allowed: ReadonlySet<ReviewWhat>) {
  const criteria = (body ? rubricOf(body) : []).map((criterion) => {
    const level = criterion.levels[levels[criterion.id] ?? -1];
    const most = pointsOfRubric([criterion]);
    return { text: criterion.text, level: level?.text ?? '', points: level?.points ?? 0, most };
  });
  return {
    ...(allowed.has('marks') && criteria.length > 0 && { criteria }),
    ...(allowed.has('explanation') && comment !== '' && { comment }),
  };
}
