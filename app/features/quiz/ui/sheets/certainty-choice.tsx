import { formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { CERTAINTIES, CERTAINTY_FACTORS, type Certainty } from '../../core/certainty.ts';
import { en } from '../../messages/sheets-en.ts';
import { vi } from '../../messages/sheets-vi.ts';

type Props = {
  slot: number;
  maxMark: number;
  certainty: Certainty | null;
  onChange: (certainty: Certainty) => void;
};

/** How sure the learner is, in plain words, and what each level wins or costs in marks. */
export function CertaintyChoice({ slot, maxMark, certainty, onChange }: Props) {
  const words = useMessages(vi, en).certainty;
  const lang = useLang();
  const stakes = (level: Certainty) => {
    const { right, wrong } = CERTAINTY_FACTORS[level];
    const cost = wrong === 0 ? words.losesNothing : words.loses(formatMark(lang, -wrong * maxMark));
    return words.stakes(words.gains(formatMark(lang, right * maxMark)), cost);
  };
  return (
    <ChoiceGroup
      type="radio"
      name={`c${slot}`}
      label={words.question}
      hint={words.notStated}
      value={certainty === null ? [] : String(certainty)}
      onChange={(value) => onChange(Number(value) as Certainty)}
      options={CERTAINTIES.map((level) => ({ value: String(level), label: words.levels[level], hint: stakes(level) }))}
      inline
      className="mt-5"
    />
  );
}
