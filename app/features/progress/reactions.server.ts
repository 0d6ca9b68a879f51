import { onEvent } from '#app/features/audit/commands/reactions.server.ts';
import { isAudience } from './data/assignments.server.ts';
import { erasePersonInProgress } from './data/erase-person.server.ts';
import {
  moveUnit,
  placeAudience,
  placePeople,
  placePerson,
  restateBeginners,
  restatePeople,
} from './data/placement.server.ts';
import { restatePerson } from './data/restate.server.ts';
import { admitPractice } from './data/weak-topics/admit-practice.server.ts';

/**
 * Keeps enrolments and counters true, in the transaction of whatever changes them. Each reaction brings rows in line with
 * what is stored, so an event that is told twice changes nothing the second time.
 */
export function reactInProgress(): void {
  onEvent('course-assigned', 'progress', ({ sql, at }, event) => placeAudience(sql, event.assignmentId, at));
  onEvent('practice-given', 'progress', ({ sql, at }, { practiceId }) => admitPractice(sql, practiceId, at));
  onEvent('assignment-changed', 'progress', ({ sql, at }, event) => placeAudience(sql, event.assignmentId, at));
  onEvent('assignment-withdrawn', 'progress', ({ sql, at }, event) => placeAudience(sql, event.assignmentId, at));
  onEvent('lesson-read', 'progress', ({ sql, at }, { personId, courseId }) =>
    restatePerson(sql, personId, { courseId }, at),
  );
  onEvent('course-starts-moved', 'progress', ({ sql, at }, { personIds, courseId }) =>
    personIds.length === 1
      ? restatePerson(sql, personIds[0]!, { courseId }, at)
      : restatePeople(sql, personIds, { courseId }, at),
  );
  onEvent('attempt-started', 'progress', ({ sql, at }, { personId, courseId, quizId }) =>
    restateBeginners(sql, [personId], { courseId, quizId }, at),
  );
  onEvent('attempts-started', 'progress', ({ sql, at }, { personIds, courseId, quizId }) =>
    restateBeginners(sql, personIds, { courseId, quizId }, at),
  );
  for (const type of ['attempt-submitted', 'attempt-graded', 'attempt-regraded', 'attempt-voided'] as const) {
    onEvent(type, 'progress', ({ sql, at }, { personId, courseId, quizId }) =>
      restatePerson(sql, personId, { courseId, quizId }, at),
    );
  }
  onEvent('limits-changed', 'progress', ({ sql, at }, { personIds, courseId, quizId }) =>
    restatePeople(sql, personIds, { courseId, quizId }, at),
  );
  onEvent('person-joined', 'progress', ({ sql, at }, { personId }) => placePerson(sql, personId, at));
  onEvent('person-moved', 'progress', ({ sql, at }, { personId }) => placePerson(sql, personId, at));
  onEvent('person-changed', 'progress', ({ sql, at }, { personId }) => placePerson(sql, personId, at));
  onEvent('group-changed', 'progress', async ({ sql, at }, { groupId, personIds }) => {
    if (await isAudience(sql, groupId)) await placePeople(sql, personIds, at);
  });
  onEvent('people-placed', 'progress', ({ sql, at }, { personIds }) => placePeople(sql, personIds, at));
  onEvent('unit-moved', 'progress', ({ sql, at }, event) => moveUnit(sql, event, at));
  onEvent('person-erased', 'progress', ({ sql }, { personId }) => erasePersonInProgress(sql, personId));
  onEvent('person-left', 'progress', ({ sql, at }, { personId }) => placePerson(sql, personId, at));
}
