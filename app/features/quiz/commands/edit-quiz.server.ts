import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { authorCourses } from '#app/features/courses/queries/author-courses.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { publishProblems } from '../core/publish-problems.ts';
import { type QuizChange, quizChanges } from '../core/quiz-changes.ts';
import { type AuthoredQuiz, type QuizDraft, quizDraftOf } from '../core/quiz-draft.ts';
import { contentOfQuizDraft, type QuizProblem } from '../core/quiz-draft-content.ts';
import {
  countAttempts,
  findAuthoredQuiz,
  findPersonName,
  holdAuthoredQuiz,
  replaceQuiz,
  type StoredQuiz,
} from '../data/quizzes.server.ts';
import { listSlotSupply, listSourcesInScope, sourcesOf } from '../data/slot-sources.server.ts';

/** The state that the author saw when the editing began. The draft is only compared with, to say what others changed. */
export interface QuizBase {
  revision: number;
  draft: QuizDraft;
}

/** Somebody else was faster: who, when, what changed since the base; `base` is the state to start from now. */
export interface QuizConflict {
  kind: 'conflict';
  by: string | null;
  at: Date;
  changes: QuizChange[];
  base: QuizBase;
}

export type EditQuizResult =
  | { kind: 'edited' | 'unchanged'; revision: number }
  | { kind: 'invalid'; problems: QuizProblem[] }
  | QuizConflict;

/**
 * Replaces settings and slots of a quiz as a whole, unless somebody changed it since the base. A published quiz must stay
 * fit to be published. Attempts already begun keep their paper and the settings that they began with.
 */
export async function editQuiz(
  actor: Actor,
  quizId: string,
  { base, draft }: { base: QuizBase; draft: QuizDraft },
): Promise<EditQuizResult> {
  const scope = requireScope(actor, 'quiz.author');
  const courses = await authorCourses(actor);
  const places = courses.flatMap(({ id, modules }) => [id, ...modules.map(({ code }) => `${id}/${code}`)]);
  return transact(actor, 'quiz.edited', async ({ tx, sql, at, record, unchanged }) => {
    const refuse = <Result extends EditQuizResult>(result: Result) => {
      unchanged();
      return result;
    };
    const stored = await holdAuthoredQuiz({ tx, sql }, scope, quizId);
    if (!stored) throw new AppError('not-found');
    if (stored.revision !== base.revision) return refuse(await conflict(tx, base, stored));
    const reading = contentOfQuizDraft(draft, stored.settings);
    if (reading.kind === 'invalid') return refuse(reading);
    const { quiz } = reading;
    const before = quizDraftOf(stored);
    const problems = await sourceProblems(tx, scope, stored, quiz);
    if (draft.place !== '' && draft.place !== before.place && !places.includes(draft.place)) {
      problems.push({ field: 'place', code: 'unknown-place' });
    }
    // Attempts of one quiz are compared with each other: a grade of 8 and one of 80 would be.
    if (quiz.settings.gradeScale !== stored.settings.gradeScale && (await countAttempts(tx, quizId)) > 0) {
      problems.push({ field: 'gradeScale', code: 'scale-in-use' });
    }
    if (stored.state === 'published' && problems.length === 0) {
      const supply = await listSlotSupply({ db: tx, sql }, quiz.slots, stored.unitPath);
      problems.push(...publishProblems(quiz, supply.candidates, supply.archivedIds));
    }
    if (problems.length > 0) return refuse({ kind: 'invalid', problems });
    const isSame = quizChanges(before, quizDraftOf(quiz)).length === 0;
    if (isSame) return refuse({ kind: 'unchanged', revision: stored.revision });
    if (!(await replaceQuiz(tx, { id: quizId, revision: base.revision }, { ...quiz, at, byId: actor.personId }))) {
      return refuse(await conflict(tx, base, (await findAuthoredQuiz(tx, scope, quizId)) ?? stored));
    }
    record(quizId, { code: stored.code, revision: base.revision + 1 }, stored.unitPath);
    return { kind: 'edited', revision: base.revision + 1 };
  });
}

/** Slots that name what the author cannot see; what the quiz held before may stay, whoever put it in. */
async function sourceProblems(
  tx: Tx,
  scope: readonly UnitPath[],
  stored: StoredQuiz,
  quiz: AuthoredQuiz,
): Promise<QuizProblem[]> {
  const held = sourcesOf(stored.slots);
  const known = await listSourcesInScope(tx, scope, sourcesOf(quiz.slots));
  for (const id of [...held.questionIds, ...held.categoryIds]) known.add(id);
  return quiz.slots.flatMap((slot, index): QuizProblem[] => {
    // A tag alone names nothing that could be foreign: it draws within the quiz's own unit.
    const source = slot.kind === 'fixed' ? slot.questionId : slot.categoryId;
    if (source === null || known.has(source)) return [];
    return slot.kind === 'fixed'
      ? [{ field: `slots[${index}].questionId`, code: 'unknown-question' }]
      : [{ field: `slots[${index}].categoryId`, code: 'unknown-category' }];
  });
}

async function conflict(tx: Tx, base: QuizBase, stored: StoredQuiz): Promise<QuizConflict> {
  const theirs = quizDraftOf(stored);
  return {
    kind: 'conflict',
    by: await findPersonName(tx, stored.updatedById),
    at: stored.updatedAt,
    changes: quizChanges(base.draft, theirs),
    base: { revision: stored.revision, draft: theirs },
  };
}
