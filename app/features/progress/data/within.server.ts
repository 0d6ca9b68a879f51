import { pathUpperBound, type UnitPath } from '#app/kernel/unit-path.ts';
import { among } from '#app/platform/db/rows-of.server.ts';
import type { Sql, SqlValue } from '#app/platform/db/sql.server.ts';

type Condition = { readonly text: string; readonly values: readonly SqlValue[] };

/** Which people a placement looks at: as a condition on "Person" p and its "Unit" u, and as one on "Enrolment" e. */
export interface Within {
  readonly people: Condition;
  readonly enrolments: Condition;
}

export const everybody: Within = {
  people: { text: '1 = 1', values: [] },
  enrolments: { text: '1 = 1', values: [] },
};

/** These people. */
export function people(sql: Sql, personIds: readonly string[]): Within {
  const { text, values } = among(sql, personIds);
  return {
    people: { text: `p."id" ${text}`, values },
    enrolments: { text: `e."personId" ${text}`, values },
  };
}

/** Everybody of a unit and below it. */
export function subtree(path: UnitPath): Within {
  const values = [path, pathUpperBound(path)];
  return {
    people: { text: 'u."path" >= ? AND u."path" < ?', values },
    enrolments: {
      text: `e."personId" IN (SELECT i."id" FROM "Person" i JOIN "Unit" s ON s."id" = i."unitId"
                             WHERE s."path" >= ? AND s."path" < ?)`,
      values,
    },
  };
}
