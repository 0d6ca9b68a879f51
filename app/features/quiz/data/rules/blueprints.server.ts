import type { Db } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { Blueprint } from '../../core/blueprint.ts';
import type { SlotPlan } from '../../core/draw-paper.ts';
import { readBlueprintColumn } from '../../schema.rules.ts';
import { replaceSlots } from '../slots.server.ts';

/** The matrix from which the slots of a quiz were built, or null. The quiz was found in scope before. */
export async function findBlueprint(db: Db, quizId: string): Promise<Blueprint | null> {
  const row = await db.quiz.findUnique({ where: { id: quizId }, select: { blueprint: true } });
  return row?.blueprint ? readBlueprintColumn(row.blueprint) : null;
}

/** Keeps the matrix and replaces all slots, unless another edit came first: answers whether it stood at `revision`. */
export async function replaceBlueprint(
  db: Db,
  { id, revision }: { id: string; revision: number },
  { blueprint, slots, at, byId }: { blueprint: Blueprint; slots: readonly SlotPlan[]; at: Date; byId: string | null },
): Promise<boolean> {
  const { count } = await db.quiz.updateMany({
    where: { id, revision },
    data: { blueprint: JSON.stringify(blueprint), revision: revision + 1, updatedAt: at, updatedById: byId },
  });
  if (count === 1) await replaceSlots(db, id, slots);
  return count === 1;
}

/** A facility from fewer answers than this says more of chance than of the question. */
const FEWEST_ANSWERS = 10;

/** The measured facility (0..1) of questions in graded attempts, by question id; who is missing is not measured. */
export async function listFacilities(sql: Sql, questionIds: readonly string[]): Promise<Map<string, number>> {
  const facilities = new Map<string, number>();
  for (let from = 0; from < questionIds.length; from += 1000) {
    const some = questionIds.slice(from, from + 1000);
    const rows = await sql.all<{ questionId: string; facility: number }>(
      `SELECT s."questionId", AVG(s."fraction") AS "facility" FROM "AttemptAnswer" s
       JOIN "Attempt" a ON a."id" = s."attemptId"
       WHERE a."state" = 'graded' AND a."number" > 0 AND s."fraction" IS NOT NULL
         AND s."questionId" IN (${some.map(() => '?').join(', ')})
       GROUP BY s."questionId" HAVING COUNT(*) >= ${FEWEST_ANSWERS}`,
      ...some,
    );
    for (const { questionId, facility } of rows) facilities.set(questionId, Number(facility));
  }
  return facilities;
}
