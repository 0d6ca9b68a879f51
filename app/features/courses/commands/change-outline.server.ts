import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { type Change, transact } from '#app/features/audit/commands/transact.server.ts';
import { type EventAbout, eventsAbout } from '#app/features/audit/queries/events-about.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId } from '#app/platform/ids.server.ts';
import { codeOf } from '../core/code-of.ts';
import { lessonsOf, type OutlinedLesson } from '../core/course-outline.ts';
import {
  changeOutline as decide,
  mostLessons,
  mostModules,
  type OutlineChange,
  type Undo,
} from '../core/outline-change.ts';
import { type CourseDraft, findAuthoredCourse, loadDraft, writeOutline } from '../data/course-drafts.server.ts';
import { listNames } from '../data/lesson-copies.server.ts';
import { writeDraft } from '../data/lesson-drafts.server.ts';

/** What somebody else has done to the outline meanwhile. */
export interface OutlineConflict {
  kind: 'conflict';
  /** Null: the same person in another window. */
  by: string | null;
  at: Date | null;
  /** Their steps, the oldest first: the kind of each and what it was about. */
  steps: { kind: OutlineChange['kind']; title: string }[];
  revision: number;
}

export type ChangeOutlineResult =
  | { kind: 'changed'; revision: number; undo: Undo | null; title: string }
  | { kind: 'unchanged' | 'gone' | 'too-many'; revision: number }
  | OutlineConflict;

/**
 * One step in the outline of the next revision; learners see nothing of it. `base` is the state that the actor has seen
 * (0 = as published): where somebody else was faster nothing is done, and the actor is told who did what; own steps since
 * then are no hindrance. Throws not-found
 * for a course outside the scope.
 */
export async function changeOutline(
  actor: Actor,
  courseId: string,
  { base, change: given }: { base: number; change: OutlineChange },
): Promise<ChangeOutlineResult> {
  const scope = requireScope(actor, 'course.author');
  return transact(actor, 'courses.outline-changed', async (pen): Promise<ChangeOutlineResult> => {
    const { tx, sql, at, record, unchanged } = pen;
    const course = await findAuthoredCourse(tx, scope, courseId);
    if (!course) throw new AppError('not-found');
    const draft = await loadDraft(tx, course);
    const refused = <Result extends ChangeOutlineResult>(result: Result): Result => {
      unchanged();
      return result;
    };
    const since = draft.revision === base ? [] : await stepsSince(pen, courseId, base, draft.revision);
    // Who presses twice before the first answer is there, or has two windows, overwrites nobody: steps name what they move.
    const isOwn = since.length === draft.revision - base && since.every(({ actorId }) => actorId === actor.personId);
    if (!isOwn) return refused(await conflict(pen, actor, courseId, base, draft));
    const revision = draft.revision;
    const change = withOwnId(draft, given);
    const decision = decide(draft.outline, change, (id) => knownLesson(draft, change, id));
    if (decision.kind !== 'changed') return refused({ kind: decision.kind, revision });
    const { outline, undo, title } = decision;
    if (outline.modules.length > mostModules || lessonsOf(outline).length > mostLessons)
      return refused({ kind: 'too-many', revision });
    if (!(await writeOutline(sql, courseId, outline, { base: revision, byId: actor.personId, at })))
      return refused(await conflict(pen, actor, courseId, base, await loadDraft(tx, course)));
    if (change.kind === 'rename-lesson') await renameText(pen, actor, courseId, draft, change);
    record(courseId, { change: change.kind, title, revision: revision + 1 }, course.unitPath);
    return { kind: 'changed', revision: revision + 1, undo, title };
  });
}

/** Two additions from one state of the page carry one id: the same words are the same addition, other words another one. */
function withOwnId({ outline }: CourseDraft, change: OutlineChange): OutlineChange {
  if (change.kind === 'add-lesson') {
    const standing = lessonsOf(outline).find(({ lessonId }) => lessonId === change.lessonId);
    return standing && standing.title !== change.title ? { ...change, lessonId: newId() } : change;
  }
  if (change.kind === 'add-module') {
    const standing = outline.modules.find(({ code }) => code === change.code);
    return standing && standing.title !== change.title ? { ...change, code: `m-${newId()}` } : change;
  }
  return change;
}

const minutesOfNew = 10;

/** A lesson that may be put in: one of the course that was taken out, or the new one that the change brings. */
function knownLesson({ lessons, published }: CourseDraft, change: OutlineChange, id: string): OutlinedLesson | null {
  const kept = lessons.get(id);
  const versionNumber = lessonsOf(published).find(({ lessonId }) => lessonId === id)?.versionNumber ?? null;
  if (kept) {
    const { title, minutes } = kept;
    return { lessonId: id, code: kept.code || codeOf(title, id, 'bai'), versionNumber, title, minutes };
  }
  if (change.kind !== 'add-lesson' || change.lessonId !== id) return null;
  const { title } = change;
  return { lessonId: id, code: codeOf(title, id, 'bai'), versionNumber: null, title, minutes: minutesOfNew };
}

/** The title of a lesson stands in its working copy: who has it open is told of the other title. */
async function renameText(
  { sql, at }: Change,
  actor: Actor,
  courseId: string,
  { lessons, published }: CourseDraft,
  { lessonId, title }: { lessonId: string; title: string },
): Promise<void> {
  const text = lessons.get(lessonId);
  if (!text) return;
  const baseNumber = lessonsOf(published).find((each) => each.lessonId === lessonId)?.versionNumber ?? null;
  const writing = { base: text.draftRevision, baseNumber, byId: actor.personId, at };
  if (!(await writeDraft(sql, { courseId, lessonId }, { ...text, title }, writing)))
    throw new AppError('conflict', { reason: 'lesson-changed' });
}

/** The steps that led from one state of the outline to another, the newest first; fewer where some were not steps. */
async function stepsSince({ sql }: Change, courseId: string, base: number, revision: number): Promise<EventAbout[]> {
  const events = await eventsAbout(sql, courseId, ['courses.outline-changed'], { limit: 50 });
  const steps: EventAbout[] = [];
  let expected = revision;
  for (const event of events) {
    // Numbers begin anew with each draft: what does not follow belongs to an earlier one.
    if (expected <= base || Number(event.details.revision) !== expected) break;
    steps.push(event);
    expected -= 1;
  }
  return steps;
}

async function conflict(
  pen: Change,
  actor: Actor,
  courseId: string,
  base: number,
  { revision, updatedAt, updatedById }: CourseDraft,
): Promise<OutlineConflict> {
  const steps = (await stepsSince(pen, courseId, base, revision))
    .map(({ details }) => ({ kind: details.change as OutlineChange['kind'], title: String(details.title) }))
    .reverse();
  const isSelf = updatedById === actor.personId;
  const by = isSelf ? null : ((await listNames(pen.tx, [updatedById])).get(updatedById ?? '') ?? '');
  return { kind: 'conflict', by, at: updatedAt, steps, revision };
}
