import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { mediaTypeOf, mediaTypes } from '#app/features/media/core/media-type.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { FileRefusal, type FileRefusalCode } from '#app/platform/documents/file-refusal.server.ts';
import { unpack } from '#app/platform/documents/unpack.server.ts';
import { readingMeasure } from '../core/lesson-editor/reading-measure.ts';
import {
  attachedPicture,
  type SilentPicture,
  silentPictures,
  withPictureWords,
} from '../core/word-lesson/picture-words.ts';
import {
  type WordCourse,
  type WordLessonProblem,
  type WordModule,
  wordToLessons,
} from '../core/word-lesson/word-to-lessons.ts';
import { findEditedCourse } from '../data/lesson-drafts.server.ts';
import { type LessonWords, lessonDocument } from './lesson-document.server.ts';

/** A Word file that is taken for lessons may be this large. */
export const LARGEST_WORD = 10 * 1024 * 1024;
/** Pictures shown in a preview, in bytes altogether. */
const MOST_SHOWN = 4 * 1024 * 1024;
/** Of those that stand beside the field for their words as well, in characters. */
const MOST_SHOWN_TWICE = 2 * 1024 * 1024;

export type WordReading =
  | { kind: 'read'; course: WordCourse }
  | { kind: 'refused'; reason: FileRefusalCode | 'nothing' };

/** Whose desk it is: a course in the scope. Throws not-found. */
export async function wordDesk(actor: Actor, courseId: string): Promise<{ id: string; title: string }> {
  const scope = requireScope(actor, 'course.author');
  const course = await findEditedCourse(database().read, scope, courseId);
  if (!course) throw new AppError('not-found');
  return { id: course.id, title: course.title };
}

/** A Word document as modules and lessons, or why it is not read. Changes nothing. */
export async function readWordCourse(bytes: Uint8Array): Promise<WordReading> {
  try {
    const course = wordToLessons(await unpack(bytes, { mostBytes: LARGEST_WORD }));
    return course.modules.length === 0 ? { kind: 'refused', reason: 'nothing' } : { kind: 'read', course };
  } catch (error) {
    if (error instanceof FileRefusal) return { kind: 'refused', reason: error.code };
    throw error;
  }
}

export interface PreviewedLesson {
  title: string;
  place: number;
  words: number;
  minutes: number;
  /** Safe HTML. */
  html: string;
}

export interface WordPreview {
  title: string;
  modules: { title: string; lessons: PreviewedLesson[] }[];
  problems: WordLessonProblem[];
  pictures: number;
  /** Pictures without words, to be described before they are taken; `src` as far as a preview holds them. */
  silent: (SilentPicture & { src: string | null })[];
}

/** What would be taken, drawn as learners would see it; pictures as far as a preview holds them. */
export async function wordPreview(course: WordCourse, words: LessonWords): Promise<WordPreview> {
  const shown = new Map<string, string>();
  let size = 0;
  for (const { name, bytes } of course.attached) {
    const type = mediaTypeOf({ head: bytes, tail: bytes });
    if (!type || mediaTypes[type].kind !== 'picture' || size + bytes.byteLength > MOST_SHOWN) continue;
    size += bytes.byteLength;
    shown.set(name, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
  }
  const names = course.attached.map(({ name }) => name);
  const draw = async ({ title, text, place }: WordModule['lessons'][number]): Promise<PreviewedLesson> => {
    // An address of ours stands for the picture while the text is drawn; its bytes are put there afterwards.
    const named = text.replace(/\]\(attached:([^)\s]+)\)/g, (_, name: string) => `](/attached-${names.indexOf(name)})`);
    const { html } = await lessonDocument(named, words, { isDraft: true });
    const drawn = html.replace(/ src="\/attached-(\d+)"/g, (_, at: string) => {
      const address = shown.get(names[Number(at)] ?? '');
      return address ? ` class="picture" src="${address}"` : ' src="data:,"';
    });
    return { title, place, html: drawn, ...readingMeasure(text) };
  };
  const modules = [];
  for (const { title, lessons } of course.modules)
    modules.push({ title, lessons: await Promise.all(lessons.map(draw)) });
  let left = MOST_SHOWN_TWICE;
  const silent = silentPictures(course).map((picture) => {
    const src = shown.get(picture.name) ?? null;
    left -= src?.length ?? 0;
    return { ...picture, src: left > 0 ? src : null };
  });
  return { title: course.title, modules, problems: course.problems, pictures: course.attached.length, silent };
}

/**
 * The document with what its author wrote for pictures that had no words, by their number among the attached files; how many
 * say nothing still.
 */
export function withWrittenWords(
  course: WordCourse,
  written: ReadonlyMap<number, string>,
): { course: WordCourse; silent: number } {
  const said = new Map(course.attached.map(({ name }, at) => [name, written.get(at) ?? '']));
  const described = { ...course, modules: withPictureWords(course.modules, said) };
  return { course: described, silent: silentPictures(described).length };
}

/** The modules with their pictures as they are stored; one that is not stored leaves its words. */
export function withStoredPictures(course: WordCourse, idOf: ReadonlyMap<string, string>): WordModule[] {
  const stored = (text: string) =>
    text.replace(attachedPicture, (_, words: string, name: string, rest: string) => {
      const id = idOf.get(name);
      return id ? `![${words}](media:${id}${rest})` : words;
    });
  return course.modules.map(({ lessons, ...module }) => ({
    ...module,
    lessons: lessons.map((lesson) => ({ ...lesson, text: stored(lesson.text) })),
  }));
}
