import { Link, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { SortDownIcon, SortIcon, SortUpIcon } from './icons.tsx';
import { type Sort, sortSearch } from './table-sort.ts';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand under one another, to the right. */
  isNumber?: boolean;
  isSortable?: boolean;
  /** What the row is called; the first such column names the card on a phone. */
  isRowHeader?: boolean;
  className?: string;
};

type Props<Row> = {
  caption: ReactNode;
  /** The caption is there for screen readers only: a heading above says the same. */
  isCaptionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  /** What the ways to sort are called on a phone, where there are no column heads: "Sắp xếp theo". */
  sortByLabel?: string;
  /** A last row of sums, by column key. */
  totals?: Partial<Record<string, ReactNode>>;
  /** Shown in place of the table when there are no rows. */
  empty?: ReactNode;
  /** More columns than a screen is wide: scrolls inside its own frame. */
  isWide?: boolean;
};

/** A table that is read, sorted and printed. Its column heads stay in sight; on a phone each row is a card. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, isCaptionHidden, columns, rows, rowKey, totals, empty, isWide } = props;
  if (rows.length === 0 && empty) return empty;
  const sortable = props.sortByLabel ? columns.filter(({ isSortable }) => isSortable) : [];
  // A name and its figure need no card: on a phone they share a line.
  const [name, figure, third] = columns;
  const isPairs = Boolean(name?.isRowHeader && figure?.isNumber && !third);
  const look = classes(isWide && 'is-wide', sortable.length > 0 && 'has-phone-sort', isPairs && 'is-pairs');
  const table = (
    <table className={classes('data-table', look)}>
      <caption className={isCaptionHidden ? 'sr-only' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <ColumnHead key={column.key} column={column} sort={props.sort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <BodyRow key={rowKey(row)} columns={columns} content={(column) => column.cell(row)} />
        ))}
      </tbody>
      {totals && (
        <tfoot>
          <BodyRow columns={columns} content={(column) => totals[column.key]} />
        </tfoot>
      )}
    </table>
  );
  return (
    <>
      {sortable.length > 0 && <PhoneSort columns={sortable} sort={props.sort} label={props.sortByLabel} />}
      {isWide ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section tabIndex={0} aria-label={typeof caption === 'string' ? caption : undefined} className="table-frame">
          {table}
        </section>
      ) : (
        table
      )}
    </>
  );
}

type Sorted<Row> = { columns: readonly Column<Row>[]; sort?: Sort; label?: string };

/** The ways to sort on a phone, where each row is a card: one line that names the way taken, the others behind it. */
function PhoneSort<Row>({ columns, sort, label }: Sorted<Row>) {
  const current = columns.find(({ key }) => key === sort?.key);
  return (
    <details className="phone-sort">
      <summary>
        {label}
        {current && (
          <>
            {': '}
            <span className="font-semibold text-ink">{current.header}</span>
            <SortSign isCurrent sort={sort} />
          </>
        )}
      </summary>
      <ul>
        {columns.map((column) => (
          <li key={column.key}>
            <SortLink column={column} sort={sort} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function SortSign({ isCurrent, sort }: { isCurrent: boolean; sort?: Sort }) {
  const Sign = isCurrent && sort ? (sort.isDescending ? SortDownIcon : SortUpIcon) : SortIcon;
  return <Sign className="h-4 w-4" />;
}

function SortLink<Row>({ column, sort }: { column: Column<Row>; sort?: Sort }) {
  const { search } = useLocation();
  const isCurrent = sort?.key === column.key;
  return (
    <Link
      to={sortSearch(search, column.key, sort)}
      preventScrollReset
      className={isCurrent ? 'is-current' : undefined}
      aria-current={isCurrent ? 'true' : undefined}
    >
      {column.header}
      <SortSign isCurrent={isCurrent} sort={sort} />
    </Link>
  );
}

function ColumnHead<Row>({ column, sort }: { column: Column<Row>; sort?: Sort }) {
  const look = classes(column.isNumber && 'is-number', column.isSortable && 'is-sortable', column.className);
  const isCurrent = sort?.key === column.key;
  const order = isCurrent ? (sort.isDescending ? 'descending' : 'ascending') : 'none';
  return (
    <th scope="col" className={look} aria-sort={column.isSortable ? order : undefined}>
      {column.isSortable ? <SortLink column={column} sort={sort} /> : column.header}
    </th>
  );
}

function BodyRow<Row>({
  columns,
  content,
}: {
  columns: readonly Column<Row>[];
  content: (column: Column<Row>) => ReactNode;
}) {
  return (
    <tr>
      {columns.map((column) => {
        const look = classes(column.isNumber && 'is-number', column.className);
        return column.isRowHeader ? (
          <th key={column.key} scope="row" className={look}>
            {content(column)}
          </th>
        ) : (
          <td key={column.key} data-label={column.header} className={look}>
            {content(column)}
          </td>
        );
      })}
    </tr>
  );
}
