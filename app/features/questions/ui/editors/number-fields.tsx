import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { NumberDraft } from '../../core/drafts/numerical.ts';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import { RowInput } from '../rows.tsx';

type Props = {
  /** 'numbers[0]', or 'blanks[2].numbers[0]'. */
  field: string;
  number: NumberDraft;
  problemOf: (field: string) => string | undefined;
  onChange: (change: Partial<NumberDraft>) => void;
};

/** A right number, how far off it may be, and what it earns. */
export function NumberFields({ field, number, problemOf, onChange }: Props) {
  const { editor, editors } = useMessages(vi, en);
  const words = editors.numerical;
  const part = (name: keyof NumberDraft, label: string, suffix?: string) => (
    <RowInput
      field={`${field}.${name}`}
      label={label}
      value={number[name]}
      problem={problemOf(`${field}.${name}`)}
      onChange={(value) => onChange({ [name]: value })}
      isNumber
      {...(suffix && { suffix })}
    />
  );
  return (
    <div className="mt-1 flex flex-wrap gap-x-6 gap-y-2">
      {part('value', words.value)}
      {part('tolerance', words.tolerance)}
      {part('percent', words.share, editor.percentUnit)}
    </div>
  );
}
