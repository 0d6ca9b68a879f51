import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { authorCourses } from '#app/features/courses/queries/author-courses.server.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import { foldForSearch, nfc } from '#app/kernel/vietnamese-text.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { SlotPlan } from '../core/draw-paper.ts';
import type { QuizProblem } from '../core/quiz-draft-content.ts';
import { DEFAULT_SETTINGS, type QuizKind } from '../core/settings.ts';
import { readTypedRules, type TypedRules } from '../core/typed-rules.ts';
import { findAuthoredQuiz, insertQuiz } from '../data/quizzes.server.ts';
import { listSourcesInScope, sourcesOf } from '../data/slot-sources.server.ts';

export type CreateQuizResult = { kind: 'created'; quizId: string } | { kind: 'invalid'; problems: QuizProblem[] };

interface NewQuiz {
  title: string;
  kind: QuizKind;
  unitId: string;
  /** Given with the form: sent twice, it makes one quiz. */
  quizId?: string;
  /** '' nowhere, a course's id, or 'course/module-code'. */
  place?: string;
  /** Questions of the actor's bank that it begins with, in their order, each for one mark. */
  questionIds?: readonly string[];
  /** As typed; absent: as its kind starts. */
  rules?: TypedRules;
}

/**
 * Begins a quiz with the settings that its kind starts with: a draft of a unit that the actor authors for, without slots where no
 * questions are given.
 */
export async function createQuiz(actor: Actor, input: NewQuiz): Promise<CreateQuizResult> {
  const scope = requireScope(actor, 'quiz.author');
  const title = nfc(input.title).trim().replace(/\s+/g, ' ');
  const unitPath = input.unitId ? scope.find((path) => idsOf(path).at(-1) === input.unitId) : scope[0];
  const problems: QuizProblem[] = [];
  if (title === '') problems.push({ field: 'title', code: 'missing' });
  if (title.length > 200) problems.push({ field: 'title', code: 'too-long' });
  if (!unitPath) problems.push({ field: 'unitId', code: 'missing' });
  const { place = '', questionIds = [] } = input;
  const [courseId = '', moduleCode = null] = place.split('/');
  if (place !== '' && !(await isPlace(actor, place))) problems.push({ field: 'place', code: 'unknown-place' });
  const usual = DEFAULT_SETTINGS[input.kind];
  const settings = input.rules ? { ...usual, ...readTypedRules(input.rules, usual, problems) } : usual;
  if (problems.length > 0 || !unitPath) return { kind: 'invalid', problems };
  const slots: SlotPlan[] = questionIds.map((questionId) => ({ kind: 'fixed', questionId, maxMark: 1 }));
  return transact(actor, 'quiz.created', async ({ tx, at, record, unchanged }) => {
    const id = input.quizId ?? newId();
    const known = input.quizId ? await findAuthoredQuiz(tx, scope, id) : null;
    const held = await listSourcesInScope(tx, scope, sourcesOf(slots));
    if (known || questionIds.some((questionId) => !held.has(questionId))) {
      unchanged();
      return known
        ? { kind: 'created', quizId: id }
        : { kind: 'invalid', problems: [{ field: 'slots', code: 'unknown-question' }] };
    }
    const words = foldForSearch(title)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40)
      .replace(/^-|-$/g, '');
    const code = `${words || 'bai'}-${id.slice(-6)}`;
    await insertQuiz(tx, {
      ...{ id, code, unitId: idsOf(unitPath).at(-1)!, title, instructions: '', courseId: courseId || null, moduleCode },
      ...{ settings, slots, at, byId: actor.personId },
    });
    record(id, { code }, unitPath);
    return { kind: 'created', quizId: id };
  });
}

async function isPlace(actor: Actor, place: string): Promise<boolean> {
  const courses = await authorCourses(actor);
  return courses.some(({ id, modules }) => place === id || modules.some(({ code }) => place === `${id}/${code}`));
}
