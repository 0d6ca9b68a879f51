import type { Actor } from '#app/features/access/core/role.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { readerOf } from '../core/reader.ts';
import { listLessonsNaming } from '../data/lessons-naming.server.ts';
import { findVisibleLesson } from '../data/visible-courses.server.ts';

export interface ReferringLesson {
  id: string;
  title: string;
  courseId: string;
  courseTitle: string;
}

const MOST = 30;

/** The lessons that the actor may read whose text has a link to `target` ('library:ID'); at most 30. */
export async function lessonsReferringTo(actor: Actor, target: string): Promise<ReferringLesson[]> {
  const db = database().read;
  const mark = `](${target}`;
  const named = await listLessonsNaming(db, mark, MOST);
  const lessons: ReferringLesson[] = [];
  for (const { id } of named) {
    // The text that this reader studies may be an older one, without the link.
    const lesson = await findVisibleLesson(db, readerOf(actor), id, now());
    if (!lesson || !new RegExp(`${escaped(mark)}[\\s)]`).test(lesson.body)) continue;
    const { title, course } = lesson;
    lessons.push({ id, title, courseId: course.id, courseTitle: course.title });
  }
  return lessons;
}

const escaped = (text: string) => text.replace(/[^0-9A-Za-z]/g, '\\$&');
