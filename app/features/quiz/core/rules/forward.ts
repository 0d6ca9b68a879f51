import { pagesOf } from '../paper.ts';
import type { QuizSettings } from '../settings.ts';

export type PageRules = Pick<QuizSettings, 'forwardOnly' | 'questionsPerPage'>;

type Slots = readonly { readonly slot: number }[];

/**
 * Which slots may be shown and changed now: all of them, or of a forward-only quiz those of the open page. What was left
 * stays shut, and what is still to come is not shown: `openPage` (from 1) is all that a server has to remember.
 */
export function openSlots(paper: Slots, rules: PageRules, openPage: number): ReadonlySet<number> {
  if (!rules.forwardOnly) return new Set(paper.map(({ slot }) => slot));
  const pages = pagesOf(paper, rules.questionsPerPage);
  return new Set(pages[Math.min(Math.max(1, openPage), pages.length) - 1]);
}

/** Why a slot takes no change although its attempt is open: its page was left, or is not reached yet. */
export function pageRefusal(paper: Slots, rules: PageRules, openPage: number, slot: number): 'page-closed' | null {
  if (!rules.forwardOnly || openSlots(paper, rules, openPage).has(slot)) return null;
  return 'page-closed';
}

export type TurnDecision =
  | { readonly kind: 'turned'; readonly openPage: number }
  /** It was turned before, by another press or device, or there is no page behind it. */
  | { readonly kind: 'unchanged'; readonly openPage: number };

/** What "next page" pressed on the page `from` does. Turning is for good, so a second press of one page turns no second. */
export function turnPage(paper: Slots, rules: PageRules, openPage: number, from: number): TurnDecision {
  const count = pagesOf(paper, rules.questionsPerPage).length;
  if (!rules.forwardOnly || from !== openPage || openPage >= count) return { kind: 'unchanged', openPage };
  return { kind: 'turned', openPage: openPage + 1 };
}
