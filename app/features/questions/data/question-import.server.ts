import type { Db } from '#app/platform/db/database.server.ts';

/** What the bank holds under some codes. */
export interface KnownQuestion {
  id: string;
  code: string;
  categoryId: string;
  latestNumber: number;
  /** The hash of the content that was last imported; an author's later version does not count. */
  importedHash: string | null;
}

export async function listKnownQuestions(db: Db, codes: readonly string[]): Promise<KnownQuestion[]> {
  const rows = await db.question.findMany({
    where: { code: { in: [...codes] } },
    select: {
      ...{ id: true, code: true, categoryId: true, latestNumber: true },
      versions: {
        where: { createdById: null },
        orderBy: { number: 'desc' },
        take: 1,
        select: { contentHash: true },
      },
    },
  });
  return rows.map(({ versions, ...row }) => ({ ...row, importedHash: versions[0]?.contentHash ?? null }));
}

/** The category with this code, made if there is none; its name follows the content. */
export async function replaceCategory(
  db: Db,
  category: { id: string; code: string; unitId: string; name: string; position: number },
): Promise<{ id: string; isChanged: boolean }> {
  const known = await db.questionCategory.findUnique({ where: { code: category.code } });
  if (!known) {
    await db.questionCategory.create({ data: category });
    return { id: category.id, isChanged: true };
  }
  const { name, position } = category;
  const isChanged = known.name !== name || known.position !== position;
  if (isChanged) await db.questionCategory.update({ where: { id: known.id }, data: { name, position } });
  return { id: known.id, isChanged };
}

export interface ImportedQuestion {
  id: string;
  code: string;
  categoryId: string;
  difficulty: string;
  tags: string;
  searchKey: string;
  version: {
    id: string;
    number: number;
    type: string;
    body: string;
    explanation: string;
    source: string;
    hash: string;
  };
}

/** Adds new questions with their first versions, all at once. */
export async function insertImportedQuestions(db: Db, questions: readonly ImportedQuestion[], at: Date): Promise<void> {
  await db.question.createMany({
    data: questions.map(({ version, ...question }) => ({
      ...question,
      currentVersionId: version.id,
      latestNumber: version.number,
      createdAt: at,
      updatedAt: at,
    })),
  });
  await insertVersions(db, questions, at);
}

/** Gives questions of the bank a new current version. Papers already drawn keep theirs. */
export async function replaceImportedQuestions(
  db: Db,
  questions: readonly ImportedQuestion[],
  at: Date,
): Promise<void> {
  await insertVersions(db, questions, at);
  for (const { id, categoryId, difficulty, tags, searchKey, version } of questions) {
    await db.question.update({
      where: { id },
      data: {
        ...{ categoryId, difficulty, tags, searchKey },
        currentVersionId: version.id,
        latestNumber: version.number,
        updatedAt: at,
      },
    });
  }
}

async function insertVersions(db: Db, questions: readonly ImportedQuestion[], at: Date): Promise<void> {
  await db.questionVersion.createMany({
    data: questions.map(({ id: questionId, version: { hash, ...version } }) => ({
      ...version,
      questionId,
      contentHash: hash,
      createdAt: at,
    })),
  });
}
