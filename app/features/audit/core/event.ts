/**
 * What happened, as ids: told within the transaction so that higher features change their numbers with its cause.
 * A lower feature emits, a higher one reacts; neither imports the other.
 */
export type DomainEvent =
  | { type: 'lesson-read'; personId: string; courseId: string; lessonId: string }
  /** These people study another revision of the course from now on, or begin it anew. */
  | { type: 'course-starts-moved'; courseId: string; personIds: readonly string[] }
  | { type: 'attempt-started'; personId: string; quizId: string; courseId: string | null }
  /** A room begins: each reaction works on the whole set in some statements. */
  | { type: 'attempts-started'; personIds: readonly string[]; quizId: string; courseId: string | null }
  | { type: 'attempt-graded'; personId: string; quizId: string; courseId: string | null; attemptId: string }
  /** Submitted, and waiting for a marker. */
  | { type: 'attempt-submitted'; personId: string; quizId: string; courseId: string | null; attemptId: string }
  | { type: 'attempt-regraded'; personId: string; quizId: string; courseId: string | null; attemptId: string }
  | { type: 'attempt-voided'; personId: string; quizId: string; courseId: string | null; attemptId: string }
  | { type: 'course-assigned'; assignmentId: string }
  | { type: 'assignment-changed'; assignmentId: string }
  | { type: 'assignment-withdrawn'; assignmentId: string }
  /**
   * Practice is given to these people: who owns groups makes one of them, who owns assignments one to it, both under
   * `practiceId`, in the transaction of the giving.
   */
  | {
      type: 'practice-given';
      practiceId: string;
      unitId: string;
      courseId: string;
      title: string;
      topic: string;
      rule: { lessons: 'all' | 'none'; quizIds: string[] };
      dueAt: Date;
      personIds: readonly string[];
      givenById: string;
    }
  /** Who came into a group or left it. */
  | { type: 'group-changed'; groupId: string; personIds: readonly string[] }
  /** The limits of a quiz changed for these people. */
  | { type: 'limits-changed'; quizId: string; courseId: string | null; personIds: readonly string[] }
  /** Certificates of these people are being renewed: what they did before counts no more. */
  | { type: 'renewals-opened'; assignmentId: string; quizIds: readonly string[]; personIds: readonly string[] }
  | { type: 'person-joined'; personId: string; unitId: string }
  | { type: 'person-moved'; personId: string; fromUnitId: string; toUnitId: string }
  | { type: 'person-left'; personId: string; unitId: string }
  /** Rank, position, class or membership changed: audiences may ask about them. */
  | { type: 'person-changed'; personId: string; unitId: string }
  /** Many people at once (a roster, a merge): each reaction works on the whole set in some statements. */
  | { type: 'people-placed'; personIds: readonly string[] }
  /** The unit stands elsewhere with its whole subtree: from below `fromPath` to below `toPath`. */
  | { type: 'unit-moved'; unitId: string; fromPath: string; toPath: string }
  /** Nobody and nothing open belongs to the unit any more: roles granted on it end. */
  | { type: 'unit-closed'; unitId: string }
  /** Every feature takes out what names the person or was written by or about them; counts stay. */
  | { type: 'person-erased'; personId: string; login: string | null }
  /** Personal files that nothing points at any more: their contents go. */
  | { type: 'media-released'; mediaIds: readonly string[] };

export type DomainEventType = DomainEvent['type'];
export type EventOf<Type extends DomainEventType> = Extract<DomainEvent, { type: Type }>;
