import type { KeyboardEvent } from 'react';
import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { controlClass } from '#app/ui/control-class.ts';
import { type AbsenceReason, absenceReasons } from '../../core/presence/absence.ts';
import { en } from '../../messages/presence-en.ts';
import { vi } from '../../messages/presence-vi.ts';
import type { RollLine } from '../../queries/presence/presence-roll.server.ts';
import { type LineState, reasonOfKey } from './roll-state.ts';

type Props = {
  line: RollLine;
  number: number;
  state: LineState | undefined;
  problem: string | undefined;
  mayEnter: boolean;
  change: (state: LineState) => void;
};

/** One person of the roll. Letters choose a reason, up and down go to the next person. */
export function RollRow({ line, number, state, problem, mayEnter, change }: Props) {
  const words = useMessages(vi, en);
  const { roll } = words;
  const lang = useLang();
  const { personId, fullName, attachedTo } = line;
  const name = [line.rank, fullName].filter(Boolean).join(' ');
  const until = attachedTo?.untilAt ? formatDate(lang, attachedTo.untilAt) : null;
  return (
    <tr className={state?.reason || attachedTo ? 'bg-sunken' : undefined}>
      <td className="is-number hidden w-10 text-muted sm:table-cell">{number}</td>
      <th scope="row">
        {name}
        <span className="block text-sm font-normal text-muted">
          {[line.position, line.number].filter(Boolean).join(' · ')}
        </span>
      </th>
      {attachedTo ? (
        <td colSpan={2}>
          {until ? roll.attachedUntil(attachedTo.unitName, until) : roll.attachedTo(attachedTo.unitName)}
        </td>
      ) : (
        state && (
          <>
            <td className="sm:w-48">
              <input type="hidden" name="person[]" value={personId} />
              <select
                id={`state-${personId}`}
                name="reason[]"
                aria-label={roll.stateOf(fullName)}
                aria-invalid={problem ? true : undefined}
                aria-describedby={problem ? `problem-${personId}` : undefined}
                disabled={!mayEnter}
                className={controlClass('w-full pr-8')}
                value={state.reason}
                data-roll=""
                onChange={(event) => change({ ...state, reason: event.target.value as AbsenceReason | '' })}
                onKeyDown={(event) => pressed(event, state, change)}
              >
                <option value="">{roll.isPresent}</option>
                {absenceReasons.map((reason) => (
                  <option key={reason} value={reason}>
                    {words.reasons[reason]}
                  </option>
                ))}
              </select>
            </td>
            <td className="sm:w-[27rem]">
              <Dates line={line} state={state} mayEnter={mayEnter} change={change} />
              {problem && (
                <p id={`problem-${personId}`} className="mt-1 font-semibold text-red">
                  {problem}
                </p>
              )}
            </td>
          </>
        )
      )}
    </tr>
  );
}

function Dates({ line, state, mayEnter, change }: Pick<Props, 'line' | 'mayEnter' | 'change'> & { state: LineState }) {
  const { roll } = useMessages(vi, en);
  const { fullName } = line;
  if (state.reason === '')
    return (
      <>
        <input type="hidden" name="from[]" value={state.from} />
        <input type="hidden" name="until[]" value="" />
        <input type="hidden" name="note[]" value="" />
      </>
    );
  const day = (field: 'from' | 'until', label: string, longLabel: string) => (
    <label className="flex items-center gap-1.5">
      <span className="text-muted">{label}</span>
      <input
        type="date"
        name={`${field}[]`}
        aria-label={longLabel}
        value={state[field]}
        disabled={!mayEnter}
        onChange={(event) => change({ ...state, [field]: event.target.value })}
        className={controlClass('w-40')}
      />
    </label>
  );
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1.5 sm:justify-start">
      {day('from', roll.from, roll.fromOf(fullName))}
      {day('until', roll.until, roll.untilOf(fullName))}
      <input
        name="note[]"
        aria-label={roll.noteOf(fullName)}
        placeholder={roll.note}
        value={state.note}
        maxLength={200}
        disabled={!mayEnter}
        onChange={(event) => change({ ...state, note: event.target.value })}
        className={controlClass('w-full sm:w-48')}
      />
    </div>
  );
}

function pressed(event: KeyboardEvent<HTMLSelectElement>, state: LineState, change: Props['change']) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const all = [...(event.currentTarget.form?.querySelectorAll<HTMLSelectElement>('[data-roll]') ?? [])];
    const next = all[all.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)];
    event.preventDefault();
    next?.focus();
    return;
  }
  const reason = reasonOfKey(event.key, state.reason);
  if (reason === undefined) return;
  event.preventDefault();
  change({ ...state, reason });
}
