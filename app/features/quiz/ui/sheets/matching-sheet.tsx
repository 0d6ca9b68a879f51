import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Select } from '#app/ui/select.tsx';
import { en } from '../../messages/sheets-en.ts';
import { vi } from '../../messages/sheets-vi.ts';
import { letterOf, RenderedLine } from '../rendered.tsx';
import { partsOf, type SheetProps, withPart } from './sheet.ts';

/** Each prompt with a list to choose from; choices with more than words in them stand below as well. */
export function MatchingSheet({ question: { slot, prompts = [], choices = [] }, answer, onChange }: SheetProps) {
  const words = useMessages(vi, en).matching;
  const parts = partsOf(answer);
  const options = choices.map(({ position, text }) => ({
    value: String(position),
    label: `${letterOf(position)}. ${text}`,
  }));
  const isRich = choices.some(({ html }) => html.includes('<'));
  return (
    <>
      <ol className="border-t border-line">
        {prompts.map(({ position, html }) => {
          const id = `cau-${slot}-ghep-${position}`;
          return (
            <li key={position} className="grid gap-2 border-b border-line py-3 sm:grid-cols-2 sm:gap-6">
              <label htmlFor={id} className="min-w-0 sm:pt-2">
                <span className="font-semibold text-muted">{position + 1}.</span> <RenderedLine html={html} />
              </label>
              <Select
                id={id}
                name={`a${slot}.${position}`}
                value={parts[position] === undefined ? '' : String(parts[position])}
                onChange={({ target: { value } }) =>
                  onChange(withPart(answer, position, value === '' ? null : Number(value)))
                }
                emptyLabel={words.choose}
                // Beside a prompt of several lines it keeps the height of one.
                className="self-start"
                options={options}
              />
            </li>
          );
        })}
      </ol>
      {isRich && (
        <div className="mt-3">
          <p className="text-sm font-semibold text-muted">{words.choices}</p>
          <ul className="mt-1 space-y-1">
            {choices.map(({ position, html }) => (
              <li key={position}>
                <span className="font-semibold text-muted">{letterOf(position)}.</span> <RenderedLine html={html} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
