import { type ReactNode, useEffect, useRef } from 'react';
import { MediaInsert } from '#app/features/media/ui/media-insert.tsx';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { controlClass } from '#app/ui/control-class.ts';
import { PlusIcon } from '#app/ui/icons.tsx';
import { type ListChange, printListChange } from '../core/list-change.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { ListButtons } from './list-buttons.tsx';
import { Problem } from './problem.tsx';

type RowListProps = {
  /** The field of the list, which the error summary leads to, and the list of its buttons: 'rubric[1].levels'. */
  list: string;
  legend: string;
  hint?: string;
  problem: string | undefined;
  count: number;
  addLabel: string;
  onList: (change: ListChange) => void;
  /** A list within a row: a smaller heading. */
  isInner?: boolean;
  /** Mistakes of the whole list that go by another field. */
  notes?: ReactNode;
  children: ReactNode;
};

/** A list of rows in the editor, with the button that adds one. Without JavaScript each button sends the form. */
export function RowList({ list, legend, hint, problem, count, addLabel, onList, isInner, ...rest }: RowListProps) {
  const rows = useRef<HTMLOListElement>(null);
  const lastCount = useRef(count);
  // A new row is there to be written: the cursor goes where the writing begins.
  useEffect(() => {
    const row = count > lastCount.current ? rows.current?.lastElementChild : null;
    row?.querySelector<HTMLElement>('textarea, input[type="text"]')?.focus();
    lastCount.current = count;
  }, [count]);
  return (
    <fieldset id={list} className="min-w-0" tabIndex={-1}>
      <legend className={isInner ? 'text-sm font-semibold' : 'font-semibold'}>{legend}</legend>
      {hint && <p className="text-sm text-muted">{hint}</p>}
      {rest.notes}
      <Problem id={`${list}-problem`} message={problem} />
      <ol ref={rows} className="mt-2 border-t border-line">
        {rest.children}
      </ol>
      <Button
        type="submit"
        name="intent"
        value={printListChange({ list, does: 'add' })}
        formNoValidate
        size="small"
        icon={PlusIcon}
        className="mt-3"
        onClick={(event) => {
          event.preventDefault();
          onList({ list, does: 'add' });
        }}
      >
        {addLabel}
      </Button>
    </fieldset>
  );
}

type RowProps = {
  list: string;
  at: number;
  count: number;
  /** What the row is called: 'Phương án B'. */
  name: string;
  /** The control that the name labels. */
  labels?: string;
  /** Known by an id, which the form keeps. */
  id?: string;
  isUnordered?: boolean;
  onList: (change: ListChange) => void;
  children: ReactNode;
};

/** One row: its name, the buttons that move or remove it, and its fields. */
export function Row({ list, at, count, name, labels, id, isUnordered, onList, children }: RowProps) {
  const words = useMessages(vi, en).editor;
  return (
    <li className="border-b border-line py-3">
      {id !== undefined && <input type="hidden" name={`${list}[${at}].id`} value={id} />}
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        {labels ? (
          <label htmlFor={labels} className="font-semibold">
            {name}
          </label>
        ) : (
          <span className="font-semibold">{name}</span>
        )}
        <ListButtons
          list={list}
          isUnordered={isUnordered}
          at={at}
          count={count}
          words={{ raise: words.raise(name), lower: words.lower(name), remove: words.remove(name) }}
          onChange={onList}
        />
      </div>
      {children}
    </li>
  );
}

type ControlProps = {
  field: string;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
};

const ariaOf = (field: string, problem: string | undefined) => ({
  id: field,
  name: field,
  'aria-invalid': problem ? (true as const) : undefined,
  'aria-describedby': problem ? `${field}-error` : undefined,
});

/** The text of a row, labelled by the row's name. */
export function RowText({ field, value, problem, onChange, rows = 2 }: ControlProps & { rows?: number }) {
  return (
    <>
      <Problem id={`${field}-error`} message={problem} />
      <textarea
        {...ariaOf(field, problem)}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={controlClass('mt-1 w-full')}
      />
      {/* One line is no place for a picture: it may stand in a list to choose from. */}
      {rows > 1 && <MediaInsert fieldId={field} value={value} onChange={onChange} />}
    </>
  );
}

type SmallProps = ControlProps & { label: string; className?: string; isNumber?: boolean; suffix?: string };

/** A small field of a row with a label of its own above it. */
export function RowInput({ field, value, problem, onChange, label, className = 'w-28', isNumber, suffix }: SmallProps) {
  return (
    <div>
      <label htmlFor={field} className="block text-sm">
        {label}
      </label>
      <Problem id={`${field}-error`} message={problem} />
      <span className="mt-1 flex items-center gap-2">
        <input
          type="text"
          {...ariaOf(field, problem)}
          inputMode={isNumber ? 'decimal' : undefined}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={controlClass(`${className} ${isNumber ? 'text-right tabular' : ''}`)}
        />
        {suffix}
      </span>
    </div>
  );
}

type SelectProps = ControlProps & {
  label: string;
  options: readonly { value: string; label: string }[];
  emptyLabel?: string;
  className?: string;
};

/** A small choice of a row. */
export function RowSelect({ field, value, problem, onChange, label, options, emptyLabel, className }: SelectProps) {
  return (
    <div className={className}>
      <label htmlFor={field} className="block text-sm">
        {label}
      </label>
      <Problem id={`${field}-error`} message={problem} />
      <select
        {...ariaOf(field, problem)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={controlClass('mt-1 w-full pr-8')}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

type RadioProps = {
  name: string;
  value: string;
  label: string;
  ariaLabel: string;
  checked: boolean;
  type?: 'radio' | 'checkbox';
  onChange: (isChecked: boolean) => void;
};

/** A short mark beside a row: "this is the key". */
export function RowMark({ name, value, label, ariaLabel, checked, type = 'radio', onChange }: RadioProps) {
  return (
    <label className="flex min-h-[2.75rem] shrink-0 cursor-pointer items-center gap-2">
      <input
        type={type}
        name={name}
        value={value}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        aria-label={ariaLabel}
        className="h-5 w-5 accent-accent"
      />
      {label}
    </label>
  );
}

/** What few rows need, folded away until it is used. */
export function RowMore({ summary, isOpen, children }: { summary: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details className="mt-1" open={isOpen}>
      <summary className="inline-block py-1 text-sm text-accent underline underline-offset-4">{summary}</summary>
      <div className="mt-2 space-y-3 border-l-4 border-line pl-4">{children}</div>
    </details>
  );
}
