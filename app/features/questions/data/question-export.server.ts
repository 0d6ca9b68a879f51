import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Db } from '#app/platform/db/database.server.ts';
import { unitWithin } from '#app/platform/db/scope.server.ts';
import { type Difficulty, difficulties, type QuestionBody } from '../core/question.ts';
import { tagsSchema } from '../schema.draft.ts';
import { questionBodySchema } from '../schema.ts';

/** A question of the bank as its current version says it, key and all. */
export interface ExportedQuestion {
  code: string;
  categoryId: string;
  difficulty: Difficulty | null;
  tags: string[];
  body: QuestionBody;
  explanation: string;
  source: string;
}

const AT_ONCE = 400;

const exported = {
  ...{ code: true, categoryId: true, difficulty: true, tags: true, currentVersionId: true, createdAt: true },
  imported: { where: { kind: 'created' }, take: 1, select: { line: true } },
} as const;

/** Those that an author has chosen, whatever their standing; or all of some categories that are in use. */
export type ExportedWhich = { ids: readonly string[] } | { categoryIds: readonly string[] };

/** Questions within the scope in their current versions, those first written first. */
export async function listExportedQuestions(
  db: Db,
  scope: readonly UnitPath[],
  which: ExportedWhich,
): Promise<ExportedQuestion[]> {
  const category = { unit: unitWithin(scope) };
  const inUse = { archivedAt: null, standing: { not: 'retired' }, category };
  const wanted = 'ids' in which ? which.ids : which.categoryIds;
  const find = (some: string[]) =>
    db.question.findMany({
      where: 'ids' in which ? { id: { in: some }, category } : { categoryId: { in: some }, ...inUse },
      select: exported,
      orderBy: [{ createdAt: 'asc' }, { code: 'asc' }],
    });
  const rows: Awaited<ReturnType<typeof find>> = [];
  for (let at = 0; at < wanted.length; at += AT_ONCE) rows.push(...(await find(wanted.slice(at, at + AT_ONCE))));
  // What one file brought at once keeps the file's order.
  const lineOf = (row: (typeof rows)[number]) => row.imported[0]?.line ?? 0;
  rows.sort(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || lineOf(a) - lineOf(b) || (a.code < b.code ? -1 : 1),
  );
  const versions = new Map<string, { body: string; explanation: string; source: string }>();
  const ids = rows.flatMap(({ currentVersionId }) => currentVersionId ?? []);
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = await db.questionVersion.findMany({
      where: { id: { in: ids.slice(at, at + AT_ONCE) } },
      select: { id: true, body: true, explanation: true, source: true },
    });
    for (const { id, ...version } of some) versions.set(id, version);
  }
  return rows.flatMap(({ code, categoryId, difficulty, tags, currentVersionId }) => {
    const version = versions.get(currentVersionId ?? '');
    if (!version) return [];
    return {
      ...{ code, categoryId, explanation: version.explanation, source: version.source },
      difficulty: difficulties.find((each) => each === difficulty) ?? null,
      tags: tagsSchema.parse(JSON.parse(tags)),
      body: questionBodySchema.parse(JSON.parse(version.body)),
    };
  });
}
