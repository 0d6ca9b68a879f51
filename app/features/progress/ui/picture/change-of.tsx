import { formatMark, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Direction, directionOf } from '../../core/picture/comparison.ts';
import { en } from '../../messages/picture-en.ts';
import { vi } from '../../messages/picture-vi.ts';

const arrows: Record<Direction, string> = { up: '▲', down: '▼', same: '=' };

type Props = {
  /** People, or a difference of two shares. */
  by: number;
  isShare?: boolean;
  /** Which way is good news; without it neither is. */
  betterWhen?: Direction;
};

/** A change as an arrow, a signed figure and a word: none of the three says it alone. */
export function ChangeOf({ by, isShare = false, betterWhen }: Props) {
  const words = useMessages(vi, en).compare;
  const lang = useLang();
  // Less than a tenth of a point is no change that the figures beside it would show.
  const rounded = isShare ? Math.round(by * 1000) / 10 : by;
  const direction = directionOf(rounded);
  const sign = rounded > 0 ? '+' : '';
  const figure = isShare
    ? words.points(`${sign}${formatMark(lang, rounded, 1)}`)
    : `${sign}${formatNumber(lang, rounded)}`;
  const isGood = betterWhen !== undefined && direction !== 'same' ? direction === betterWhen : null;
  const tint = isGood === null ? '' : isGood ? 'text-accent' : 'text-red';
  return (
    <span className={`tabular whitespace-nowrap font-semibold ${tint}`}>
      <span aria-hidden="true">{arrows[direction]}</span> {direction === 'same' ? words.same : figure}
      {isGood !== null && <span className="font-normal"> {isGood ? words.better : words.worse}</span>}
    </span>
  );
}
