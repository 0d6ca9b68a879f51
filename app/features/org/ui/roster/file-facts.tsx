import { Form } from '@remix-run/react';
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { fieldsOf } from '../../core/roster/columns.ts';
import type { Outcome } from '../../core/roster/outcome.ts';
import { en } from '../../messages/roster-en.ts';
import { vi } from '../../messages/roster-vi.ts';
import type { RosterPage } from '../../queries/roster/roster-pages.server.ts';

/** What the file turned out to be, and which column was taken for what, to be corrected. */
export function FileFacts({ page: { roster } }: { page: RosterPage }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { outcome } = roster;
  if (!outcome) return null;
  const count = (n: number) => formatNumber(lang, n);
  const { facts } = words;
  const found = Object.keys(outcome.columns).length;
  return (
    <div>
      <Disclosure title={words.factsTitle} note={formatOf(words, outcome)}>
        <DefinitionList
          items={[
            { term: facts.unit, value: roster.unitName },
            { term: facts.format, value: formatOf(words, outcome) },
            { term: facts.letters, value: words.encodings[outcome.encoding ?? 'workbook'] },
            {
              term: facts.heads,
              value: outcome.headLine === null ? words.noHeads : words.headLine(count(outcome.headLine)),
            },
            { term: facts.rows, value: count(outcome.rows) },
            ...(outcome.skipped.count > 0
              ? [
                  {
                    term: facts.skipped,
                    value: words.linesOf(count(outcome.skipped.count), outcome.skipped.lines.map(count).join(', ')),
                  },
                ]
              : []),
            {
              term: facts.sent,
              value: [roster.createdByName, formatDateTime(lang, roster.createdAt)].filter(Boolean).join(', '),
            },
          ]}
        />
      </Disclosure>
      {roster.state === 'read' && (
        <Disclosure
          title={words.columnsTitle}
          note={words.columnsNote(count(found), count(outcome.heads.length))}
          mustOpen={outcome.missing.length > 0}
        >
          <ColumnForm roster={roster} outcome={outcome} />
        </Disclosure>
      )}
    </div>
  );
}

function ColumnForm({ roster, outcome }: { roster: RosterPage['roster']; outcome: Outcome }) {
  const words = useMessages(vi, en);
  const columns = outcome.heads.map((head, at) => ({
    value: String(at),
    label: words.columnNamed(letterOf(at), head),
  }));
  return (
    <Form method="post" className="space-y-4">
      <p className="max-w-reading text-muted">{words.columnsLead}</p>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {fieldsOf(roster.subject).map((field) => (
          <Field key={field} id={`column-${field}`} label={words.fields[field]}>
            <Select
              name={`column.${field}`}
              emptyLabel={words.columnNone}
              defaultValue={outcome.columns[field] === undefined ? '' : String(outcome.columns[field])}
              options={columns}
            />
          </Field>
        ))}
      </div>
      <Button type="submit" name="intent" value="columns">
        {words.columnsButton}
      </Button>
    </Form>
  );
}

/** The letter of a column as a spreadsheet shows it. */
export function letterOf(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (at % 26));
}

const formatOf = (words: typeof vi | typeof en, { format, separator, sheetName }: Outcome): string =>
  format === 'csv' ? words.formatCsv(words.separators[separator ?? ',']) : words.formatXlsx(sheetName ?? '');
