import type { DomainEvent } from '#app/features/audit/core/event.ts';
import type { Attempt } from './attempt.ts';

/** What is told once an attempt was closed: graded, or submitted and waiting for a marker. */
export function closingEvent(
  own: { personId: string; quizId: string; courseId: string | null; attemptId: string },
  { state }: Pick<Attempt, 'state'>,
): DomainEvent {
  const { personId, quizId, courseId, attemptId } = own;
  return {
    type: state === 'graded' ? 'attempt-graded' : 'attempt-submitted',
    ...{ personId, quizId, courseId, attemptId },
  };
}
