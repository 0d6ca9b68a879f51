import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { isWithin } from '#app/kernel/unit-path.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { holdQuiz } from '../../data/quiz-for-attempt.server.ts';
import { type Followed, followLimits } from '../../data/rules/follow-limits.server.ts';
import { listNamedOverrides } from '../../data/rules/override-targets.server.ts';
import { deleteOverride } from '../../data/rules/overrides.server.ts';
import { peopleReached } from '../../data/rules/people-reached.server.ts';
import { findQuizInReach } from '../../data/rules/quiz-in-reach.server.ts';

export type RemoveOverrideResult =
  | ({ kind: 'removed' } & Followed)
  | { kind: 'gone' }
  | { kind: 'invalid'; code: 'missing' | 'too-long' }
  | { kind: 'ends-attempts'; count: number };

class EndsAttempts extends Error {
  constructor(readonly count: number) {
    super('attempts would end');
  }
}

/** Ends an override with a reason, by the rules of `setOverride`. The audit log keeps what it said. */
export async function removeOverride(
  actor: Actor,
  { quizId, overrideId, reason: typed }: { quizId: string; overrideId: string; reason: string },
  { confirmsEnd = false } = {},
): Promise<RemoveOverrideResult> {
  const scope = requireScope(actor, 'override.manage');
  const reason = nfc(typed).trim().replace(/\s+/g, ' ');
  if (reason === '') return { kind: 'invalid', code: 'missing' };
  if (reason.length > 500) return { kind: 'invalid', code: 'too-long' };
  try {
    return await transact(actor, 'quiz.override-removed', async ({ sql, at, record, emit, unchanged }) => {
      await holdQuiz(sql, quizId);
      const quiz = await findQuizInReach(sql, scope, quizId);
      if (!quiz) throw new AppError('not-found');
      const found = (await listNamedOverrides(sql, quizId)).find(({ id }) => id === overrideId);
      if (!found) {
        unchanged();
        return { kind: 'gone' };
      }
      if (!scope.some((path) => isWithin(found.path, path))) throw new AppError('not-found');
      const personIds = await peopleReached(sql, quizId, found);
      const followed = await followLimits(sql, quiz, at, () => deleteOverride(sql, overrideId));
      if (followed.ended > 0 && !confirmsEnd) throw new EndsAttempts(followed.ended);
      const { personId, unitId, groupId, openAt, closeAt, timeLimitSeconds, attemptsAllowed } = found;
      const said = { personId, unitId, groupId, openAt, closeAt, timeLimitSeconds, attemptsAllowed };
      record(quizId, { overrideId, ...said, reason, ...followed }, found.path);
      emit({ type: 'limits-changed', quizId, courseId: quiz.courseId, personIds });
      return { kind: 'removed', ...followed };
    });
  } catch (error) {
    if (error instanceof EndsAttempts) return { kind: 'ends-attempts', count: error.count };
    throw error;
  }
}
