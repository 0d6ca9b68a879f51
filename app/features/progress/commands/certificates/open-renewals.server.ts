import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { findAssignment, listCertifying } from '../../data/assignments.server.ts';
import { listDueRenewals, openPeriods } from '../../data/certificates/renewals.server.ts';
import { closeGate } from '../../data/course-gate.server.ts';
import { holdEnrolmentsOf } from '../../data/enrolments.server.ts';
import { restateMany } from '../../data/restate.server.ts';
import { settleLedger } from '../../data/settle-ledger.server.ts';
import { people } from '../../data/within.server.ts';

/** So many people are taken up in one transaction: learners wait behind it. */
const batch = 500;

/**
 * Opens the renewal of every certificate whose window has come: only what is read and written from now on counts, and is
 * due when the certificate ends; the former result stays with the certificate. By the clock, in bounded parts; stopped half
 * way it goes on with the rest. Answers how many were opened.
 */
export async function openRenewals(): Promise<number> {
  let opened = 0;
  for (const assignmentId of await listCertifying(database().sql, now())) {
    for (let last = batch; last === batch; ) {
      last = await openSome(assignmentId);
      opened += last;
    }
  }
  return opened;
}

async function openSome(assignmentId: string): Promise<number> {
  // Asked before the transaction: most of the time there is nothing, and nobody waits for that.
  const first = await findAssignment(database().sql, assignmentId);
  if (!first?.certification) return 0;
  const { certification } = first;
  if ((await listDueRenewals(database().sql, { ...first, certification }, now(), 1)).length === 0) return 0;
  return transact(theSystem, 'progress.renewal-opened', async ({ sql, at, record, emit, unchanged }) => {
    const assignment = await findAssignment(sql, assignmentId);
    if (!assignment?.certification || assignment.withdrawnAt) {
      unchanged();
      return 0;
    }
    await closeGate(sql, [assignment]);
    const due = { ...assignment, certification: assignment.certification };
    const renewals = await listDueRenewals(sql, due, at, batch);
    if (renewals.length === 0) {
      unchanged();
      return 0;
    }
    const personIds = renewals.map(({ personId }) => personId);
    const within = people(sql, personIds);
    await holdEnrolmentsOf(sql, assignmentId, within);
    await openPeriods(sql, assignmentId, renewals, at);
    await restateMany(sql, assignment, at, { within, isTouched: true });
    await settleLedger(sql, assignmentId, at, { within, isTouched: true });
    record(assignmentId, { people: renewals.length });
    emit({ type: 'renewals-opened', assignmentId, quizIds: assignment.rule.quizIds, personIds });
    return renewals.length;
  });
}
