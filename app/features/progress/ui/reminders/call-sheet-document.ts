import type { TableDocument } from '#app/kernel/table-document.ts';
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../messages/reminders-en.ts';
import { vi } from '../../messages/reminders-vi.ts';
import type { CallSheet } from '../../queries/reminders/call-sheet.server.ts';
import { missingWords } from './missing-words.ts';

/** The call sheet as a table to keep. */
export function callSheetDocument({ unit, assignment, asOf, people, isCut }: CallSheet, lang: Lang): TableDocument {
  const words = messagesFor(lang, vi, en).callSheet;
  return {
    title: `${words.title} ${unit.name}`,
    notes: [
      ...(assignment ? [words.of(assignment.title)] : []),
      words.asOf(formatDateTime(lang, asOf)),
      ...(isCut ? [words.cut(formatNumber(lang, people.length))] : []),
    ],
    columns: [
      ...[words.name, words.rank, words.unit, words.assignment, words.missing].map((header) => ({
        header,
        kind: 'text' as const,
      })),
      { header: words.days, kind: 'count' },
    ],
    rows: people.map((person) => [
      ...[person.fullName, person.rank, person.unitLabel, person.assignmentTitle, missingWords(words, person)],
      person.daysLate,
    ]),
  };
}
