import { scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { readerOf } from '../core/reader.ts';
import { findMediaWithin } from '../data/author-media.server.ts';
import { listCoursesOfMedia } from '../data/used-media.server.ts';
import { findVisibleCourse } from '../data/visible-courses.server.ts';

/** Which lessons name what changes rarely: the answer is kept so long, and looked up anew before anybody is refused. */
const KEPT_MS = 15_000;
const FRESH_MS = 1000;

let kept: { at: number; of: unknown; courses: Promise<Map<string, Set<string>>> } | null = null;

function coursesOfMedia(mostMs: number): Promise<Map<string, Set<string>>> {
  const { sql } = database();
  if (!kept || kept.of !== sql || performance.now() - kept.at > mostMs) {
    const courses = listCoursesOfMedia(sql);
    kept = { at: performance.now(), of: sql, courses };
    courses.catch(() => {
      kept = null;
    });
  }
  return kept.courses;
}

/**
 * Whether lessons keep a file from the actor: they name it, in courses that the actor may see none of, and nobody of units that
 * the actor authors for brought it. What no lesson names is free here.
 */
export async function isKeptByCourses(actor: Actor, mediaId: string): Promise<boolean> {
  if (!(await coursesOfMedia(KEPT_MS)).has(mediaId)) return false;
  if (await mayReach(actor, mediaId, KEPT_MS)) return false;
  return !(await mayReach(actor, mediaId, FRESH_MS));
}

async function mayReach(actor: Actor, mediaId: string, mostMs: number): Promise<boolean> {
  const { read, sql } = database();
  const courses = (await coursesOfMedia(mostMs)).get(mediaId);
  if (!courses) return true;
  const reader = readerOf(actor);
  for (const courseId of courses) if (await findVisibleCourse(read, reader, courseId, now())) return true;
  const scope = scopeOf(actor, 'course.author');
  return scope.length > 0 && (await findMediaWithin(sql, scope, mediaId, false)) !== null;
}
