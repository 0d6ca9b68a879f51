import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { newId, sha256 } from '#app/platform/ids.server.ts';
import { canonicalQuestion } from '../core/canonical-question.ts';
import { contentOfDraft } from '../core/draft-content.ts';
import type { QuestionProblem } from '../core/question.ts';
import type { QuestionDraft } from '../core/question-draft.ts';
import { questionSearchKey } from '../core/question-search-key.ts';
import { standingOfNew } from '../core/review.ts';
import { findCategory } from '../data/categories.server.ts';
import { findQuestion, insertQuestion } from '../data/questions.server.ts';
import { evenSentTwice } from '../data/sent-twice.server.ts';
import { insertVersion } from '../data/versions.server.ts';

export type CreateQuestionResult =
  | { kind: 'created'; questionId: string; code: string }
  | { kind: 'invalid'; problems: QuestionProblem[] };

/**
 * Puts a question with its first version into a category of the author's scope. `id` came with the form: sent twice, it makes
 * one question and answers it again.
 */
export async function createQuestion(
  actor: Actor,
  draft: QuestionDraft,
  id: string = newId(),
): Promise<CreateQuestionResult> {
  const scope = requireScope(actor, 'question.author');
  const reading = contentOfDraft(draft);
  if (reading.kind === 'invalid') return reading;
  const { categoryId, difficulty, tags, ...content } = reading.question;
  const create = () =>
    transact(
      actor,
      'questions.question-created',
      async ({ tx, at, record, unchanged }): Promise<CreateQuestionResult> => {
        const made = await findQuestion(tx, scope, id);
        if (made) {
          unchanged();
          return { kind: 'created', questionId: id, code: made.code };
        }
        const category = await findCategory(tx, scope, categoryId);
        if (!category) {
          unchanged();
          return { kind: 'invalid', problems: [{ field: 'categoryId', code: 'missing' }] };
        }
        const versionId = newId();
        const code = `${category.code}-${id.slice(-6)}`;
        const searchKey = questionSearchKey(code, content.body, tags);
        const standing = standingOfNew(category.review);
        await insertQuestion(tx, { id, code, categoryId, difficulty, tags, searchKey, standing, versionId, at });
        await insertVersion(tx, {
          ...content,
          id: versionId,
          questionId: id,
          number: 1,
          contentHash: sha256(canonicalQuestion({ ...content, difficulty, tags })),
          createdAt: at,
          createdById: actor.personId,
        });
        record(id, { code }, category.unitPath);
        return { kind: 'created', questionId: id, code };
      },
    );
  return evenSentTwice(create);
}
