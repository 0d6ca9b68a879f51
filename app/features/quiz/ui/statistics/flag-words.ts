import { formatNumber, formatPercent } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import type { Messages } from '#app/platform/i18n/messages.ts';
import type { TagKind } from '#app/ui/tag.tsx';
import { type ChoiceName, type Flag, flagBounds } from '../../core/statistics/flags.ts';
import type { vi } from '../../messages/statistics-vi.ts';

type Words = Messages<typeof vi>;

/** What a choice is called: its letter, the truth value, or what was typed. */
export function choiceWords({ kind, letter, text, key }: ChoiceName, words: Words): string {
  if (kind === 'option') return letter;
  if (kind === 'truth') return key === 'true' ? words.question.true : words.question.false;
  return `“${text}”`;
}

/** The reason of a flag, with its figures. */
export function flagReason(flag: Flag, words: Words, lang: Lang): string {
  const { reasons } = words;
  const count = (value: number) => formatNumber(lang, value);
  const percent = (fraction: number) => formatPercent(lang, fraction);
  const inPart = (part: string | null, reason: string) => (part === null ? reason : reasons.inPart(part, reason));
  switch (flag.code) {
    case 'wrong-key': {
      const counts = reasons.counts(count(flag.wrongUpper), count(flag.rightUpper), count(flag.upper));
      const [wrong, right] = [choiceWords(flag.wrong, words), choiceWords(flag.right, words)];
      return inPart(flag.part, reasons['wrong-key'](wrong, right, counts));
    }
    case 'dead-distractor': {
      const choice = choiceWords(flag.choice, words);
      return inPart(flag.part, reasons['dead-distractor'](choice, count(flag.chosen), percent(flagBounds.deadBelow)));
    }
    case 'too-few':
      return reasons['too-few'](count(flag.attempts), count(flag.needed));
    case 'too-easy':
    case 'too-hard':
      return reasons[flag.code](percent(flag.facility));
    case 'negative':
    case 'weak':
      return reasons[flag.code](percent(flag.index / 100));
  }
}

/** How loudly a flag speaks. */
export const flagKinds: Record<Flag['code'], TagKind> = {
  'wrong-key': 'wrong',
  negative: 'wrong',
  'too-hard': 'soon',
  weak: 'soon',
  'too-easy': 'soon',
  'dead-distractor': 'neutral',
  'too-few': 'aside',
};

/** Whether an item is to be looked at: that too few took it says nothing of the item. */
export const isToLookAt = (flags: readonly Flag[]): boolean => flags.some(({ code }) => code !== 'too-few');
