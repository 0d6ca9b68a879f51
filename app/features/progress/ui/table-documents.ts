import type { CellValue, ColumnKind, TableDocument } from '#app/kernel/table-document.ts';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { UnitFigures } from '../core/unit-figures.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { UnitDashboard } from '../queries/unit-dashboard.server.ts';
import type { ListedPerson, UnitPeople } from '../queries/unit-people.server.ts';
import { dueWords } from './due-words.ts';
import { columnsFor, figureOf, type UnitColumn, unitHeads } from './sub-unit-table.tsx';

function notesOf(lang: Lang, { assignment, asOf }: Pick<UnitDashboard, 'assignment' | 'asOf'>): string[] {
  const words = messagesFor(lang, vi, en);
  return [
    ...(assignment ? [words.table.of(assignment.title, dueWords(words.due, lang, assignment, asOf))] : []),
    words.asOf(formatDateTime(lang, asOf)),
  ];
}

/** The table of sub-units as it stands on the screen: the same columns, rows and order. */
export function unitsDocument(page: UnitDashboard, lang: Lang): TableDocument {
  const words = messagesFor(lang, vi, en);
  const heads = unitHeads(words);
  const columns = columnsFor(page.total);
  const kindOf = (column: UnitColumn): ColumnKind =>
    column === 'unit' ? 'text' : column === 'coverage' ? 'fraction' : 'count';
  const rowOf = (name: string, figures: UnitFigures): CellValue[] =>
    columns.map((column) => (column === 'unit' ? name : figureOf(column, figures)));
  return {
    title: words.table.unitsTitle(page.unit.name),
    notes: [...notesOf(lang, page), words.table.denominator],
    columns: columns.map((column) => ({ header: heads[column], kind: kindOf(column) })),
    rows: page.parts.map((part) => rowOf(part.isOwn ? words.dashboard.ownPeople(part.shortName) : part.name, part)),
    totals: rowOf(words.dashboard.total, page.total),
  };
}

/** The list of people as filtered and sorted on the screen, all its pages. */
export function peopleDocument(page: UnitPeople, lang: Lang): TableDocument {
  const words = messagesFor(lang, vi, en);
  const { list, standings, classes } = words;
  const columns: { header: string; kind: ColumnKind; cell: (row: ListedPerson) => CellValue }[] = [
    { header: list.name, kind: 'text', cell: (row) => row.fullName },
    { header: list.rank, kind: 'text', cell: (row) => row.rank },
    { header: list.unit, kind: 'text', cell: (row) => row.unitNames.join('/') },
    { header: list.standing, kind: 'text', cell: (row) => standings[row.standing] },
    { header: list.daysLate, kind: 'count', cell: (row) => row.daysLate },
    {
      header: list.lessons,
      kind: 'count',
      cell: (row) => (row.standing === 'not-assigned' ? null : row.lessonsRead),
    },
    { header: list.grade, kind: 'grade', cell: (row) => row.grade },
    { header: list.classification, kind: 'text', cell: (row) => row.classification && classes[row.classification] },
    { header: list.completedAt, kind: 'day', cell: (row) => row.completedAt },
  ];
  return {
    title: words.table.peopleTitle(page.unit.name),
    notes: notesOf(lang, page),
    columns: columns.map(({ header, kind }) => ({ header, kind })),
    rows: page.people.map((row) => columns.map((column) => column.cell(row))),
  };
}
