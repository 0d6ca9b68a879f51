import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { courseToPack } from '../queries/package-content.server.ts';
import { type PackedCourse, packedCourse } from '../queries/packed-course.server.ts';

/**
 * A course as a package, for who authors it and what it draws from. Entered in the log before the first byte is handed over.
 * Throws forbidden, not-found, or conflict (`too-large`).
 */
export async function exportPackage(
  actor: Actor,
  courseId: string,
  { of }: { of: 'published' | 'draft' },
): Promise<PackedCourse> {
  const course = await courseToPack(actor, courseId, { isDraft: of === 'draft' });
  if (of === 'published' && course.revision === null) throw new AppError('not-found');
  const packed = packedCourse(course);
  if (packed.isTooLarge) throw new AppError('conflict', { reason: 'too-large' });
  await transact(actor, 'courses.package-exported', async ({ record }) => {
    const { mark, counts } = packed.manifest;
    record(courseId, { code: course.content.course.code, of, mark: mark.slice(0, 16), ...counts }, course.unitPath);
  });
  return packed;
}
