import type { DocumentColumn, DocumentTable } from '#app/kernel/official-document.ts';
import { shareFraction } from '#app/kernel/percent.ts';
import type { CellValue } from '#app/kernel/table-document.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import { comparedFigures, figureOf } from '../core/compare-figures.ts';
import type { ReportContext } from '../core/stored-report.ts';
import { type AssignmentFigures, assignedIn, gradedIn, type StudyCounts } from '../core/study-figures.ts';
import { documentWords } from './finding-sentences.ts';

type Words = ReturnType<typeof documentWords>;
type Row = { name: string; counts: StudyCounts };

const count = (header: string, width = 13): DocumentColumn => ({ header, kind: 'count', width });
const share = (header: string): DocumentColumn => ({ header, kind: 'fraction', width: 15 });
const text = (header: string, width: number): DocumentColumn => ({ header, kind: 'text', width });
const coverage = ({ byStatus, strength }: StudyCounts) => shareFraction({ part: byStatus.completed, whole: strength });

/** A table with a running number before each row and the sums under all, whatever it counts. */
function countTable(
  words: Words,
  { caption, head, rows, total }: { caption: string; head: string; rows: readonly Row[]; total: StudyCounts },
  columns: readonly DocumentColumn[],
  cellsOf: (counts: StudyCounts) => CellValue[],
): DocumentTable {
  return {
    kind: 'table',
    caption,
    columns: [text(words.columns.order, 8), text(head, 32), ...columns],
    rows: rows.map(({ name, counts }, at) => [String(at + 1), name, ...cellsOf(counts)]),
    totals: ['', words.tables.total, ...cellsOf(total)],
  };
}

const partRows = (words: Words, { parts }: AssignmentFigures): Row[] =>
  parts.map((part) => ({ name: part.isOwn ? words.tables.own(part.name) : part.name, counts: part }));

function standingColumns(words: Words): DocumentColumn[] {
  const { columns } = words;
  return [
    count(columns.strength),
    count(columns.assigned),
    count(columns.completed),
    share(columns.coverage),
    ...[columns.inProgress, columns.notStarted].map((head) => count(head, 12)),
    ...[columns.failed, columns.exempt, columns.late].map((head) => count(head, 14)),
  ];
}

const standingCells = (counts: StudyCounts): CellValue[] => [
  ...[counts.strength, assignedIn(counts), counts.byStatus.completed, coverage(counts)],
  ...[counts.byStatus['in-progress'], counts.byStatus['not-started'], counts.byStatus.failed],
  ...[counts.byStatus.exempt, counts.late],
];

/** The state of every sub-unit; a unit without sub-units has none. */
export function partsTable(lang: Lang, figures: AssignmentFigures, number: string): DocumentTable {
  const words = documentWords(lang);
  const about = { caption: words.tables.parts(number), head: words.columns.unit, rows: partRows(words, figures) };
  return countTable(words, { ...about, total: figures.total }, standingColumns(words), standingCells);
}

export function classesTable(lang: Lang, { byClass, total }: AssignmentFigures, number: string): DocumentTable {
  const words = documentWords(lang);
  const rows = byClass.map((counts) => ({ name: words.classes[counts.key], counts }));
  const about = { caption: words.tables.classes(number), head: words.columns.class, rows, total };
  return countTable(words, about, standingColumns(words), standingCells);
}

export function membershipsTable(
  lang: Lang,
  { byMembership, total }: AssignmentFigures,
  number: string,
): DocumentTable {
  const words = documentWords(lang);
  const rows = byMembership.map((counts) => ({ name: words.memberships[counts.key], counts }));
  const about = { caption: words.tables.memberships(number), head: words.columns.membership, rows, total };
  return countTable(words, about, standingColumns(words), standingCells);
}

/** Classes of results, each beside its share of those who have a result. */
export function resultsTable(lang: Lang, figures: AssignmentFigures, number: string): DocumentTable {
  const words = documentWords(lang);
  const { columns } = words;
  const pair = (head: string) => [count(head, 14), share(columns.share)];
  const about = { caption: words.tables.results(number), head: columns.unit, rows: partRows(words, figures) };
  return countTable(
    words,
    { ...about, total: figures.total },
    [count(columns.graded), ...[columns.excellent, columns.good, columns.average, columns.failed].flatMap(pair)],
    (counts) => {
      const whole = gradedIn(counts);
      const { excellent, good, average, failed } = counts.byResult;
      return [whole, ...[excellent, good, average, failed].flatMap((part) => [part, shareFraction({ part, whole })])];
    },
  );
}

/** Who is there, who is not, and who of the late is not. */
export function awayTable(lang: Lang, figures: AssignmentFigures, number: string): DocumentTable {
  const words = documentWords(lang);
  const { columns } = words;
  const about = { caption: words.tables.away(number), head: columns.unit, rows: partRows(words, figures) };
  return countTable(
    words,
    { ...about, total: figures.total },
    [
      ...[count(columns.strength), count(columns.present), count(columns.away), share(columns.presentCoverage)],
      ...[count(columns.late), count(columns.lateAway, 15)],
    ],
    (counts) => {
      const present = counts.strength - counts.away;
      const presentShare = shareFraction({ part: counts.completedPresent, whole: present });
      return [counts.strength, present, counts.away, presentShare, counts.late, counts.lateAway];
    },
  );
}

/** The unit's figures in one assignment beside those of the former report; null where that did not tell of it. */
export function comparisonTable(
  lang: Lang,
  { assignmentId, title, total }: AssignmentFigures,
  former: NonNullable<ReportContext['former']>,
  next: () => string,
): DocumentTable | null {
  const before = former.totals.find((each) => each.assignmentId === assignmentId)?.total;
  if (!before) return null;
  const { columns, figures, tables } = documentWords(lang);
  return {
    kind: 'table',
    caption: `${tables.comparison(next())}: ${title}`,
    columns: [
      ...[text(columns.figure, 60), count(columns.before, 30), count(columns.after, 30)],
      { header: columns.change, kind: 'change', width: 30 },
    ],
    rows: comparedFigures.map((figure): CellValue[] => {
      const [was, is] = [figureOf(before, figure), figureOf(total, figure)];
      return [figures[figure], was, is, is - was];
    }),
  };
}
