import type { Db } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { Difficulty, QuestionBody } from '../../core/question.ts';

/** What one import made of one question. */
export interface ImportItem {
  importId: string;
  questionId: string;
  kind: 'created' | 'new-version';
  versionId: string;
  formerVersionId: string | null;
  line: number;
}

export interface TakenQuestion {
  id: string;
  code: string;
  categoryId: string;
  difficulty: Difficulty;
  tags: readonly string[];
  searchKey: string;
  standing: string;
  version: {
    id: string;
    number: number;
    body: QuestionBody;
    explanation: string;
    source: string;
    contentHash: string;
  };
}

const CHUNK = 400;

function* chunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += CHUNK) yield rows.slice(at, at + CHUNK);
}

/** Adds questions with their first versions. */
export async function insertTakenQuestions(
  db: Db,
  questions: readonly TakenQuestion[],
  { at, byId }: { at: Date; byId: string | null },
): Promise<void> {
  for (const some of chunks(questions)) {
    await db.question.createMany({
      data: some.map(({ version, tags, ...question }) => ({
        ...{ ...question, tags: JSON.stringify(tags), currentVersionId: version.id, latestNumber: version.number },
        ...{ createdAt: at, updatedAt: at },
      })),
    });
    await db.questionVersion.createMany({
      data: some.map(({ id, version: { body, ...version } }) => ({
        ...{
          ...version,
          questionId: id,
          type: body.type,
          body: JSON.stringify(body),
          createdAt: at,
          createdById: byId,
        },
      })),
    });
  }
}

export async function insertItems(db: Db, items: readonly ImportItem[]): Promise<void> {
  for (const some of chunks(items)) await db.questionImportItem.createMany({ data: [...some] });
}

export const listItems = async (db: Db, importId: string): Promise<ImportItem[]> =>
  (await db.questionImportItem.findMany({ where: { importId }, orderBy: { line: 'asc' } })).map(({ kind, ...row }) => ({
    ...row,
    kind: kind as ImportItem['kind'],
  }));

/** What an undo must know of the questions that an import touched. */
export interface TouchedQuestion {
  id: string;
  code: string;
  currentVersionId: string | null;
  latestNumber: number;
  archivedAt: Date | null;
  /** Words of others about it: comments, steps of review. */
  isDiscussed: boolean;
  /** A quiz names it. */
  isInQuiz: boolean;
  /** A random draw of some quiz may have had it in its hand. */
  isDrawable: boolean;
}

export async function listTouched(db: Db, ids: readonly string[]): Promise<TouchedQuestion[]> {
  const found: TouchedQuestion[] = [];
  // A tag alone may draw from every category.
  const byTag = await db.quizSlot.count({ where: { questionId: null, categoryId: null } });
  for (const some of chunks(ids)) {
    const rows = await db.question.findMany({
      where: { id: { in: [...some] } },
      select: {
        ...{ id: true, code: true, currentVersionId: true, latestNumber: true, archivedAt: true },
        category: { select: { _count: { select: { slots: true } } } },
        _count: { select: { slots: true, comments: true, reviews: true } },
      },
    });
    found.push(
      ...rows.map(({ _count, category, ...row }) => ({
        ...row,
        isDiscussed: _count.comments + _count.reviews > 0,
        isInQuiz: _count.slots > 0,
        isDrawable: byTag + category._count.slots > 0,
      })),
    );
  }
  return found;
}

/**
 * The versions that stand on papers of learners. Papers belong to the quiz, of a higher rank; they are only counted here, in the
 * transaction of the undo, as nothing may go that a paper names.
 */
export async function listAnsweredVersions(sql: Sql, versionIds: readonly string[]): Promise<Set<string>> {
  const used = new Set<string>();
  for (const some of chunks(versionIds)) {
    const marks = some.map(() => '?').join(', ');
    const rows = await sql.all<{ id: string }>(
      `SELECT DISTINCT "questionVersionId" AS "id" FROM "AttemptAnswer" WHERE "questionVersionId" IN (${marks})`,
      ...some,
    );
    for (const { id } of rows) used.add(id);
  }
  return used;
}

/** Takes questions away with their versions. Only for those that nothing names. */
export async function removeQuestions(db: Db, ids: readonly string[]): Promise<void> {
  for (const some of chunks(ids)) await db.question.deleteMany({ where: { id: { in: [...some] } } });
}

export async function archiveQuestions(db: Db, ids: readonly string[], at: Date): Promise<void> {
  for (const some of chunks(ids))
    await db.question.updateMany({ where: { id: { in: [...some] } }, data: { archivedAt: at, updatedAt: at } });
}

/** Forgets that an import made these; the import itself keeps its text. */
export async function removeItems(db: Db, importId: string, questionIds: readonly string[]): Promise<void> {
  for (const some of chunks(questionIds))
    await db.questionImportItem.deleteMany({ where: { importId, questionId: { in: [...some] } } });
}

/** The version of a question that new papers draw. */
export async function findCurrentVersionId(db: Db, questionId: string): Promise<string | null> {
  const found = await db.question.findUnique({ where: { id: questionId }, select: { currentVersionId: true } });
  return found?.currentVersionId ?? null;
}

/** Where the category has a second person look, new questions wait for that person. */
export async function findStandingOfNew(db: Db, categoryId: string): Promise<'draft' | 'approved'> {
  const found = await db.questionCategory.findUnique({ where: { id: categoryId }, select: { review: true } });
  return found?.review === 'second-person' ? 'draft' : 'approved';
}
