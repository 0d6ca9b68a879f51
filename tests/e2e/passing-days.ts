import { openRecords } from './records.ts';

/**
 * Lets days pass that nobody can wait for: every instant and every day in the database of a test moves back by so many
 * days, as if all of it had happened then.
 */
export function letDaysPass(folder: string, days: number): void {
  const database = openRecords(folder);
  try {
    const tables = database
      .prepare(
        `SELECT "name" FROM sqlite_master WHERE type = 'table' AND "name" NOT LIKE 'sqlite_%' AND "name" NOT LIKE '\\_%' ESCAPE '\\' AND "name" <> 'Session'`,
      )
      .all() as { name: string }[];
    database.transaction(() => {
      for (const { name } of tables) {
        const columns = database.pragma(`table_info("${name}")`) as { name: string; type: string }[];
        const sets = columns.flatMap((column) => {
          const of = `"${column.name}"`;
          if (column.type === 'DATETIME') return [`${of} = ${of} - ${days * 86_400_000}`];
          const isDay = column.type === 'TEXT' && /^(day|.*Day|datedOn)$/.test(column.name);
          return isDay ? [`${of} = date(${of}, '-${days} day')`] : [];
        });
        if (sets.length > 0) database.prepare(`UPDATE "${name}" SET ${sets.join(', ')}`).run();
      }
    })();
  } finally {
    database.close();
  }
}
