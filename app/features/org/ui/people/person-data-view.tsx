import type { PersonDataPart, PersonDataValue } from '#app/kernel/person-data.ts';
import { formatDate, formatDateTime, formatMark, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Section } from '#app/ui/page.tsx';
import { en as orgEn } from '../../messages/en.ts';
import { en as peopleEn } from '../../messages/people-en.ts';
import { vi as peopleVi } from '../../messages/people-vi.ts';
import { en } from '../../messages/person-data-en.ts';
import { vi } from '../../messages/person-data-vi.ts';
import { vi as orgVi } from '../../messages/vi.ts';

type Row = PersonDataPart['rows'][number];

/** All parts of a person's data, to be read and printed: codes are turned into words, instants into times there. */
export function PersonDataView({ parts }: { parts: readonly PersonDataPart[] }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const titles: Record<string, string> = words.parts;
  return (
    <>
      {parts.map(({ part, rows }) => (
        <Section key={part} title={titles[part] ?? ''}>
          {rows.length === 0 ? (
            <p className="text-muted">{words.none}</p>
          ) : part === 'log' ? (
            <p>{words.logNote(formatNumber(lang, rows.length))}</p>
          ) : rows.length === 1 ? (
            <OneRow row={rows[0]!} />
          ) : (
            <ManyRows rows={rows} caption={titles[part] ?? ''} />
          )}
        </Section>
      ))}
      <p className="text-sm text-muted">{words.hidden}</p>
    </>
  );
}

function OneRow({ row }: { row: Row }) {
  const words = useMessages(vi, en);
  const say = useValues();
  const names: Record<string, string> = words.columns;
  const filled = Object.entries(row).filter(([, value]) => value !== null && value !== '');
  return (
    <DefinitionList items={filled.map(([name, value]) => ({ term: names[name] ?? '', value: say(name, value) }))} />
  );
}

/** Columns in which nothing stands are left out. */
function ManyRows({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  const words = useMessages(vi, en);
  const say = useValues();
  const names: Record<string, string> = words.columns;
  const filled = Object.keys(rows[0]!).filter((name) => rows.some((row) => row[name] !== null && row[name] !== ''));
  const columns = filled.map(
    (name, at): Column<[number, Row]> => ({
      key: name,
      header: names[name] ?? '',
      isRowHeader: at === 0,
      cell: ([, row]) => say(name, row[name] ?? null),
    }),
  );
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={columns}
      rows={[...rows.entries()]}
      rowKey={([index]) => String(index)}
    />
  );
}

function useValues() {
  const words = useMessages(vi, en);
  const people = useMessages(peopleVi, peopleEn);
  const org = useMessages(orgVi, orgEn);
  const lang = useLang();
  const coded: Record<string, Record<string, string>> = {
    ...words.values,
    ...{ personnelClass: org.personnelClasses, membership: org.memberships },
    ...{ leftReason: people.leaveReasons, absence: people.absenceReasons },
  };
  return (name: string, value: PersonDataValue): string => {
    if (value === null) return '';
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'number') return formatMark(lang, value);
    if (coded[name]?.[value]) return coded[name][value];
    if (name.endsWith('At')) return formatDateTime(lang, value);
    return name.endsWith('On') ? formatDate(lang, value) : value;
  };
}
