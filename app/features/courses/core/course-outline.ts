/** A lesson as an outline names it. */
export interface OutlinedLesson {
  lessonId: string;
  /** The identity of the lesson between installations; never changes. */
  code: string;
  /** The text that a published revision shows; in a draft the newest published one, null = never published. */
  versionNumber: number | null;
  title: string;
  minutes: number;
}

export interface OutlinedModule {
  /** The identity of the module; never changes. */
  code: string;
  title: string;
  summary: string;
  lessons: OutlinedLesson[];
}

/** What a course consists of, without the texts: the JSON of CourseRevision.outline and CourseDraft.outline. */
export interface CourseOutline {
  title: string;
  summary: string;
  modules: OutlinedModule[];
}

/** What a published revision consists of; every lesson has its version. */
export interface PublishedOutline extends CourseOutline {
  /** Lessons whose new text must be read again by who moves on to this revision. */
  readAgain?: string[];
}

/** Where a lesson stands: the module's code and the place in it, from 0. */
export interface LessonPlace {
  moduleCode: string;
  position: number;
}

/** All lessons in the order of reading. */
export const lessonsOf = (outline: CourseOutline): OutlinedLesson[] =>
  outline.modules.flatMap((module) => module.lessons);

/** Where a lesson stands; null = not in this outline. */
export function placeOf(outline: CourseOutline, lessonId: string): LessonPlace | null {
  for (const { code, lessons } of outline.modules) {
    const position = lessons.findIndex((lesson) => lesson.lessonId === lessonId);
    if (position >= 0) return { moduleCode: code, position };
  }
  return null;
}

/** The outline with another heading. */
export const retitled = (outline: CourseOutline, heading: { title: string; summary: string }): CourseOutline => ({
  ...outline,
  ...heading,
});

/** With one more module, at the end or at a place from 0; one that stands already changes nothing. */
export function withModule(outline: CourseOutline, module: OutlinedModule, position?: number): CourseOutline {
  if (outline.modules.some(({ code }) => code === module.code)) return outline;
  const standing = new Set(lessonsOf(outline).map(({ lessonId }) => lessonId));
  const lessons = module.lessons.filter(({ lessonId }) => !standing.has(lessonId));
  return { ...outline, modules: inserted(outline.modules, { ...module, lessons }, position) };
}

/** With another title and summary of a module. */
export const renamedModule = (
  outline: CourseOutline,
  code: string,
  heading: { title: string; summary: string },
): CourseOutline => eachModule(outline, (module) => (module.code === code ? { ...module, ...heading } : module));

/** Without a module and its lessons. */
export const withoutModule = (outline: CourseOutline, code: string): CourseOutline => ({
  ...outline,
  modules: outline.modules.filter((module) => module.code !== code),
});

/** With a module at another place, from 0; beyond the ends it stands at the end. */
export function movedModule(outline: CourseOutline, code: string, position: number): CourseOutline {
  const module = outline.modules.find((each) => each.code === code);
  if (!module) return outline;
  return { ...outline, modules: inserted(withoutModule(outline, code).modules, module, position) };
}

/** With one more lesson in a module, at its end or at a place from 0; one that stands already changes nothing. */
export function withLesson(
  outline: CourseOutline,
  moduleCode: string,
  lesson: OutlinedLesson,
  position?: number,
): CourseOutline {
  if (placeOf(outline, lesson.lessonId)) return outline;
  return eachModule(outline, (module) =>
    module.code === moduleCode ? { ...module, lessons: inserted(module.lessons, lesson, position) } : module,
  );
}

/** With other words for a lesson: its title, minutes or version. */
export const changedLesson = (
  outline: CourseOutline,
  lessonId: string,
  change: Partial<Omit<OutlinedLesson, 'lessonId' | 'code'>>,
): CourseOutline =>
  eachModule(outline, (module) => ({
    ...module,
    lessons: module.lessons.map((lesson) => (lesson.lessonId === lessonId ? { ...lesson, ...change } : lesson)),
  }));

/** Without a lesson. */
export const withoutLesson = (outline: CourseOutline, lessonId: string): CourseOutline =>
  eachModule(outline, (module) => ({
    ...module,
    lessons: module.lessons.filter((lesson) => lesson.lessonId !== lessonId),
  }));

/** With a lesson at another place, in its own or in another module; an unknown module changes nothing. */
export function movedLesson(outline: CourseOutline, lessonId: string, to: LessonPlace): CourseOutline {
  const lesson = lessonsOf(outline).find((each) => each.lessonId === lessonId);
  if (!lesson || !outline.modules.some(({ code }) => code === to.moduleCode)) return outline;
  return withLesson(withoutLesson(outline, lessonId), to.moduleCode, lesson, to.position);
}

/** One step up or down in the order of reading: past the ends of a module it goes into the next one. */
export function shiftedLesson(outline: CourseOutline, lessonId: string, by: -1 | 1): CourseOutline {
  const place = placeOf(outline, lessonId);
  if (!place) return outline;
  const at = outline.modules.findIndex(({ code }) => code === place.moduleCode);
  const position = place.position + by;
  if (position >= 0 && position < outline.modules[at]!.lessons.length) {
    return movedLesson(outline, lessonId, { ...place, position });
  }
  const next = outline.modules[at + by];
  if (!next) return outline;
  return movedLesson(outline, lessonId, { moduleCode: next.code, position: by === 1 ? 0 : next.lessons.length });
}

/** One step up or down for a module. */
export function shiftedModule(outline: CourseOutline, code: string, by: -1 | 1): CourseOutline {
  const at = outline.modules.findIndex((module) => module.code === code);
  const to = at + by;
  return at < 0 || to < 0 || to >= outline.modules.length ? outline : movedModule(outline, code, to);
}

function eachModule(outline: CourseOutline, change: (module: OutlinedModule) => OutlinedModule): CourseOutline {
  return { ...outline, modules: outline.modules.map(change) };
}

function inserted<T>(list: readonly T[], item: T, position = list.length): T[] {
  const at = Math.max(0, Math.min(position, list.length));
  return [...list.slice(0, at), item, ...list.slice(at)];
}
