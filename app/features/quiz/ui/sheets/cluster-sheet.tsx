import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceRow } from '#app/ui/choice-group.tsx';
import { en } from '../../messages/sheets-en.ts';
import { vi } from '../../messages/sheets-vi.ts';
import { RenderedLine } from '../rendered.tsx';
import { partsOf, type SheetProps, withPart } from './sheet.ts';

/** Statements below one another, each with its own two choices. */
export function ClusterSheet({ question: { slot, statements = [] }, answer, onChange }: SheetProps) {
  const words = useMessages(vi, en);
  const parts = partsOf(answer);
  return (
    <ol className="border-t border-line">
      {statements.map(({ position, html }) => {
        const id = `cau-${slot}-y-${position}`;
        return (
          <li key={position} className="border-b border-line py-3">
            <div
              role="radiogroup"
              aria-labelledby={id}
              className="flex flex-col gap-2 sm:flex-row sm:items-start sm:justify-between sm:gap-6"
            >
              <p id={id} className="min-w-0 sm:pt-2.5">
                <span className="font-semibold text-muted">{position + 1}.</span> <RenderedLine html={html} />
              </p>
              <div className="flex shrink-0 gap-2">
                {(['true', 'false'] as const).map((value) => (
                  <ChoiceRow
                    key={value}
                    type="radio"
                    name={`a${slot}.${position}`}
                    value={value}
                    checked={parts[position] === value}
                    onChange={() => onChange(withPart(answer, position, value))}
                    label={words[value]}
                    className="min-w-[6.5rem]"
                  />
                ))}
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
