import { AppError } from '#app/kernel/app-error.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Difficulty, QuestionBody } from '../core/question.ts';
import { findQuestion } from '../data/questions.server.ts';
import { listVersions } from '../data/versions.server.ts';

/** A question with all its versions, key and all: for authors only. */
export interface VersionedQuestion {
  id: string;
  code: string;
  unitPath: UnitPath;
  categoryId: string;
  difficulty: Difficulty;
  tags: string[];
  /** The newest first; the first is the one that new papers draw. */
  versions: {
    id: string;
    number: number;
    body: QuestionBody;
    explanation: string;
    source: string;
    createdAt: Date;
  }[];
}

/** A question of a unit within the scope that the caller was granted. Throws not-found outside of it. */
export async function versionedQuestion(scope: readonly UnitPath[], questionId: string): Promise<VersionedQuestion> {
  const { read } = database();
  const question = await findQuestion(read, scope, questionId);
  if (!question) throw new AppError('not-found');
  const versions = await listVersions(read, questionId);
  return {
    ...{ id: question.id, code: question.code, unitPath: question.unitPath },
    ...{ categoryId: question.categoryId, difficulty: question.difficulty, tags: question.tags },
    versions: versions.map(({ id, number, body, explanation, source, createdAt }) => ({
      ...{ id, number, body, explanation, source, createdAt },
    })),
  };
}
