import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { scorings } from '../../core/question.ts';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import type { EditorProps } from './editor.ts';

/** How partly right choices, statements or pairs are paid. */
export function ScoringChoice({ draft, set }: EditorProps) {
  const { editor: words, scorings: ofOptions, scoringHints, partScorings, partScoringHints } = useMessages(vi, en);
  const isOfOptions = draft.type === 'multiple';
  const [labels, hints] = isOfOptions ? [ofOptions, scoringHints] : [partScorings, partScoringHints];
  return (
    <ChoiceGroup
      type="radio"
      name="scoring"
      label={words.scoring}
      value={draft.scoring}
      options={[...scorings].reverse().map((value) => ({ value, label: labels[value], hint: hints[value] }))}
      onChange={(value) => set({ scoring: value as typeof draft.scoring })}
    />
  );
}
