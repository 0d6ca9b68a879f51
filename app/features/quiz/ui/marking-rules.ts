import { formatPercent } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import type { Definition } from '#app/ui/definition-list.tsx';
import type { vi } from '../messages/sheets-vi.ts';
import type { QuizStartPage } from '../queries/quiz-start-page.server.ts';

type Rules = Pick<QuizStartPage['rules'], 'behaviour' | 'certainty' | 'triesAllowed' | 'tryPenalty'>;

/** How answers are checked and marked, where that is not the usual way: known before the start. */
export function markingRules(rules: Rules, words: typeof vi.marking, lang: Lang): Definition[] {
  const { behaviour, certainty, triesAllowed, tryPenalty } = rules;
  const cost = tryPenalty > 0 ? words.cost(formatPercent(lang, tryPenalty, 0)) : words.noCost;
  const how =
    behaviour === 'immediate'
      ? words.once
      : behaviour === 'tries'
        ? `${triesAllowed > 0 ? words.times(triesAllowed) : words.anyTimes}; ${cost}`
        : behaviour === 'hand' && words.byHand;
  return [
    ...(how ? [{ term: words.title, value: how }] : []),
    ...(certainty ? [{ term: words.certaintyTitle, value: words.certainty }] : []),
  ];
}
