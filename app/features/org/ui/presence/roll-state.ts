import { type AbsenceReason, absenceReasons } from '../../core/presence/absence.ts';
import type { SaidPresence } from '../../core/presence/presence-plan.ts';
import type { RollLine } from '../../queries/presence/presence-roll.server.ts';

/** One line as it stands on the screen; '' as reason is present. */
export interface LineState {
  reason: AbsenceReason | '';
  from: string;
  until: string;
  note: string;
}

/** How the lines begin: as typed before a refusal, else as stored. */
export function linesAtFirst(
  lines: readonly RollLine[],
  day: string,
  said: readonly SaidPresence[] | undefined,
): Record<string, LineState> {
  const typed = new Map(said?.map((each) => [each.personId, each]));
  return Object.fromEntries(
    lines
      .filter(({ attachedTo }) => !attachedTo)
      .map(({ personId, away }) => {
        const before = typed.get(personId);
        const is = before ? (before.reason === null ? null : before) : away;
        const state: LineState = is
          ? { reason: is.reason, from: is.fromDay, until: is.untilDay ?? '', note: is.note }
          : { reason: '', from: day, until: '', note: '' };
        return [personId, state];
      }),
  );
}

/** What a letter in a choice means: the first letters of the words, as the line above the list says. */
const letters: Record<string, AbsenceReason | ''> = {
  ...{ m: '', c: 'duty', v: 'hospital', p: 'leave', b: 'attached', k: 'other' },
};

/** The reason that a key chooses; undefined for a key that chooses none. */
export function reasonOfKey(key: string, current: AbsenceReason | ''): AbsenceReason | '' | undefined {
  const all = ['', ...absenceReasons] as const;
  const at = all.indexOf(current);
  if (key === 'ArrowRight') return all[(at + 1) % all.length];
  if (key === 'ArrowLeft') return all[(at + all.length - 1) % all.length];
  return letters[key.toLowerCase()];
}
