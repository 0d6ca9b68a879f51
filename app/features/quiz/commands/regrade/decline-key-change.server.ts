import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { mayDecide } from '../../core/regrade/key-change.ts';
import { findKeyChange, holdChangesOf, updateDecision } from '../../data/regrade/key-changes.server.ts';

export type DeclineOutcome = { kind: 'refused' | 'withdrawn' } | { kind: 'unchanged' } | { kind: 'note-missing' };

/** Refuses a proposal as the second person, with a note that says why. Throws forbidden for one's own proposal. */
export async function refuseKeyChange(actor: Actor, id: string, note: string): Promise<DeclineOutcome> {
  requireScope(actor, 'key.approve');
  if (note === '') return { kind: 'note-missing' };
  return decline(actor, id, 'refused', note);
}

/** Takes one's own proposal back. Throws forbidden for somebody else's. */
export async function withdrawKeyChange(actor: Actor, id: string): Promise<DeclineOutcome> {
  requireScope(actor, 'question.author');
  return decline(actor, id, 'withdrawn', '');
}

async function decline(
  actor: Actor,
  id: string,
  state: 'refused' | 'withdrawn',
  note: string,
): Promise<DeclineOutcome> {
  const scope = requireScope(actor, state === 'refused' ? 'key.approve' : 'question.author');
  return transact(actor, `quiz.key-change-${state}`, async ({ sql, at, record, unchanged }) => {
    const seen = await findKeyChange(sql, scope, id);
    if (!seen) throw new AppError('not-found');
    await holdChangesOf(sql, seen.questionId);
    const change = (await findKeyChange(sql, scope, id)) ?? seen;
    const permission = mayDecide(change, actor.personId);
    if (permission === 'decided') {
      unchanged();
      return { kind: 'unchanged' };
    }
    if ((permission === 'own-proposal') !== (state === 'withdrawn')) {
      throw new AppError('forbidden', { reason: state === 'refused' ? 'own-proposal' : 'not-own-proposal' });
    }
    const { dryRuns } = change;
    await updateDecision(sql, id, { state, byId: actor.personId, at, note, dryRuns, total: 0 });
    record(id, { question: change.questionCode, note }, change.unitPath);
    return { kind: state };
  });
}
