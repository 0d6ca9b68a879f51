import { expect, it } from 'vitest';
import { database } from '#app/platform/db/database.server.ts';
import { among, idsIn } from '#app/platform/db/rows-of.server.ts';
import { useTestDatabase } from '../../database.ts';

useTestDatabase();

const named = (count: number) => Array.from({ length: count }, (_, index) => `id-${String(index).padStart(3, '0')}`);

it.each([0, 1, 2, 3, 8, 11, 63, 64, 65, 200])('finds the ids of a list of %i, each once', async (count) => {
  const { sql } = database();
  const { text, values } = among(sql, named(count));
  const rows = await sql.all<{ id: string }>(
    `SELECT t."id" FROM (${idsIn(sql)}) AS t WHERE t."id" ${text} ORDER BY t."id"`,
    JSON.stringify(named(300)),
    ...values,
  );
  expect(rows.map(({ id }) => id)).toEqual(named(count));
});

it('prepares few texts, however long the list is', () => {
  const { sql } = database();
  const texts = new Set(Array.from({ length: 300 }, (_, count) => among(sql, named(count)).text));
  expect(texts.size).toBe(8);
});
