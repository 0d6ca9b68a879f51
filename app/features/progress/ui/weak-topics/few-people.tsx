import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { FEWEST } from '../../core/weak-topics/topic-figures.ts';
import { en } from '../../messages/weak-topics-en.ts';
import { vi } from '../../messages/weak-topics-vi.ts';

/** Says that there is a figure and why it is not told. */
export function FewPeople() {
  const words = useMessages(vi, en);
  const lang = useLang();
  return (
    <span className="text-sm text-muted" title={words.fewTitle(formatNumber(lang, FEWEST))}>
      {words.few}
    </span>
  );
}
