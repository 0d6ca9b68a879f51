import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { QuestionBase } from '../commands/edit-question.server.ts';
import { placedCategories } from '../core/category-tree.ts';
import type { Difficulty, QuestionTypeName } from '../core/question.ts';
import { blankDraft, draftOf, type QuestionDraft } from '../core/question-draft.ts';
import { listCategories } from '../data/categories.server.ts';
import { findQuestion } from '../data/questions.server.ts';
import { findVersion, listAuthorNames } from '../data/versions.server.ts';
import { previewOf, type QuestionPreview } from './question-preview.server.ts';

export interface QuestionEditor {
  draft: QuestionDraft;
  preview: QuestionPreview;
  categories: { id: string; name: string; depth: number }[];
  /** The stored question; null for a new one. */
  stored: {
    id: string;
    code: string;
    base: QuestionBase;
    archivedAt: Date | null;
    savedAt: Date;
    savedBy: string | null;
  } | null;
}

/** The editor of a question that is not there yet, in the category and difficulty that somebody found wanting. */
export async function newQuestionEditor(
  actor: Actor,
  type: QuestionTypeName,
  categoryId: string,
  difficulty: Difficulty | '' = '',
): Promise<QuestionEditor> {
  const scope = requireScope(actor, 'question.author');
  const categories = await listCategories(database().read, scope);
  const known = categories.some(({ id }) => id === categoryId) ? categoryId : '';
  const draft = { ...blankDraft(type, known), difficulty };
  return {
    draft,
    preview: await previewOf(draft),
    categories: placedCategories(categories).map(({ id, name, depth }) => ({ id, name, depth })),
    stored: null,
  };
}

/** The editor of a stored question, in its current version. */
export async function questionEditor(actor: Actor, questionId: string): Promise<QuestionEditor> {
  const scope = requireScope(actor, 'question.author');
  const { read } = database();
  const question = await findQuestion(read, scope, questionId);
  if (!question) throw new AppError('not-found');
  const { id, code, number, categoryId, difficulty, tags, archivedAt } = question;
  const version = await findVersion(read, id, number);
  const names = await listAuthorNames(read, [version?.createdById ?? null]);
  const draft = draftOf({
    categoryId,
    difficulty,
    tags,
    body: question.body,
    explanation: question.explanation,
    source: question.source,
  });
  const categories = await listCategories(read, scope);
  return {
    draft,
    preview: await previewOf(draft),
    categories: placedCategories(categories).map(({ id, name, depth }) => ({ id, name, depth })),
    stored: {
      id,
      code,
      base: { number, categoryId, difficulty, tags: tags.join(', ') },
      archivedAt,
      savedAt: version?.createdAt ?? question.updatedAt,
      savedBy: names.get(version?.createdById ?? '') ?? null,
    },
  };
}
