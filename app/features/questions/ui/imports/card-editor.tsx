import { useEffect, useRef, useState } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import type { SourceEntry } from '../../core/imports/read-source.ts';
import type { QuestionEdit } from '../../core/imports/rewrite-question.ts';
import type { WorkbenchStep } from '../../core/imports/workbench.ts';
import { plainText } from '../../core/plain-text.ts';
import { type Difficulty, difficulties } from '../../core/question.ts';
import { en as bankEn } from '../../messages/en.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { vi as bankVi } from '../../messages/vi.ts';

type Props = {
  entry: SourceEntry;
  number: string;
  /** 'markdown' where the source's words are Markdown: they are edited as they are. */
  editable: readonly string[];
  step(step: WorkbenchStep): void;
  onDone(): void;
};

/** The words of a question in fields of their own; each key is written into the source at once, as its format writes it. */
export function CardEditor({ entry, number, editable, step, onDone }: Props) {
  const words = useMessages(vi, en);
  const { difficulties: levels } = useMessages(bankVi, bankEn);
  const { question, key } = entry;
  if (!question) return null;
  const { body } = question;
  const shown = (text: string) => (editable.includes('markdown') ? text : plainText(text));
  const rows = 'options' in body ? body.options : body.type === 'cluster' ? body.statements : [];
  const send = (edit: QuestionEdit) => step({ kind: 'edit', key, edit, at: Date.now(), isTyping: true });
  const id = `edit-${number}`;
  return (
    <div className="mt-3 space-y-3">
      <Field id={`${id}-stem`} label={words.stem} className="max-w-none">
        <Typed isLong text={shown(body.stem)} onType={(text) => send({ field: 'stem', text })} />
      </Field>
      {rows.map((row, at) => (
        <Field key={row.id} label={words.option(String.fromCharCode(65 + at))} className="max-w-none">
          <Typed text={shown(row.text)} onType={(text) => send({ field: 'option', at, text })} />
        </Field>
      ))}
      {editable.includes('explanation') && (
        <Field label={words.explanation} className="max-w-none">
          <Typed isLong text={shown(question.explanation)} onType={(text) => send({ field: 'explanation', text })} />
        </Field>
      )}
      {editable.includes('difficulty') && (
        <Field label={words.difficulty}>
          <Select
            width="short"
            emptyLabel={words.difficultyAsAll}
            defaultValue={question.difficulty ?? ''}
            options={difficulties.map((value) => ({ value, label: levels[value] }))}
            onChange={({ target }) =>
              send({ field: 'difficulty', difficulty: (target.value || null) as Difficulty | null })
            }
          />
        </Field>
      )}
      <Button type="button" size="small" data-done onClick={onDone}>
        {words.done}
      </Button>
    </div>
  );
}

const HAND_MS = 1000;
const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * Keeps what is typed as it is: the source may write it otherwise, and a space at the end must not vanish under the hand. What
 * changes on the other side (a step back, words typed in the source) is followed.
 */
function Typed({ text, isLong, onType }: { text: string; isLong?: boolean; onType(text: string): void }) {
  const [typed, setTyped] = useState(text);
  const typedAt = useRef(0);
  useEffect(() => {
    if (Date.now() - typedAt.current < HAND_MS) return;
    setTyped((known) => (folded(known) === folded(text) ? known : text));
  }, [text]);
  const change = (value: string) => {
    typedAt.current = Date.now();
    setTyped(value);
    if (value.trim() !== '') onType(value);
  };
  return isLong ? (
    <Textarea rows={3} value={typed} onChange={({ target }) => change(target.value)} />
  ) : (
    <TextInput value={typed} onChange={({ target }) => change(target.value)} />
  );
}
