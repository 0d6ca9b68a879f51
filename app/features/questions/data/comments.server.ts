import type { Db } from '#app/platform/db/database.server.ts';

export interface CommentRow {
  id: string;
  questionId: string;
  versionNumber: number;
  text: string;
  authorId: string | null;
  createdAt: Date;
  settledAt: Date | null;
  settledById: string | null;
}

/** The comments on one question that was found in scope: the open ones first, each in the order in which it was said. */
export async function listComments(db: Db, questionId: string): Promise<CommentRow[]> {
  const rows = await db.questionComment.findMany({
    where: { questionId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return [...rows.filter(({ settledAt }) => !settledAt), ...rows.filter(({ settledAt }) => settledAt)];
}

/** A comment of a question that was found in scope, or null. */
export const findComment = (db: Db, questionId: string, id: string): Promise<CommentRow | null> =>
  db.questionComment.findFirst({ where: { id, questionId } });

export async function insertComment(db: Db, comment: Omit<CommentRow, 'settledAt' | 'settledById'>): Promise<void> {
  await db.questionComment.create({ data: comment });
}

/** Settles a comment, or opens it again with null. */
export async function replaceSettled(db: Db, id: string, settled: { at: Date; byId: string } | null): Promise<void> {
  await db.questionComment.update({
    where: { id },
    data: { settledAt: settled?.at ?? null, settledById: settled?.byId ?? null },
  });
}

/** How many open comments each of these questions has. */
export async function countOpenComments(db: Db, questionIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.questionComment.groupBy({
    by: ['questionId'],
    where: { questionId: { in: [...questionIds] }, settledAt: null },
    _count: { _all: true },
  });
  return new Map(rows.map(({ questionId, _count }) => [questionId, _count._all]));
}
