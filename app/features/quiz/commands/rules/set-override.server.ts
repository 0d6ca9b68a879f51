import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId } from '#app/platform/ids.server.ts';
import { type OverrideDraft, type OverrideProblem, readOverrideDraft } from '../../core/rules/override-draft.ts';
import { holdQuiz } from '../../data/quiz-for-attempt.server.ts';
import { type Followed, followLimits } from '../../data/rules/follow-limits.server.ts';
import { findTargetPath } from '../../data/rules/override-targets.server.ts';
import { replaceOverride } from '../../data/rules/overrides.server.ts';
import { peopleReached } from '../../data/rules/people-reached.server.ts';
import { findQuizInReach } from '../../data/rules/quiz-in-reach.server.ts';

export type SetOverrideResult =
  | ({ kind: 'set'; overrideId: string } & Followed)
  | { kind: 'invalid'; problems: OverrideProblem[] }
  /** Running attempts would end at once: nothing is changed until that is confirmed. */
  | { kind: 'ends-attempts'; count: number };

/** Thrown within the transaction to leave everything as it was. */
class EndsAttempts extends Error {
  constructor(readonly count: number) {
    super('attempts would end');
  }
}

/**
 * Other limits for a person, a unit with all below it, or a group, with a reason. The running attempts of those whom it
 * reaches follow in the same transaction; one that would end at once must be confirmed, and then ends now.
 */
export async function setOverride(
  actor: Actor,
  quizId: string,
  draft: OverrideDraft,
  { confirmsEnd = false } = {},
): Promise<SetOverrideResult> {
  const scope = requireScope(actor, 'override.manage');
  const reading = readOverrideDraft(draft);
  if (reading.kind === 'invalid') return reading;
  const { targetId, limits, reason } = reading;
  const { target } = draft;
  try {
    return await transact(actor, 'quiz.override-set', async ({ sql, at, record, emit }) => {
      await holdQuiz(sql, quizId);
      const quiz = await findQuizInReach(sql, scope, quizId);
      const path = quiz && (await findTargetPath(sql, scope, target, targetId));
      if (!quiz || !path) throw new AppError('not-found');
      const overrideId = newId();
      const ids = {
        personId: target === 'person' ? targetId : null,
        unitId: target === 'unit' ? targetId : null,
        groupId: target === 'group' ? targetId : null,
      };
      const followed = await followLimits(sql, quiz, at, () =>
        replaceOverride(sql, {
          ...{ id: overrideId, quizId, ...ids, ...limits, reason },
          ...{ createdById: actor.personId, createdAt: at },
        }),
      );
      if (followed.ended > 0 && !confirmsEnd) throw new EndsAttempts(followed.ended);
      record(quizId, { overrideId, target, targetId, ...limits, reason, ...followed }, path);
      const personIds = await peopleReached(sql, quizId, ids);
      emit({ type: 'limits-changed', quizId, courseId: quiz.courseId, personIds });
      return { kind: 'set', overrideId, ...followed };
    });
  } catch (error) {
    if (error instanceof EndsAttempts) return { kind: 'ends-attempts', count: error.count };
    throw error;
  }
}
