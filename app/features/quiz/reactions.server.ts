import { onEvent } from '#app/features/audit/commands/reactions.server.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { erasePersonInQuizzes } from './data/erase-person.server.ts';
import { markFormer } from './data/previous-attempts.server.ts';
import { findQuiz, holdQuiz } from './data/quiz-for-attempt.server.ts';
import { restateDeadlines } from './data/rules/follow-limits.server.ts';
import { listQuizzesOverridden } from './data/rules/overrides.server.ts';
import { listRunningUnderUnitOverrides } from './data/rules/running-under-overrides.server.ts';
import { listUnitPathsById } from './data/rules/unit-paths.server.ts';

/**
 * Running attempts follow what changes whom an override reaches: people who come into a group or leave it, or who move
 * to another unit, alone, with many, or with their whole unit. The quizzes are held one after another in the order of their ids.
 */
export function reactInQuiz(): void {
  onEvent('group-changed', 'quiz', async ({ sql, at, emit }, { groupId, personIds }) => {
    await restate(sql, await listQuizzesOverridden(sql, { groupIds: [groupId], unitIds: [] }), personIds, at, emit);
  });
  onEvent('renewals-opened', 'quiz', ({ sql, at }, { quizIds, personIds }) => markFormer(sql, quizIds, personIds, at));
  onEvent('person-moved', 'quiz', async ({ sql, at, emit }, { personId, fromUnitId, toUnitId }) => {
    const paths = await listUnitPathsById(sql, [fromUnitId, toUnitId]);
    const unitIds = [...new Set(paths.flatMap(idsOf))];
    await restate(sql, await listQuizzesOverridden(sql, { groupIds: [], unitIds }), [personId], at, emit);
  });
  onEvent('person-erased', 'quiz', async ({ sql, emit }, { personId }) => {
    const mediaIds = await erasePersonInQuizzes(sql, personId);
    if (mediaIds.length > 0) emit({ type: 'media-released', mediaIds });
  });
  onEvent('people-placed', 'quiz', async ({ sql, at, emit }, { personIds }) => {
    const running = await listRunningUnderUnitOverrides(sql, { personIds });
    for (const [quizId, people] of running) await restate(sql, [quizId], people, at, emit);
  });
  onEvent('unit-moved', 'quiz', async ({ sql, at, emit }, { toPath }) => {
    const running = await listRunningUnderUnitOverrides(sql, { unitPath: toPath });
    for (const [quizId, people] of running) await restate(sql, [quizId], people, at, emit);
  });
}

type Emit = (event: {
  type: 'limits-changed';
  quizId: string;
  courseId: string | null;
  personIds: readonly string[];
}) => void;

async function restate(sql: Sql, quizIds: readonly string[], personIds: readonly string[], at: Date, emit: Emit) {
  for (const quizId of quizIds) {
    await holdQuiz(sql, quizId);
    const quiz = await findQuiz(sql, quizId);
    if (!quiz) continue;
    await restateDeadlines(sql, quiz, personIds, at);
    emit({ type: 'limits-changed', quizId, courseId: quiz.courseId, personIds });
  }
}
