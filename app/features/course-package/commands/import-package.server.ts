import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { type Change, transact } from '#app/features/audit/commands/transact.server.ts';
import { judgeFile } from '#app/features/media/core/judge-file.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { dropStaged, keepStaged, stageFile } from '#app/platform/files/media-store.server.ts';
import { sha256 } from '#app/platform/ids.server.ts';
import { type ImportPlan, planText } from '../core/import-plan.ts';
import { mediaPath } from '../core/package-paths.ts';
import { PackageRefusal } from '../core/package-refusal.ts';
import { bankToTake, type CourseParts, type KeptFile, quizzesToTake } from '../core/parts-to-take.ts';
import { type ImportWish, type PlannedImport, planImport, quizHash } from '../queries/plan-import.server.ts';
import type { OpenedPackage } from '../queries/read-package.server.ts';

export interface ImportOrder extends ImportWish {
  /** What is new in the course, for learners and leaders; of a published one. */
  note: string;
  /** The mark of the plan that was looked at; null = none was. */
  seen: string | null;
}

export type ImportResult =
  | { kind: 'imported'; courseId: string; plan: ImportPlan }
  /** Everything was here already: nothing was written, not even in the log. */
  | { kind: 'unchanged'; courseId: string | null; plan: ImportPlan }
  /** Something here is other than it was when the plan was looked at. */
  | { kind: 'changed-meanwhile'; plan: ImportPlan }
  | { kind: 'refused'; plan: ImportPlan };

/** The mark of a plan, by which a form says which one was looked at. */
export const markOfPlan = (plan: ImportPlan): string => sha256(planText(plan));

/**
 * Takes a whole course in: its texts, questions, quizzes and media, all in one transaction or nothing. Media are kept by their
 * hash before; what breaks off in between leaves contents that nobody names. Only where the actor is an author; what stands
 * here under the same codes must lie there too. `parts` write each feature's own tables. Throws forbidden, PackageRefusal.
 */
export async function importPackage(
  actor: Actor,
  opened: OpenedPackage,
  order: ImportOrder,
  parts: CourseParts<Change>,
): Promise<ImportResult> {
  for (const act of ['course.author', 'question.author', 'quiz.author'] as const) requireScope(actor, act);
  const { plan, courseId } = await planImport(database().read, actor, opened, order);
  const refusal = refusalOf(plan, courseId, order.seen);
  if (refusal) return refusal;
  const files = await keepMedia(opened, plan);
  return transact(actor, 'courses.package-imported', async (change) => {
    // Again, on what stands within the transaction: somebody else may have been writing.
    const planned = await planImport(change.tx, actor, opened, order);
    const late = refusalOf(planned.plan, planned.courseId, order.seen);
    if (late) {
      change.unchanged();
      return late;
    }
    const id = await take(change, actor, { opened, planned, files, order, parts });
    change.record(id, detailsOf(opened, planned.plan), planned.owner?.path);
    return { kind: 'imported', courseId: id, plan: planned.plan };
  });
}

function refusalOf(plan: ImportPlan, courseId: string | null, seen: string | null): ImportResult | null {
  if (plan.problems.length > 0) return { kind: 'refused', plan };
  if (plan.isNothing) return { kind: 'unchanged', courseId, plan };
  return seen !== null && seen !== markOfPlan(plan) ? { kind: 'changed-meanwhile', plan } : null;
}

async function take(
  change: Change,
  actor: Actor,
  given: {
    opened: OpenedPackage;
    planned: PlannedImport;
    files: readonly KeptFile[];
    order: ImportOrder;
    parts: CourseParts<Change>;
  },
): Promise<string> {
  const { opened, planned, files, order, parts } = given;
  const { plan, owner } = planned;
  const byId = actor.personId;
  if (!owner) throw new AppError('not-found');
  const missing = new Set(plan.media.captions.map(({ mediaId, lang }) => `${mediaId} ${lang}`));
  await parts.media(change, byId, {
    files: files.filter(({ id }) => plan.media.add.some((medium) => medium.id === id)),
    captions: opened.captions.filter(({ mediaId, lang }) => missing.has(`${mediaId} ${lang}`)),
  });
  await parts.bank(change, byId, bankToTake(planned, owner.id));
  const courseId =
    plan.course.kind === 'same'
      ? planned.courseId!
      : await parts.course(change, byId, {
          ...{ content: opened.content.course, unitId: owner.id, as: order.as, note: order.note },
        });
  await parts.quizzes(change, byId, quizzesToTake(planned, { unitId: owner.id, courseId, hashOf: quizHash }));
  return courseId;
}

const detailsOf = ({ manifest }: OpenedPackage, { as, course, questions, quizzes, media }: ImportPlan) => ({
  ...{ code: manifest.course.code, mark: manifest.mark.slice(0, 16), as, course: course.kind },
  lessons: { added: course.lessons.added.length, changed: course.lessons.changed.length },
  questions: { added: questions.create.length, changed: questions.change.length },
  quizzes: { added: quizzes.create.length, changed: quizzes.change.length },
  media: media.add.length,
});

/** Keeps the contents that are not here yet, each gone through once more on its way. */
async function keepMedia(opened: OpenedPackage, { media }: ImportPlan): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  const sizes = new Map(opened.manifest.files.map(({ path, size }) => [path, size]));
  for (const { id, type, name } of media.add) {
    const path = mediaPath(id, type);
    const staged = await stageFile(await opened.medium(id), sizes.get(path) ?? 0);
    if (!staged) throw new PackageRefusal('damaged', path);
    const verdict = judgeFile(staged, 'content');
    if (staged.hash !== id || verdict.kind === 'refused' || verdict.type !== type) {
      await dropStaged(staged);
      throw new PackageRefusal('wrong-content', path);
    }
    await keepStaged(staged);
    const { size, seconds } = verdict;
    const { width = null, height = null } = size ?? {};
    kept.push({ ...{ id, mimeType: type, byteSize: staged.byteSize, width, height, seconds }, name });
  }
  return kept;
}
