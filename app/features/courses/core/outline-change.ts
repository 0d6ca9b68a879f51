import {
  type CourseOutline,
  changedLesson,
  lessonsOf,
  movedLesson,
  type OutlinedLesson,
  renamedModule,
  retitled,
  shiftedLesson,
  shiftedModule,
  withLesson,
  withModule,
  withoutLesson,
  withoutModule,
} from './course-outline.ts';

/** One step of an author in the outline of a course. */
export type OutlineChange =
  | { kind: 'retitle'; title: string; summary: string }
  | { kind: 'add-module'; code: string; title: string; summary: string }
  | { kind: 'rename-module'; code: string; title: string; summary: string }
  | { kind: 'shift-module'; code: string; by: -1 | 1 }
  | { kind: 'remove-module'; code: string }
  | {
      kind: 'put-back-module';
      code: string;
      title: string;
      summary: string;
      lessonIds: readonly string[];
      position: number;
    }
  | { kind: 'add-lesson'; moduleCode: string; lessonId: string; title: string }
  | { kind: 'rename-lesson'; lessonId: string; title: string }
  | { kind: 'shift-lesson'; lessonId: string; by: -1 | 1 }
  | { kind: 'move-lesson'; lessonId: string; moduleCode: string }
  | { kind: 'remove-lesson'; lessonId: string }
  | { kind: 'put-back-lesson'; lessonId: string; moduleCode: string; position?: number };

/** What takes the change back; for what was removed alone, everything else is undone by doing it the other way. */
export type Undo = Extract<OutlineChange, { kind: 'put-back-module' | 'put-back-lesson' }>;

export type OutlineChanged =
  | { kind: 'changed'; outline: CourseOutline; undo: Undo | null; title: string }
  | { kind: 'unchanged' }
  /** What the change speaks of is no more in the outline. */
  | { kind: 'gone' };

/** So many modules and lessons one course may have. */
export const mostModules = 100;
export const mostLessons = 500;

/**
 * The outline after one step. `known` answers a lesson of the course that may be put in: new ones, and those that were
 * taken out. `title` names what was changed.
 */
export function changeOutline(
  outline: CourseOutline,
  change: OutlineChange,
  known: (lessonId: string) => OutlinedLesson | null,
): OutlineChanged {
  const moduleAt = (code: string) => outline.modules.findIndex((module) => module.code === code);
  const lesson = (id: string) => lessonsOf(outline).find(({ lessonId }) => lessonId === id);
  const done = (next: CourseOutline, title: string, undo: Undo | null = null): OutlineChanged =>
    JSON.stringify(next) === JSON.stringify(outline)
      ? { kind: 'unchanged' }
      : { kind: 'changed', outline: next, undo, title };
  switch (change.kind) {
    case 'retitle':
      return done(retitled(outline, { title: change.title, summary: change.summary }), change.title);
    case 'add-module': {
      const { code, title, summary } = change;
      return done(withModule(outline, { code, title, summary, lessons: [] }), title);
    }
    case 'put-back-module': {
      const { code, title, summary, lessonIds, position } = change;
      const lessons = lessonIds.flatMap((id) => known(id) ?? []);
      return done(withModule(outline, { code, title, summary, lessons }, position), title);
    }
    case 'add-lesson':
    case 'put-back-lesson': {
      if (moduleAt(change.moduleCode) < 0) return { kind: 'gone' };
      const found = known(change.lessonId);
      if (!found) return { kind: 'gone' };
      const position = change.kind === 'put-back-lesson' ? change.position : undefined;
      return done(withLesson(outline, change.moduleCode, found, position), found.title);
    }
  }
  if ('code' in change) {
    const at = moduleAt(change.code);
    const module = outline.modules[at];
    if (!module) return { kind: 'gone' };
    const { code, title, summary, lessons } = module;
    if (change.kind === 'rename-module')
      return done(renamedModule(outline, code, { title: change.title, summary: change.summary }), change.title);
    if (change.kind === 'shift-module') return done(shiftedModule(outline, code, change.by), title);
    const lessonIds = lessons.map(({ lessonId }) => lessonId);
    const undo = { kind: 'put-back-module' as const, code, title, summary, lessonIds, position: at };
    return done(withoutModule(outline, code), title, undo);
  }
  const found = lesson(change.lessonId);
  if (!found) return { kind: 'gone' };
  const { lessonId, title } = found;
  if (change.kind === 'rename-lesson')
    return done(changedLesson(outline, lessonId, { title: change.title }), change.title);
  if (change.kind === 'shift-lesson') return done(shiftedLesson(outline, lessonId, change.by), title);
  const module = outline.modules.find(({ lessons }) => lessons.some((each) => each.lessonId === lessonId))!;
  if (change.kind === 'move-lesson') {
    const target = outline.modules[moduleAt(change.moduleCode)];
    if (!target) return { kind: 'gone' };
    if (target.code === module.code) return { kind: 'unchanged' };
    return done(movedLesson(outline, lessonId, { moduleCode: target.code, position: target.lessons.length }), title);
  }
  const position = module.lessons.findIndex((each) => each.lessonId === lessonId);
  const undo = { kind: 'put-back-lesson' as const, lessonId, moduleCode: module.code, position };
  return done(withoutLesson(outline, lessonId), title, undo);
}
