import { idsOf, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { type OverriddenSettings, overriddenSettings } from '../../core/override.ts';
import type { QuizSettings } from '../../core/settings.ts';
import { listOverrides, listOverridesOfPerson, type StoredOverride } from './overrides.server.ts';

type QuizWithSettings = { readonly id: string; readonly settings: QuizSettings };

/** Well below the number of parameters that either database takes. */
const mostAtOnce = 5000;

/**
 * The settings that hold for each of many people at one quiz, by person id: one statement without overrides, at most
 * three (per 5,000 people) with them. Every given person is in the answer.
 */
export async function settingsFor(
  sql: Sql,
  quiz: QuizWithSettings,
  personIds: readonly string[],
): Promise<Map<string, OverriddenSettings>> {
  const reaching = await overridesReaching(sql, quiz.id, personIds);
  const untouched = overriddenSettings(quiz.settings, []);
  return new Map(
    personIds.map((personId) => {
      const overrides = reaching.get(personId);
      return [personId, overrides ? overriddenSettings(quiz.settings, overrides) : untouched];
    }),
  );
}

/** The overrides that reach each of the people, by person id; who is missing is reached by none. */
export async function overridesReaching(
  sql: Sql,
  quizId: string,
  personIds: readonly string[],
): Promise<Map<string, StoredOverride[]>> {
  const overrides = await listOverrides(sql, quizId);
  const unitIds = new Set(overrides.flatMap(({ unitId }) => unitId ?? []));
  const groupIds = new Set(overrides.flatMap(({ groupId }) => groupId ?? []));
  const paths = unitIds.size > 0 ? await listUnitPaths(sql, personIds) : new Map<string, UnitPath>();
  const groups = groupIds.size > 0 ? await listGroupsOfPeople(sql, quizId) : new Map<string, Set<string>>();
  const reaching = new Map<string, StoredOverride[]>();
  if (overrides.length === 0) return reaching;
  for (const personId of personIds) {
    const above = new Set(idsOf(paths.get(personId) ?? ''));
    const own = overrides.filter(
      (override) =>
        override.personId === personId ||
        (override.unitId !== null && above.has(override.unitId)) ||
        (override.groupId !== null && groups.get(personId)?.has(override.groupId)),
    );
    if (own.length > 0) reaching.set(personId, own);
  }
  return reaching;
}

/** One person at some quizzes, by quiz id: one statement. */
export async function settingsOfPerson(
  sql: Sql,
  quizzes: readonly QuizWithSettings[],
  { personId, unitPath }: { personId: string; unitPath: UnitPath },
): Promise<Map<string, OverriddenSettings>> {
  const ids = quizzes.map(({ id }) => id);
  const overrides = await listOverridesOfPerson(sql, ids, { personId, unitIds: idsOf(unitPath) });
  return new Map(
    quizzes.map(({ id, settings }) => [
      id,
      overriddenSettings(
        settings,
        overrides.filter(({ quizId }) => quizId === id),
      ),
    ]),
  );
}

async function listUnitPaths(sql: Sql, personIds: readonly string[]): Promise<Map<string, UnitPath>> {
  const paths = new Map<string, UnitPath>();
  for (let from = 0; from < personIds.length; from += mostAtOnce) {
    const some = personIds.slice(from, from + mostAtOnce);
    const rows = await sql.all<{ id: string; path: UnitPath }>(
      `SELECT p."id", u."path" FROM "Person" p JOIN "Unit" u ON u."id" = p."unitId"
       WHERE p."id" IN (${some.map(() => '?').join(', ')})`,
      ...some,
    );
    for (const { id, path } of rows) paths.set(id, path);
  }
  return paths;
}

/** The groups that the quiz's overrides name, by the people in them. */
async function listGroupsOfPeople(sql: Sql, quizId: string): Promise<Map<string, Set<string>>> {
  const rows = await sql.all<{ groupId: string; personId: string }>(
    `SELECT DISTINCT m."groupId", m."personId" FROM "PersonGroupMember" m
     JOIN "QuizOverride" o ON o."groupId" = m."groupId" WHERE o."quizId" = ?`,
    quizId,
  );
  const groups = new Map<string, Set<string>>();
  for (const { groupId, personId } of rows) {
    const own = groups.get(personId) ?? new Set();
    groups.set(personId, own.add(groupId));
  }
  return groups;
}
