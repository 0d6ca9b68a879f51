import type { Actor } from '#app/features/access/core/role.ts';
import type { Share } from '#app/kernel/percent.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type Bin, distribution } from '../../core/statistics/distribution.ts';
import type { StatisticsFilter } from '../../core/statistics/filter.ts';
import { choiceFlags, type Flag, itemFlags, mayDoubtKey } from '../../core/statistics/flags.ts';
import type { GroupFigures } from '../../core/statistics/groups.ts';
import { type CountedItem, markStatistics, type QuizStatistics } from '../../core/statistics/mark-statistics.ts';
import { type ItemSort, sortItems } from '../../core/statistics/sort-items.ts';
import { upperFacilities } from '../../core/statistics/upper-facilities.ts';
import { listVersionNames, type VersionName } from '../../data/statistics/statistics-names.server.ts';
import { byMonth, byUnit, type UnitGroup } from './group-attempts.server.ts';
import { choicesOf, type StatisticsSource, statisticsSource, type UnitChoice } from './statistics-source.server.ts';

/** A version of a question beside its figures and what they give reason to look at. */
export interface ItemLine extends CountedItem, Omit<VersionName, 'id'> {
  versionId: string;
  flags: Flag[];
}

export interface QuizStatisticsPage {
  quiz: { id: string; title: string; code: string; kind: string; gradeScale: number };
  asOf: Date;
  filter: StatisticsFilter;
  units: UnitChoice[];
  unitName: string | null;
  whole: QuizStatistics;
  /** What a paper is worth, in marks. */
  maxMark: number | null;
  hasVariedPapers: boolean;
  passed: Share;
  /** Of the grades, on the quiz's scale. */
  bins: Bin[];
  items: ItemLine[];
  /** Mean grade by month and by sub-unit. */
  months: GroupFigures[];
  parts: UnitGroup[];
  /** Graded attempts whose marks cannot be used. */
  leftOut: number;
  isTooSmall: boolean;
}

/**
 * The statistics of a quiz. Cost: a handful of statements and O(marks); the choices are counted only for items whose marks
 * leave a wrong key possible. Throws like `statisticsSource`.
 */
export async function quizStatistics(
  actor: Actor,
  quizId: string,
  { filter, sort }: { filter: StatisticsFilter; sort: ItemSort },
): Promise<QuizStatisticsPage> {
  const source = await statisticsSource(actor, quizId, filter);
  const { quiz, marks, isTooSmall, units, unit } = source;
  const { items, quiz: whole, maxMark, hasVariedPapers } = markStatistics(marks.rows);
  const lines = await linesOf(source, items);
  const graded = marks.attempts.filter(({ grade }) => grade !== null);
  const grades = graded.map(({ grade }) => grade!);
  const { id, title, code, settings } = quiz;
  return {
    quiz: { id, title, code, kind: settings.kind, gradeScale: settings.gradeScale },
    ...{ asOf: now(), filter, units, unitName: unit?.name ?? null, whole, maxMark, hasVariedPapers, isTooSmall },
    passed: {
      part: marks.attempts.filter(({ passed }) => passed === true).length,
      whole: marks.attempts.filter(({ passed }) => passed !== null).length,
    },
    bins: distribution(grades, settings.gradeScale),
    items: sortItems(filter.versions === 'current' ? lines.filter(({ isCurrent }) => isCurrent) : lines, sort),
    months: byMonth(graded, grades),
    parts: byUnit(graded, grades, source.parts),
    leftOut: marks.leftOut,
  };
}

async function linesOf(source: StatisticsSource, items: readonly CountedItem[]): Promise<ItemLine[]> {
  const { marks, thirds } = source;
  const names = await listVersionNames(database().sql, marks.versionIds);
  const upper = upperFacilities(marks.rows, thirds);
  const isSimple = (id: string) => ['single', 'true-false', 'short-answer'].includes(names.get(id)?.type ?? '');
  const doubtful = marks.versionIds.filter(
    (id, item) => names.get(id)?.type !== 'essay' && mayDoubtKey(items[item]!, upper[item]!, !isSimple(id)),
  );
  const choices = await choicesOf(source, doubtful);
  return marks.versionIds.map((versionId, item) => {
    const { id: _, ...name } = names.get(versionId)!;
    const figures = items[item]!;
    const doubts = choiceFlags(choices.get(versionId) ?? [], figures).filter(({ code }) => code === 'wrong-key');
    return { ...figures, ...name, versionId, flags: [...doubts, ...itemFlags(figures)] };
  });
}
