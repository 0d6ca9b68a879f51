import { memo } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { classes } from '#app/ui/classes.ts';
import { controlClass } from '#app/ui/control-class.ts';
import { TrashIcon, WarningIcon } from '#app/ui/icons.tsx';
import { LONGEST_CUE, type RowProblem } from '../../core/captions/judge-rows.ts';
import { en } from '../../messages/captions-en.ts';
import { vi } from '../../messages/captions-vi.ts';
import type { EditedRow, RowsChange } from './rows-state.ts';

type Props = {
  row: EditedRow;
  /** From 1. */
  number: number;
  problems: readonly RowProblem[] | undefined;
  isActive: boolean;
  isMounted: boolean;
  onChange: (change: RowsChange) => void;
  onPlay: (row: EditedRow) => void;
};

type FieldName = RowProblem['field'];
export const cueFieldId = (key: number, field: FieldName): string => `cue-${key}-${field}`;

/** One caption: from, to, words; what is wrong with it stands under it. */
export const CueRowFields = memo(function CueRowFields(props: Props) {
  const { row, number, problems = [], isActive, isMounted, onChange, onPlay } = props;
  const words = useMessages(vi, en);
  const { key } = row;
  const problemsId = `cue-${key}-problems`;
  const about = (field: FieldName) => ({
    id: cueFieldId(key, field),
    name: `${field}[]`,
    value: row[field],
    'data-cue': key,
    'data-field': field,
    'aria-invalid': problems.some((each) => each.field === field) || undefined,
    'aria-describedby': problems.length > 0 ? problemsId : undefined,
    onChange: (event: { target: { value: string } }) =>
      onChange({ kind: 'set', key, part: { [field]: event.target.value } }),
  });
  // The first row names its columns for those below it; on a phone each row stands by itself.
  const label = classes('text-sm text-muted', number > 1 && 'sm:hidden');
  const time = (field: 'start' | 'end') => (
    <label className="block">
      <span className={label} aria-hidden="true">
        {words[field]}
      </span>
      <span className="sr-only">{field === 'start' ? words.startOf(number) : words.endOf(number)}</span>
      <input
        {...about(field)}
        type="text"
        autoComplete="off"
        maxLength={40}
        className={controlClass('tabular mt-0.5 w-full')}
      />
    </label>
  );
  return (
    <li
      className={classes(
        'border-b border-line py-3 pl-3',
        'border-l-4',
        isActive && 'bg-accent-soft',
        problems.length > 0 ? 'border-l-red' : isActive ? 'border-l-accent' : 'border-l-transparent',
      )}
    >
      <div className="grid grid-cols-2 gap-x-3 gap-y-2 sm:grid-cols-[7rem_7rem_minmax(0,1fr)_auto]">
        {time('start')}
        {time('end')}
        <label className="col-span-2 block sm:col-span-1">
          <span className={label} aria-hidden="true">
            {words.text}
          </span>
          <span className="sr-only">{words.textOf(number)}</span>
          {/* The words once more, unseen, make the field as high as they are, however wide it is. */}
          <span className="mt-0.5 grid">
            <span
              aria-hidden="true"
              className={controlClass('invisible w-full whitespace-pre-wrap break-words [grid-area:1/1]')}
            >
              {`${row.text} `}
            </span>
            <textarea
              {...about('text')}
              lang="vi"
              rows={1}
              maxLength={LONGEST_CUE * 2}
              className={controlClass('block h-full w-full resize-none overflow-hidden [grid-area:1/1]')}
            />
          </span>
        </label>
        {isMounted && (
          <div className="col-span-2 flex items-end justify-end gap-1 sm:col-span-1">
            <button
              type="button"
              tabIndex={-1}
              onClick={() => onPlay(row)}
              className="flex h-11 min-w-[2.75rem] items-center justify-center rounded px-2 text-accent hover:bg-sunken"
            >
              <span aria-hidden="true">▶</span>
              <span className="sr-only">{words.play(number)}</span>
            </button>
            <button
              type="button"
              tabIndex={-1}
              onClick={() => onChange({ kind: 'remove', key })}
              className="flex h-11 w-11 items-center justify-center rounded text-muted hover:bg-sunken hover:text-red"
            >
              <TrashIcon />
              <span className="sr-only">{words.remove(number)}</span>
            </button>
          </div>
        )}
      </div>
      {problems.length > 0 && (
        <div id={problemsId} className="mt-1">
          {problems.map(({ field, code }) => (
            <p key={`${field} ${code}`} className="flex items-start gap-1.5 text-sm font-semibold text-red">
              <WarningIcon className="mt-[0.15em] h-4 w-4" />
              <span>{words.problems[code]}</span>
            </p>
          ))}
        </div>
      )}
    </li>
  );
});
