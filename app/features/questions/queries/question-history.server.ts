import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { plainText } from '../core/plain-text.ts';
import { type QuestionChange, questionChanges } from '../core/question-changes.ts';
import { findQuestion } from '../data/questions.server.ts';
import { listAuthorNames, listVersions } from '../data/versions.server.ts';

export interface QuestionHistory {
  id: string;
  code: string;
  stem: string;
  /** The newest first; `changes` against the version before, empty for the first and for a change of category or level alone. */
  versions: { number: number; at: Date; by: string | null; isFirst: boolean; changes: QuestionChange[] }[];
}

/** All versions of a question with what each of them changed. */
export async function questionHistory(actor: Actor, questionId: string): Promise<QuestionHistory> {
  const scope = requireScope(actor, 'question.author');
  const { read } = database();
  const question = await findQuestion(read, scope, questionId);
  if (!question) throw new AppError('not-found');
  const rows = await listVersions(read, questionId);
  const names = await listAuthorNames(
    read,
    rows.map(({ createdById }) => createdById),
  );
  // Category, level and tags stand on the question alone, so they never differ between versions.
  const { categoryId, difficulty, tags } = question;
  const versions = rows.map((row, index) => {
    const before = rows[index + 1];
    const changes = before
      ? questionChanges({ ...before, categoryId, difficulty, tags }, { ...row, categoryId, difficulty, tags })
      : [];
    const by = names.get(row.createdById ?? '') ?? null;
    return { number: row.number, at: row.createdAt, by, isFirst: !before, changes };
  });
  return { id: question.id, code: question.code, stem: plainText(question.body.stem), versions };
}
