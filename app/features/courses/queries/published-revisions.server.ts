import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listRevisions } from '../data/revisions.server.ts';
import { authoredCourse } from './authored-course.server.ts';

export interface PublishedRevisionRow {
  number: number;
  note: string;
  /** Null: published before revisions were written down. */
  publishedAt: Date | null;
  publishedByName: string | null;
}

/** The revisions of a course, the newest first, each once. Throws not-found outside the scope. */
export async function publishedRevisions(actor: Actor, courseId: string) {
  const { id, title, revision, state } = await authoredCourse(actor, courseId);
  const written = await listRevisions(database().read, courseId);
  const unwritten = { number: revision, note: '', publishedAt: null, publishedByName: null };
  const isWritten = revision === 0 || written.some(({ number }) => number === revision);
  const revisions: PublishedRevisionRow[] = isWritten ? written : [unwritten, ...written];
  return { course: { id, title, revision, state }, revisions };
}
