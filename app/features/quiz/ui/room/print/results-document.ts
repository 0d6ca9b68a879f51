import type { CellValue, ColumnKind, TableDocument } from '#app/kernel/table-document.ts';
import { formatDateTime, formatMark } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { printEn } from '../../../messages/print-en.ts';
import { printVi } from '../../../messages/print-vi.ts';
import type { ResultPrint } from '../../../queries/room/print-pages.server.ts';
import { classOf, noteOf, outcomeOf } from './result-words.ts';

type Result = ResultPrint['results'][number];

/** The result list as a table: the same people, figures and words as on paper. */
export function resultsDocument(
  { head, results, summary, gradeScale, passGrade }: ResultPrint,
  lang: Lang,
): TableDocument {
  const words = messagesFor(lang, printVi, printEn);
  const { columns: heads } = words;
  const columns: { header: string; kind: ColumnKind; cell: (result: Result) => CellValue }[] = [
    { header: heads.number, kind: 'count', cell: ({ number }) => number },
    { header: heads.name, kind: 'text', cell: ({ fullName }) => fullName },
    { header: heads.rank, kind: 'text', cell: ({ rank }) => rank },
    { header: heads.unit, kind: 'text', cell: ({ unitName }) => unitName },
    { header: heads.grade, kind: 'grade', cell: ({ grade }) => grade },
    { header: heads.classification, kind: 'text', cell: (result) => classOf(words, result) || null },
    { header: heads.outcome, kind: 'text', cell: (result) => outcomeOf(words, result) || null },
    {
      header: heads.submittedAt,
      kind: 'text',
      cell: ({ submittedAt }) => submittedAt && formatDateTime(lang, submittedAt),
    },
    { header: heads.note, kind: 'text', cell: (result) => noteOf(words, result) || null },
  ];
  const { seats, graded, absent, voided, waiting } = summary;
  return {
    title: `${words.results} ${head.title}`,
    notes: [
      `${head.quiz}. ${head.room}. ${formatDateTime(lang, head.heldAt)}.`,
      words.summary.scale(formatMark(lang, gradeScale), formatMark(lang, passGrade)),
      `${words.summary.seats(seats, graded)} ${words.summary.others(absent, voided, waiting)}`,
    ],
    columns: columns.map(({ header, kind }) => ({ header, kind })),
    rows: results.map((result) => columns.map(({ cell }) => cell(result))),
  };
}
