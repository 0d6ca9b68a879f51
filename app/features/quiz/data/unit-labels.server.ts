/** For statements that read people (p) with their unit (u): what `withUnitLabels` needs. */
export const unitNameColumns = `u."id" AS "unitId", u."name" AS "unitName", ua."name" AS "aboveName", uo."name" AS "overName"`;

export const unitNameJoins = `JOIN "Unit" u ON u."id" = p."unitId" LEFT JOIN "Unit" ua ON ua."id" = u."parentId"
  LEFT JOIN "Unit" uo ON uo."id" = ua."parentId"`;
