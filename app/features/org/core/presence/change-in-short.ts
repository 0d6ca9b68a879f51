import type { AwayChange } from './presence-plan.ts';

/** For the log: what became of a person's absences, without notes. */
export const changeInShort = ({ personId, changes }: { personId: string; changes: readonly AwayChange[] }) => ({
  personId,
  before: changes.flatMap((each) => (each.kind === 'insert' ? [] : [spanText(each.before)])),
  after: changes.flatMap((each) => (each.kind === 'delete' ? [] : [spanText(each.away)])),
});

const spanText = ({ reason, fromDay, untilDay }: { reason: string; fromDay: string; untilDay: string | null }) =>
  `${reason} ${fromDay}..${untilDay ?? ''}`;
