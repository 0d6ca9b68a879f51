import type { Sql } from '#app/platform/db/sql.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { PaperSlot } from '../../core/paper.ts';
import type { AttemptPaper } from '../attempt-papers.server.ts';

/** Puts the answers of some slots into the queue of markers. */
export async function insertTasks(
  sql: Sql,
  { attemptId, quizId, settings }: AttemptPaper,
  places: readonly PaperSlot[],
  at: Date,
): Promise<void> {
  if (places.length === 0) return;
  await sql.run(
    `INSERT INTO "MarkingTask" ("id", "quizId", "attemptId", "slot", "questionVersionId", "state", "markersWanted", "createdAt")
     VALUES ${places.map(() => `(?, ?, ?, ?, ?, 'first', ?, ?)`).join(', ')}`,
    ...places.flatMap(({ slot, questionVersionId }) => [
      ...[newId(), quizId, attemptId, slot, questionVersionId, settings.markers, at],
    ]),
  );
}
