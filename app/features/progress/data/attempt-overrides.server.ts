import { type Override, overriddenSettings } from '#app/features/quiz/core/override.ts';
import type { QuizSettings } from '#app/features/quiz/core/settings.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';

/** Whose rows are wanted, as a condition on a column with its values: one person's, these people's, or everybody's (null). */
export function only(
  sql: Sql,
  who: string | readonly string[] | null,
): { mine: (column: string) => string; me: SqlValue[] } {
  if (who === null) return { mine: () => '', me: [] };
  if (typeof who === 'string') return { mine: (column) => ` AND ${column} = ?`, me: [who] };
  const { text, values } = among(sql, who);
  return { mine: (column) => ` AND ${column} ${text}`, me: values };
}

type Row = { quizId: string; personId: string; isOwn: number; attemptsAllowed: number };

/**
 * How many attempts a person may make at a quiz, after overrides: of one person, of these, or of everybody (null). One query; the
 * answer falls back to the quiz's own number.
 */
export async function loadAttemptsAllowed(
  sql: Sql,
  quizIds: readonly string[],
  who: string | readonly string[] | null,
): Promise<(quizId: string, personId: string, settings: QuizSettings) => number> {
  if (quizIds.length === 0) return (_, __, settings) => settings.attemptsAllowed;
  const counts = `o."attemptsAllowed" IS NOT NULL AND o."quizId" IN (${quizIds.map(() => '?').join(', ')})`;
  const { mine, me } = only(sql, who);
  const values: SqlValue[] = [...quizIds, ...me];
  const rows = await sql.all<Row>(
    `SELECT o."quizId", o."personId", 1 AS "isOwn", o."attemptsAllowed" FROM "QuizOverride" o
      WHERE o."personId" IS NOT NULL AND ${counts}${mine('o."personId"')}
     UNION ALL
     SELECT o."quizId", m."personId", 0, o."attemptsAllowed" FROM "QuizOverride" o
       JOIN "PersonGroupMember" m ON m."groupId" = o."groupId" WHERE ${counts}${mine('m."personId"')}
     UNION ALL
     SELECT o."quizId", p."id", 0, o."attemptsAllowed" FROM "QuizOverride" o JOIN "Unit" top ON top."id" = o."unitId"
       JOIN "Unit" u ON substr(u."path", 1, length(top."path")) = top."path" JOIN "Person" p ON p."unitId" = u."id"
      WHERE ${counts}${mine('p."id"')}`,
    ...[...values, ...values, ...values],
  );
  const reaching = new Map<string, Override[]>();
  for (const [index, row] of rows.entries()) {
    const key = `${row.quizId} ${row.personId}`;
    const override: Override = {
      ...{ id: String(index), target: Number(row.isOwn) === 1 ? 'person' : 'group' },
      ...{ openAt: null, closeAt: null, timeLimitSeconds: null, attemptsAllowed: Number(row.attemptsAllowed) },
    };
    reaching.set(key, [...(reaching.get(key) ?? []), override]);
  }
  return (quizId, person, settings) => {
    const overrides = reaching.get(`${quizId} ${person}`);
    return overrides ? overriddenSettings(settings, overrides).settings.attemptsAllowed : settings.attemptsAllowed;
  };
}
