import type { Actor } from '#app/features/access/core/role.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { QuizKind } from '../core/settings.ts';
import { countResultsOfPerson, listResultsOfPerson } from '../data/results-of-person.server.ts';
import { type AttemptLine, attemptLine } from './attempt-line.server.ts';

export interface ResultLine extends AttemptLine {
  quizId: string;
  title: string;
  quizKind: QuizKind;
  gradeScale: number;
}

export interface MyResults {
  results: ResultLine[];
  total: number;
  page: number;
  pageCount: number;
}

const perPage = 50;

/** The actor's own attempts, the newest first. Pages count from 1. */
export async function myResults(actor: Actor, wantedPage = 1): Promise<MyResults> {
  const { sql } = database();
  const at = now();
  const total = await countResultsOfPerson(sql, actor.personId);
  const pageCount = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(Math.max(1, wantedPage), pageCount);
  const rows = await listResultsOfPerson(sql, actor.personId, { limit: perPage, offset: (page - 1) * perPage });
  const results = await Promise.all(
    rows.map(
      async (row): Promise<ResultLine> => ({
        ...(await attemptLine(row, row.settings, at)),
        ...{ quizId: row.quizId, title: row.title, quizKind: row.kind, gradeScale: row.settings.gradeScale },
      }),
    ),
  );
  return { results, total, page, pageCount };
}
