import type { UnitPath } from '#app/kernel/unit-path.ts';
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

/** Notes what an import made; of a question that it made or changed before, the newest version counts. */
export async function insertItems(db: Db, items: readonly ImportItem[]): Promise<void> {
  for (const some of chunks(items)) {
    const known = await db.questionImportItem.findMany({
      where: { importId: some[0]!.importId, questionId: { in: some.map(({ questionId }) => questionId) } },
      select: { questionId: true },
    });
    const again = new Set(known.map(({ questionId }) => questionId));
    for (const { importId, questionId, versionId } of some.filter((item) => again.has(item.questionId))) {
      await db.questionImportItem.update({
        where: { importId_questionId: { importId, questionId } },
        data: { versionId },
      });
    }
    await db.questionImportItem.createMany({ data: some.filter(({ questionId }) => !again.has(questionId)) });
  }
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
  /** Of the unit in whose bank it lies now. */
  unitPath: UnitPath;
}

export async function listTouched(db: Db, ids: readonly string[]): Promise<TouchedQuestion[]> {
  const found: TouchedQuestion[] = [];
  // A tag alone may draw from every category.
  const byTag = await db.quizSlot.count({ where: { questionId: null, categoryId: null } });
  const isDrawnFrom = await drawnCategories(db);
  for (const some of chunks(ids)) {
    const rows = await db.question.findMany({
      where: { id: { in: [...some] } },
      select: {
        ...{ id: true, code: true, currentVersionId: true, latestNumber: true, archivedAt: true, categoryId: true },
        category: { select: { unit: { select: { path: true } } } },
        _count: { select: { slots: true, comments: true, reviews: true } },
      },
    });
    found.push(
      ...rows.map(({ _count, category, categoryId, ...row }) => ({
        ...row,
        isDiscussed: _count.comments + _count.reviews > 0,
        isInQuiz: _count.slots > 0,
        isDrawable: byTag > 0 || isDrawnFrom(categoryId),
        unitPath: category.unit.path,
      })),
    );
  }
  return found;
}

/** Tells of a category whether slots draw from it or from one above it, which may take its subcategories along. */
async function drawnCategories(db: Db): Promise<(id: string) => boolean> {
  const rows = await db.questionCategory.findMany({
    select: { id: true, parentId: true, _count: { select: { slots: true } } },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (id) => {
    const seen = new Set<string>();
    for (let at = byId.get(id); at && !seen.has(at.id); at = byId.get(at.parentId ?? '')) {
      if (at._count.slots > 0) return true;
      seen.add(at.id);
    }
    return false;
  };
}

/**
 * The versions of these questions that stand on papers of learners. Papers belong to the quiz, of a higher rank; they are only
 * counted here, in the transaction of the undo, as nothing may go that a paper names.
 */
export async function listAnswered(
  sql: Sql,
  questionIds: readonly string[],
): Promise<{ questionId: string; versionId: string }[]> {
  const used: { questionId: string; versionId: string }[] = [];
  for (const some of chunks(questionIds)) {
    const marks = some.map(() => '?').join(', ');
    used.push(
      ...(await sql.all<{ questionId: string; versionId: string }>(
        `SELECT DISTINCT v."questionId", v."id" AS "versionId" FROM "QuestionVersion" v
           JOIN "AttemptAnswer" a ON a."questionVersionId" = v."id" WHERE v."questionId" IN (${marks})`,
        ...some,
      )),
    );
  }
  return used;
}

/** Those of the questions that stand on a sheet printed since: it holds them, whatever became of its quiz. As above, only read. */
export async function listPrinted(sql: Sql, questionIds: readonly string[], since: Date): Promise<Set<string>> {
  const papers = await sql.all<{ paper: string }>(
    `SELECT v."paper" FROM "PaperVariant" v JOIN "PaperSet" p ON p."id" = v."setId" WHERE p."createdAt" >= ?`,
    since,
  );
  return new Set(questionIds.filter((id) => papers.some(({ paper }) => paper.includes(`"${id}"`))));
}

/** The words behind every '::: tu-kiem-tra' of a lesson or its draft: codes of questions among them. As above, only read. */
export async function listNamedInLessons(sql: Sql): Promise<Set<string>> {
  const tables = ['Lesson', 'LessonVersion', 'LessonDraft', 'LessonDraftCopy'];
  const bodies = await sql.all<{ body: string }>(
    tables.map((table) => `SELECT "body" FROM "${table}" WHERE "body" LIKE '%tu-kiem-tra%'`).join(' UNION ALL '),
  );
  const names = bodies.flatMap(({ body }) => [...body.matchAll(/tu-kiem-tra([^\n]*)/g)].map(([, words]) => words!));
  return new Set(names.flatMap((words) => words.trim().split(/\s+/)));
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
