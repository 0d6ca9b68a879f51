import type { Actor } from '#app/features/access/core/role.ts';
import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { renderMarkdown } from '#app/platform/documents/markdown.server.ts';
import type { ChoicePart } from '../../core/statistics/choices.ts';
import type { StatisticsFilter } from '../../core/statistics/filter.ts';
import { choiceFlags, itemFlags } from '../../core/statistics/flags.ts';
import type { GroupFigures } from '../../core/statistics/groups.ts';
import { itemFractions } from '../../core/statistics/item-fractions.ts';
import { markStatistics } from '../../core/statistics/mark-statistics.ts';
import { listVersionNames } from '../../data/statistics/statistics-names.server.ts';
import { byMonth, byUnit, type UnitGroup } from './group-attempts.server.ts';
import type { ItemLine } from './quiz-statistics.server.ts';
import { choicesOf, statisticsSource, type UnitChoice } from './statistics-source.server.ts';

/** One version with everything that is known of it. */
export interface VersionStatistics extends ItemLine {
  stemHtml: string;
  parts: ChoicePart[];
}

export interface QuestionStatisticsPage {
  quiz: { id: string; title: string };
  question: { id: string; code: string; stem: string };
  asOf: Date;
  filter: StatisticsFilter;
  units: UnitChoice[];
  unitName: string | null;
  /** The newest first. */
  versions: VersionStatistics[];
  /** Facility by month and by sub-unit, of all its versions. */
  months: GroupFigures[];
  unitGroups: UnitGroup[];
}

/** One question of a quiz: its versions side by side. Not found where no attempt that is meant had it. */
export async function questionStatistics(
  actor: Actor,
  quizId: string,
  questionId: string,
  filter: StatisticsFilter,
): Promise<QuestionStatisticsPage> {
  const source = await statisticsSource(actor, quizId, filter);
  const { quiz, marks } = source;
  const names = await listVersionNames(database().sql, marks.versionIds);
  const own = marks.versionIds.filter((id) => names.get(id)?.questionId === questionId);
  if (own.length === 0) throw new AppError('not-found');
  const { items } = markStatistics(marks.rows);
  const choices = await choicesOf(source, own);
  const bodies = await questionVersions(own);
  const versions = own.map((versionId): VersionStatistics => {
    const { id: _, ...name } = names.get(versionId)!;
    const figures = items[marks.versionIds.indexOf(versionId)]!;
    const parts = choices.get(versionId) ?? [];
    const flags = [...choiceFlags(parts, figures), ...itemFlags(figures)];
    const { body, pictures } = bodies.get(versionId)!;
    const stemHtml = renderMarkdown(body.stem, pictures);
    return { ...figures, ...name, versionId, flags, parts, stemHtml };
  });
  versions.sort((a, b) => b.number - a.number);
  const { attempts, fractions } = itemFractions(marks.rows, new Set(own.map((id) => marks.versionIds.indexOf(id))));
  const facts = attempts.map((at) => marks.attempts[at]!);
  const { code, stem } = versions[0]!;
  return {
    quiz: { id: quiz.id, title: quiz.title },
    question: { id: questionId, code, stem },
    ...{ asOf: now(), filter, units: source.units, unitName: source.unit?.name ?? null, versions },
    months: byMonth(facts, fractions),
    unitGroups: byUnit(facts, fractions, source.parts),
  };
}
