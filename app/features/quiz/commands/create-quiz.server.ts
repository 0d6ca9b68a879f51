import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import { foldForSearch, nfc } from '#app/kernel/vietnamese-text.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { QuizProblem } from '../core/quiz-draft-content.ts';
import { DEFAULT_SETTINGS, type QuizKind } from '../core/settings.ts';
import { insertQuiz } from '../data/quizzes.server.ts';

export type CreateQuizResult = { kind: 'created'; quizId: string } | { kind: 'invalid'; problems: QuizProblem[] };

/** Begins a quiz with the settings that its kind starts with: a draft, without slots, of a unit that the actor authors for. */
export async function createQuiz(
  actor: Actor,
  input: { title: string; kind: QuizKind; unitId: string },
): Promise<CreateQuizResult> {
  const scope = requireScope(actor, 'quiz.author');
  const title = nfc(input.title).trim().replace(/\s+/g, ' ');
  const unitPath = input.unitId ? scope.find((path) => idsOf(path).at(-1) === input.unitId) : scope[0];
  const problems: QuizProblem[] = [];
  if (title === '') problems.push({ field: 'title', code: 'missing' });
  if (title.length > 200) problems.push({ field: 'title', code: 'too-long' });
  if (!unitPath) problems.push({ field: 'unitId', code: 'missing' });
  if (problems.length > 0 || !unitPath) return { kind: 'invalid', problems };
  return transact(actor, 'quiz.created', async ({ tx, at, record }) => {
    const id = newId();
    const words = foldForSearch(title)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40)
      .replace(/^-|-$/g, '');
    const code = `${words || 'bai'}-${id.slice(-6)}`;
    await insertQuiz(tx, {
      ...{ id, code, unitId: idsOf(unitPath).at(-1)!, title, instructions: '', courseId: null, moduleCode: null },
      ...{ settings: DEFAULT_SETTINGS[input.kind], slots: [], at, byId: actor.personId },
    });
    record(id, { code }, unitPath);
    return { kind: 'created', quizId: id };
  });
}
