import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/sheets-en.ts';
import { vi } from '../../messages/sheets-vi.ts';
import type { ShownBlank } from '../../queries/shown-question.server.ts';
import { blanksIn, HtmlNodes } from '../html-nodes.tsx';
import { partsOf, type SheetProps, withPart } from './sheet.ts';

/** The text of the question with a field in place of each blank; what the text lost stands below it. */
export function BlanksSheet(props: SheetProps) {
  const { stem = [], blanks = [] } = props.question;
  const words = useMessages(vi, en).blanks;
  const placed = blanksIn(stem);
  const fieldAt = (position: number) => {
    const blank = blanks.find((one) => one.position === position);
    return blank && <BlankField {...props} blank={blank} />;
  };
  return (
    <div className="max-w-reading space-y-3 text-lg leading-loose">
      <HtmlNodes nodes={stem} blank={fieldAt} />
      {blanks
        .filter(({ position }) => !placed.includes(position))
        .map(({ position }) => (
          <p key={position}>
            {words.blank(position + 1)}: {fieldAt(position)}
          </p>
        ))}
    </div>
  );
}

function BlankField({ question: { slot }, answer, onChange, onSettle, blank }: SheetProps & { blank: ShownBlank }) {
  const words = useMessages(vi, en).blanks;
  const { position, kind, options = [] } = blank;
  const value = partsOf(answer)[position];
  const common = {
    name: `a${slot}.${position}`,
    'aria-label': words.blank(position + 1),
    value: value === undefined ? '' : String(value),
  };
  if (kind === 'choice') {
    return (
      <Select
        {...common}
        width="number"
        className="!inline-block !w-auto max-w-full align-baseline"
        onChange={({ target }) =>
          onChange(withPart(answer, position, target.value === '' ? null : Number(target.value)))
        }
        emptyLabel={words.choose}
        options={options.map((option) => ({ value: String(option.position), label: option.text }))}
      />
    );
  }
  return (
    <TextInput
      {...common}
      width="number"
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      className={`!inline-block max-w-full align-baseline ${kind === 'number' ? '' : '!w-44'}`}
      maxLength={500}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      onChange={({ target }) => onChange(withPart(answer, position, target.value), { isTyping: true })}
      onBlur={onSettle}
    />
  );
}
