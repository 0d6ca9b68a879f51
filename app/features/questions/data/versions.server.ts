import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { questionBodySchema } from '#app/features/questions/schema.ts';
import type { Db } from '#app/platform/db/database.server.ts';

export interface VersionRow {
  id: string;
  questionId: string;
  number: number;
  body: QuestionBody;
  explanation: string;
  source: string;
  contentHash: string;
  createdAt: Date;
  createdById: string | null;
}

/** Writes a version; versions never change. */
export async function insertVersion(db: Db, version: VersionRow): Promise<void> {
  const { body, ...row } = version;
  await db.questionVersion.create({ data: { ...row, type: body.type, body: JSON.stringify(body) } });
}

/** One version of a question that was already found in scope, or null. */
export async function findVersion(db: Db, questionId: string, number: number): Promise<VersionRow | null> {
  const found = await db.questionVersion.findUnique({ where: { questionId_number: { questionId, number } } });
  return found && { ...found, body: questionBodySchema.parse(JSON.parse(found.body)) };
}

/** All versions of a question that was already found in scope, the newest first. */
export async function listVersions(db: Db, questionId: string): Promise<VersionRow[]> {
  const rows = await db.questionVersion.findMany({ where: { questionId }, orderBy: { number: 'desc' } });
  return rows.map((row) => ({ ...row, body: questionBodySchema.parse(JSON.parse(row.body)) }));
}

/** The names of people, by id: who wrote which version. */
export async function listAuthorNames(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const people = await db.person.findMany({ where: { id: { in: wanted } }, select: { id: true, fullName: true } });
  return new Map(people.map(({ id, fullName }) => [id, fullName]));
}
