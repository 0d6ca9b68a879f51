import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { type Certification, type CertificationProblem, certificationProblems } from '../core/certification.ts';
import { orderedPlan, type PlanPoint, type PlanProblem, planProblems } from '../core/plan.ts';
import { findAssignment, pathOf, replaceCertification, replacePlan } from '../data/assignments.server.ts';

type Saved = { kind: 'changed' | 'unchanged' } | { kind: 'conflict'; revision: number };
type Seen = { assignmentId: string; revision: number };

/**
 * Sets what completing certifies (null: nothing). Certificates that were issued keep their validity; whoever has
 * completed already is issued one in the same transaction. Throws not-found outside of the reach.
 */
export async function changeCertification(
  actor: Actor,
  { assignmentId, revision, certification }: Seen & { certification: Certification | null },
): Promise<Saved | { kind: 'refused'; problems: CertificationProblem[] }> {
  const scope = requireScope(actor, 'assignment.manage');
  return transact(actor, 'courses.assignment-changed', async ({ tx, at, record, emit, unchanged }) => {
    const before = await findAssignment(tx, scope, assignmentId);
    if (!before) throw new AppError('not-found');
    const problems = certification ? certificationProblems(certification, dateOf(at)) : [];
    const isSame = JSON.stringify(before.certification) === JSON.stringify(certification);
    if (before.revision !== revision || before.withdrawnAt || problems.length > 0 || isSame) {
      unchanged();
      if (before.revision !== revision || before.withdrawnAt) return { kind: 'conflict', revision: before.revision };
      return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'unchanged' };
    }
    if (!(await replaceCertification(tx, before, certification))) throw new AppError('conflict');
    record(assignmentId, { certification }, pathOf(before));
    emit({ type: 'assignment-changed', assignmentId });
    return { kind: 'changed' };
  });
}

/** Sets the plan of an assignment; no points: evenly from the opening to the due date. Throws not-found likewise. */
export async function changePlan(
  actor: Actor,
  { assignmentId, revision, points }: Seen & { points: readonly PlanPoint[] },
): Promise<Saved | { kind: 'refused'; problems: PlanProblem[] }> {
  const scope = requireScope(actor, 'assignment.manage');
  return transact(actor, 'courses.assignment-changed', async ({ tx, record, unchanged }) => {
    const before = await findAssignment(tx, scope, assignmentId);
    if (!before) throw new AppError('not-found');
    const problems = planProblems(points, before);
    const plan = points.length > 0 ? orderedPlan(points).map(({ day, share }) => ({ day, share })) : null;
    const isSame = JSON.stringify(before.plan) === JSON.stringify(plan);
    if (before.revision !== revision || before.withdrawnAt || problems.length > 0 || isSame) {
      unchanged();
      if (before.revision !== revision || before.withdrawnAt) return { kind: 'conflict', revision: before.revision };
      return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'unchanged' };
    }
    if (!(await replacePlan(tx, before, plan))) throw new AppError('conflict');
    record(assignmentId, { plan }, pathOf(before));
    return { kind: 'changed' };
  });
}
