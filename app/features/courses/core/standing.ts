import type { CompletionRule } from '#app/features/courses/core/assignment.ts';

/** Where a reader stands in one assignment, by what its rule asks for. */
export interface Standing {
  /** Null: the rule does not ask for lessons. */
  lessons: { done: number; total: number } | null;
  /** Null: the rule does not ask for quizzes. */
  quizzes: { done: number; total: number } | null;
  state: 'not-started' | 'in-progress' | 'done';
}

/** The numbers that the learner's screens show; what leaders count is kept by progress. */
export function standingOf(
  rule: CompletionRule,
  lessons: { read: number; total: number },
  passedQuizIds: ReadonlySet<string>,
): Standing {
  const asked = {
    lessons: rule.lessons === 'all' ? { done: lessons.read, total: lessons.total } : null,
    quizzes:
      rule.quizIds.length > 0
        ? { done: rule.quizIds.filter((id) => passedQuizIds.has(id)).length, total: rule.quizIds.length }
        : null,
  };
  const parts = [asked.lessons, asked.quizzes].filter((part) => part !== null);
  const isDone = parts.length > 0 && parts.every((part) => part.done >= part.total);
  // Where quizzes alone are asked for, reading is preparation: it begins nothing, here as in what leaders count.
  const isBegun = parts.some((part) => part.done > 0) || (parts.length === 0 && lessons.read > 0);
  return { ...asked, state: isDone ? 'done' : isBegun ? 'in-progress' : 'not-started' };
}
