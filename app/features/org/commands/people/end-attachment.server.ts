import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { endAttachments } from '../../data/people/attachments.server.ts';
import { findPersonRecord } from '../../data/people/person-records.server.ts';

/** Ends a person's time with another unit now; a second press finds it ended. */
export async function endAttachment(actor: Actor, personId: string, attachmentId: string): Promise<void> {
  const scope = requireScope(actor, 'person.manage');
  await transact(actor, 'org.attachment-ended', async ({ sql, at, record, unchanged }) => {
    const person = await findPersonRecord(sql, scope, personId, sql.forUpdate);
    if (!person) throw new AppError('not-found');
    if ((await endAttachments(sql, personId, at, attachmentId)) === 0) return unchanged();
    record(personId, { attachmentId });
  });
}
