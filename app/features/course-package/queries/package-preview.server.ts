import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { eventsAbout } from '#app/features/audit/queries/events-about.server.ts';
import { courseUnits } from '#app/features/courses/queries/author-courses.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { sha256 } from '#app/platform/ids.server.ts';
import type { PackageManifest } from '../core/course-package.ts';
import { type ImportPlan, planText } from '../core/import-plan.ts';
import { ownPackage } from './package-file.server.ts';
import { type ImportWish, planImport } from './plan-import.server.ts';
import { type OpenedPackage, openPackage } from './read-package.server.ts';

export interface PackagePreview {
  manifest: Omit<PackageManifest, 'files'>;
  /** The units of which the actor may own a course; of no matter where the course stands here already. */
  units: { id: string; name: string }[];
  wish: ImportWish;
  /** Where the course is new, the unit that would own it; else the one that does. */
  ownerName: string | null;
  plan: ImportPlan;
  /** By which the form says that this plan was looked at. */
  seen: string;
  /** The course that stands here under this code and that the actor may write. */
  courseId: string | null;
  /** When this very package was taken in last. */
  takenAt: Date | null;
}

/** What taking a package that the actor has sent would do. Throws forbidden, not-found, PackageRefusal. */
export async function packagePreview(
  actor: Actor,
  packageId: string,
  wish: { unitId: string; as: 'draft' | 'published' },
): Promise<PackagePreview> {
  requireScope(actor, 'course.author');
  const units = await courseUnits(actor);
  const asked = { ...wish, unitId: wish.unitId || (units[0]?.id ?? '') };
  const opened = await openOwnPackage(actor, packageId);
  opened.close();
  const { plan, owner, courseId } = await planImport(database().read, actor, opened, asked);
  const isOutside = plan.problems.some(({ code }) => code === 'course-outside');
  const { files: _, ...manifest } = opened.manifest;
  const own = isOutside ? null : courseId;
  return {
    ...{ manifest, units, wish: asked, ownerName: owner?.name ?? null, plan, seen: sha256(planText(plan)) },
    ...{ courseId: own, takenAt: own ? await lastTaken(own, manifest.mark) : null },
  };
}

/** A package that the actor has sent, to be taken in; who asks closes it. Throws forbidden, not-found, PackageRefusal. */
export function openOwnPackage(actor: Actor, packageId: string): Promise<OpenedPackage> {
  requireScope(actor, 'course.author');
  return openPackage(ownPackage(actor, packageId), { isWhole: false });
}

async function lastTaken(courseId: string, mark: string): Promise<Date | null> {
  const events = await eventsAbout(database().sql, courseId, ['courses.package-imported'], { limit: 20 });
  return events.find(({ details }) => details.mark === mark.slice(0, 16))?.at ?? null;
}
