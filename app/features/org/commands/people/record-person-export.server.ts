import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { findPersonRecord } from '../../data/people/person-records.server.ts';

/** Writes down that a person's data leave the product, before they do. Throws not-found outside of the reach. */
export async function recordPersonExport(actor: Actor, personId: string, form: 'page' | 'json'): Promise<void> {
  const scope = requireScope(actor, 'person.manage');
  await transact(actor, 'org.person-exported', async ({ sql, record }) => {
    if (!(await findPersonRecord(sql, scope, personId))) throw new AppError('not-found');
    record(personId, { form });
  });
}
