import type { Db } from '#app/platform/db/database.server.ts';
import { newId, sha256 } from '#app/platform/ids.server.ts';
import { canonicalQuestion } from '../../core/canonical-question.ts';
import type { QuestionBody } from '../../core/question.ts';
import { questionSearchKey } from '../../core/question-search-key.ts';
import { standingAfterEdit } from '../../core/review.ts';
import { questionBodySchema } from '../../schema.ts';
import { replaceCurrentVersion, type StoredQuestion } from '../questions.server.ts';
import { insertVersion } from '../versions.server.ts';

interface Content {
  body: QuestionBody;
  explanation: string;
  source: string;
}

type VersionedRow = Pick<
  StoredQuestion,
  'id' | 'code' | 'number' | 'categoryId' | 'difficulty' | 'standing' | 'policy'
> & { tags: readonly string[] };

/** Gives a question this content as its next version and answers its id; null where another edit came first. */
export async function addVersion(
  db: Db,
  { id: questionId, code, number, categoryId, difficulty, tags, ...question }: VersionedRow,
  { body, explanation, source }: Content,
  { at, byId }: { at: Date; byId: string | null },
): Promise<string | null> {
  const versionId = newId();
  const searchKey = questionSearchKey(code, body, tags);
  const standing = standingAfterEdit(question.standing, question.policy);
  const next = { categoryId, difficulty, tags, searchKey, standing, versionId, at };
  if (!(await replaceCurrentVersion(db, { id: questionId, number }, next))) return null;
  await insertVersion(db, {
    ...{ id: versionId, questionId, number: number + 1, body, explanation, source },
    contentHash: sha256(canonicalQuestion({ body, explanation, source, difficulty, tags })),
    ...{ createdAt: at, createdById: byId },
  });
  return versionId;
}

/** The content of a version of any question, or null. */
export async function findContent(db: Db, versionId: string): Promise<Content | null> {
  const found = await db.questionVersion.findUnique({ where: { id: versionId } });
  if (!found) return null;
  const { body, explanation, source } = found;
  return { body: questionBodySchema.parse(JSON.parse(body)), explanation, source };
}
