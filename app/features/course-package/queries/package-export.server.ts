import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { authorCourse } from '#app/features/courses/queries/author-courses.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { PackageManifest } from '../core/course-package.ts';
import { courseToPack } from './package-content.server.ts';
import { packedCourse } from './packed-course.server.ts';

/** A state of a course that can be packed. */
export interface ExportOffer {
  of: 'published' | 'draft';
  byteSize: number;
  fileName: string;
  isTooLarge: boolean;
  manifest: Omit<PackageManifest, 'files'>;
}

export interface ExportPage {
  course: { id: string; title: string };
  offers: ExportOffer[];
}

/** What an author is told before a course is packed: of the published state, and of the draft where it differs. */
export async function packageExport(actor: Actor, courseId: string): Promise<ExportPage> {
  requireScope(actor, 'course.author');
  const course = await authorCourse(actor, courseId);
  if (!course.isOwn) throw new AppError('not-found');
  const states = [
    ...(course.revision > 0 ? ['published' as const] : []),
    ...(course.isDrafted || course.revision === 0 ? ['draft' as const] : []),
  ];
  const offers: ExportOffer[] = [];
  for (const of of states) {
    const packed = packedCourse(await courseToPack(actor, courseId, { isDraft: of === 'draft' }));
    const { files: _, ...manifest } = packed.manifest;
    const { byteSize, fileName, isTooLarge } = packed;
    offers.push({ of, byteSize, fileName, isTooLarge, manifest });
  }
  return { course: { id: course.id, title: course.title }, offers };
}
