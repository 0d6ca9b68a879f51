import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceRow } from '#app/ui/choice-group.tsx';
import { en } from '../../messages/sheets-en.ts';
import { vi } from '../../messages/sheets-vi.ts';
import type { SheetProps } from './sheet.ts';

/** The stem is true or false. */
export function TrueFalseSheet({ question: { slot }, answer, onChange }: SheetProps) {
  const words = useMessages(vi, en);
  return (
    <div className="flex flex-col gap-2">
      {(['true', 'false'] as const).map((value) => (
        <ChoiceRow
          key={value}
          type="radio"
          name={`a${slot}`}
          value={value}
          checked={answer === value}
          onChange={() => onChange(value)}
          label={words[value]}
        />
      ))}
    </div>
  );
}
