import type { ReactNode } from 'react';

type Props = {
  title: ReactNode;
  note?: ReactNode;
  /** What the lines or bars mean, and their last figures: before the drawing, for who cannot tell them apart. */
  legend?: ReactNode;
  drawing: ReactNode;
  /** The same figures as a table. */
  table: ReactNode;
  /** Opens the table. */
  showTable: string;
};

/** A drawing that the server makes: it needs no script, and is on paper what it is on the screen. */
export function PlainFrame({ title, note, legend, drawing, table, showTable }: Props) {
  return (
    <figure className="min-w-0">
      <figcaption>
        <p className="text-base font-semibold">{title}</p>
        {note && <p className="text-sm text-muted">{note}</p>}
      </figcaption>
      {legend}
      <div aria-hidden="true" className="mt-3">
        {drawing}
      </div>
      <details className="mt-3 print:hidden">
        <summary className="text-sm font-semibold text-accent">{showTable}</summary>
        <div className="mt-3">{table}</div>
      </details>
    </figure>
  );
}
