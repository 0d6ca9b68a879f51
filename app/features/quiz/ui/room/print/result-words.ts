import type { Messages } from '#app/platform/i18n/messages.ts';
import type { printVi } from '../../../messages/print-vi.ts';
import type { ResultPrint } from '../../../queries/room/print-pages.server.ts';

type Words = Messages<typeof printVi>;
type Result = ResultPrint['results'][number];

/** Why somebody has no grade; '' for who has one. */
export function noteOf(words: Words, { state }: Result): string {
  if (state === null) return words.states.absent;
  if (state === 'abandoned') return words.states.voided;
  return state === 'graded' ? '' : words.states.waiting;
}

export const outcomeOf = (words: Words, { passed }: Result): string =>
  passed === null ? '' : passed ? words.passed : words.notPassed;

export const classOf = (words: Words, { classification }: Result): string =>
  classification === null ? '' : words.classes[classification];
