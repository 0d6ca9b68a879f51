import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';

// More than eight words say nothing more.
const MOST_WORDS = 8;

/** The words of a search as the index knows them: 'Nghị quyết 35-NQ/TW' gives nghi, quyet, 35, nq, tw. */
export function searchWords(search: string): string[] {
  return [...new Set(foldForSearch(search).match(/[a-z0-9]+/g) ?? [])].slice(0, MOST_WORDS);
}

/**
 * The questions of the whole database that hold every word, as the keys by which `among` finds them again, at most so many.
 * The last word may be begun only; where nothing holds the others whole, they may be begun as well. One statement, or two.
 */
export async function listMatches(sql: Sql, words: readonly string[], most: number): Promise<(string | number)[]> {
  const whole = await listHolding(sql, words, most, (at) => at === words.length - 1);
  return whole.length > 0 || words.length === 1 ? whole : listHolding(sql, words, most, () => true);
}

async function listHolding(sql: Sql, words: readonly string[], most: number, isBegun: (at: number) => boolean) {
  // A single letter or digit is a word itself: half of all words begin with one.
  const begun = (word: string, at: number) => isBegun(at) && word.length > 1;
  if (sql.provider === 'sqlite') {
    const asked = words.map((word, at) => (begun(word, at) ? `"${word}"*` : `"${word}"`)).join(' AND ');
    const rows = await sql.all<{ key: number }>(
      'SELECT rowid AS "key" FROM "QuestionWords" WHERE "QuestionWords" MATCH ? LIMIT ?',
      asked,
      most,
    );
    return rows.map(({ key }) => key);
  }
  const asked = words.map((word, at) => (begun(word, at) ? `${word}:*` : word)).join(' & ');
  // The expression of the index "Question_words_idx".
  const rows = await sql.all<{ key: string }>(
    `SELECT q."id" AS "key" FROM "Question" q
      WHERE to_tsvector('simple', regexp_replace(q."searchKey", '[^a-z0-9]+', ' ', 'g')) @@ to_tsquery('simple', ?) LIMIT ?`,
    asked,
    most,
  );
  return rows.map(({ key }) => key);
}

/** Where a list of these matches starts: the questions as `q`. CROSS JOIN keeps SQLite in this order. */
export function fromMatches(sql: Sql, keys: readonly (string | number)[]): { from: string; values: SqlValue[] } {
  const values = [JSON.stringify(keys)];
  return sql.provider === 'sqlite'
    ? {
        from: `json_each(?) AS m CROSS JOIN "QuestionNumber" n ON n."number" = m.value
          CROSS JOIN "Question" q ON q."id" = n."questionId"`,
        values,
      }
    : { from: `json_array_elements_text(CAST(? AS json)) AS m JOIN "Question" q ON q."id" = m.value`, values };
}

/** The same without the index, for words that are everywhere or no words at all: what is searched stands in the key. */
export function holdsPlainly(search: string): { text: string; values: SqlValue[] } {
  const parts = foldForSearch(search).split(' ').filter(Boolean).slice(0, MOST_WORDS);
  return {
    text: parts.map(() => `q."searchKey" LIKE ? ESCAPE '!'`).join(' AND ') || '1 = 1',
    values: parts.map((part) => `%${part.replace(/[!%_]/g, '!$&')}%`),
  };
}
