import { useId } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/sheets-en.ts';
import { vi } from '../../messages/sheets-vi.ts';
import type { SheetProps } from './sheet.ts';

/** A line to type: a short text. */
export function ShortAnswerSheet({ question: { slot }, answer, onChange, onSettle }: SheetProps) {
  const words = useMessages(vi, en);
  return (
    <TextInput
      name={`a${slot}`}
      aria-label={words.answer}
      maxLength={500}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      value={typeof answer === 'string' ? answer : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value, { isTyping: true })}
      onBlur={onSettle}
    />
  );
}

/** A number; where a unit is asked for, a phone shows letters too. */
export function NumericalSheet({ question: { slot, units = [] }, answer, onChange, onSettle }: SheetProps) {
  const words = useMessages(vi, en);
  const hint = useId();
  return (
    <>
      <p id={hint} className="mb-1.5 text-sm text-muted">
        {words.numerical.comma} {units.length > 0 && words.numerical.units(units.join(', '))}
      </p>
      <TextInput
        name={`a${slot}`}
        width="short"
        inputMode={units.length > 0 ? 'text' : 'decimal'}
        aria-label={words.answer}
        aria-describedby={hint}
        maxLength={200}
        autoComplete="off"
        value={typeof answer === 'string' ? answer : ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value, { isTyping: true })}
        onBlur={onSettle}
      />
    </>
  );
}
