import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { eraseRecord, loginOfPerson } from '../../data/people/erase-record.server.ts';
import { findPersonRecord } from '../../data/people/person-records.server.ts';

export type ErasePersonResult =
  | { kind: 'erased' | 'unchanged' }
  | { kind: 'invalid'; problem: 'confirm' }
  | { kind: 'refused'; reason: 'serving' };

/**
 * Erases who a person was, for good: name, number, birth day, login, notes, essays, files. Only of who left, and only when
 * the number is typed. Each feature takes out its own by the event, in this transaction; counts and statistics stay.
 */
export async function erasePerson(actor: Actor, personId: string, typedNumber: string): Promise<ErasePersonResult> {
  const scope = requireScope(actor, 'person.manage');
  return transact<ErasePersonResult>(actor, 'org.person-erased', async ({ sql, at, record, emit, unchanged }) => {
    const stays = (result: ErasePersonResult): ErasePersonResult => {
      unchanged();
      return result;
    };
    const person = await findPersonRecord(sql, scope, personId, sql.forUpdate);
    if (!person) throw new AppError('not-found');
    if (person.erasedAt) return stays({ kind: 'unchanged' });
    if (!person.leftAt) return stays({ kind: 'refused', reason: 'serving' });
    if (nfc(typedNumber).trim().toLowerCase() !== person.number.toLowerCase())
      return stays({ kind: 'invalid', problem: 'confirm' });
    const login = await loginOfPerson(sql, personId);
    await eraseRecord(sql, personId, person.number, at);
    emit({ type: 'person-erased', personId, login });
    record(personId);
    return { kind: 'erased' };
  });
}
