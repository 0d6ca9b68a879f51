import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { ancestorsOf, idsOf, isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import { endOfDay, startOfDay } from '#app/kernel/vietnam-time.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type ChoicePart, choiceParts } from '../../core/statistics/choices.ts';
import { countResponses } from '../../core/statistics/count-responses.ts';
import type { StatisticsFilter } from '../../core/statistics/filter.ts';
import { SMALLEST_GROUP } from '../../core/statistics/groups.ts';
import { type Third, type Thirds, thirdsOf } from '../../core/statistics/thirds.ts';
import { findAuthoredQuiz, type StoredQuiz } from '../../data/quizzes.server.ts';
import {
  type GradedMarks,
  type GradedSelection,
  listGradedMarks,
  listResponses,
} from '../../data/statistics/graded-marks.server.ts';
import { findUnitInScope, listUnitsBelow, type StatisticsUnit } from '../../data/statistics/statistics-names.server.ts';
import { readResponseColumn } from '../../schema.ts';

/** A unit to choose in the filter, from the top of the scope down. */
export interface UnitChoice {
  id: string;
  name: string;
  depth: number;
}

/** What both pages of statistics are computed from. */
export interface StatisticsSource {
  quiz: StoredQuiz;
  scope: UnitPath[];
  selection: GradedSelection;
  marks: GradedMarks;
  thirds: Thirds;
  unit: StatisticsUnit | null;
  /** The units one level below what is looked at. */
  parts: StatisticsUnit[];
  units: UnitChoice[];
  /** A unit was chosen and too few of its people took the quiz: nothing is shown of them. */
  isTooSmall: boolean;
}

/**
 * The marks that the statistics of a quiz are computed from. Throws forbidden without the right to see statistics, and
 * not-found for a quiz or unit outside of its scope.
 */
export async function statisticsSource(
  actor: Actor,
  quizId: string,
  filter: StatisticsFilter,
): Promise<StatisticsSource> {
  const scope = requireScope(actor, 'statistics.view');
  const { read, sql } = database();
  const quiz = await findAuthoredQuiz(read, scope, quizId);
  if (!quiz) throw new AppError('not-found');
  const unit = filter.unitId === null ? null : await findUnitInScope(sql, scope, filter.unitId);
  if (unit === undefined) throw new AppError('not-found');
  const parts = await partsOf(scope, unit);
  const selection = {
    quizId,
    unitPath: unit?.path ?? null,
    from: filter.from === null ? null : startOfDay(filter.from),
    until: filter.until === null ? null : endOfDay(filter.until),
    isFirstOnly: filter.attempts === 'first',
  };
  const found = await listGradedMarks(sql, selection);
  const isTooSmall = unit !== null && found.rows.attempts > 0 && found.rows.attempts < SMALLEST_GROUP;
  const marks = isTooSmall ? await listGradedMarks(sql, { ...selection, quizId: '' }) : found;
  const units = await unitChoices(scope, unit, parts);
  return { quiz, scope, selection, marks, thirds: thirdsOf(marks.totals), unit, parts, units, isTooSmall };
}

/** Below a unit its sub-units; without one the units at the top of the scope, or below them where there is just one. */
async function partsOf(scope: UnitPath[], unit: StatisticsUnit | null): Promise<StatisticsUnit[]> {
  const { sql } = database();
  if (unit) return listUnitsBelow(sql, scope, unit.id);
  const top = await listUnitsBelow(sql, scope, null);
  return top.length === 1 ? listUnitsBelow(sql, scope, top[0]!.id) : top;
}

async function unitChoices(
  scope: UnitPath[],
  unit: StatisticsUnit | null,
  parts: readonly StatisticsUnit[],
): Promise<UnitChoice[]> {
  const { sql } = database();
  const above: StatisticsUnit[] = [];
  for (const path of unit ? ancestorsOf(unit.path) : []) {
    if (!scope.some((each) => isWithin(path, each))) continue;
    const found = await findUnitInScope(sql, scope, idsOf(path).at(-1)!);
    if (found) above.push(found);
  }
  const line = unit ? [...above, unit] : above;
  return [
    ...line.map(({ id, name }, depth) => ({ id, name, depth })),
    ...parts.map(({ id, name }) => ({ id, name, depth: line.length })),
  ];
}

/** Who chose what of these versions, by thirds; by the key that graded most of the answers. */
export async function choicesOf(
  { selection, thirds, marks }: Pick<StatisticsSource, 'selection' | 'thirds' | 'marks'>,
  versionIds: readonly string[],
): Promise<Map<string, ChoicePart[]>> {
  const given = await listResponses(database().sql, selection.quizId, versionIds);
  const thirdOf = new Map(marks.attempts.map(({ id }, at) => [id, thirds.of[at] as Third]));
  const counted = countResponses(given, thirdOf);
  const versions = await questionVersions(versionIds.map((id) => counted.get(id)?.keyVersionId ?? id));
  return new Map(
    versionIds.map((id) => {
      const { keyVersionId, counts } = counted.get(id) ?? { keyVersionId: id, counts: [] };
      const responses = counts.map(({ response, third, count }) => ({
        ...{ response: readResponseColumn(response), third, count },
      }));
      return [id, choiceParts(versions.get(keyVersionId)!.body, responses)];
    }),
  );
}
