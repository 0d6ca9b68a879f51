import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { tableBlock } from '../../../core/lesson-editor/edit-text.ts';
import { en } from '../../../messages/lesson-editor-en.ts';
import { vi } from '../../../messages/lesson-editor-vi.ts';
import { shortcuts } from './text-commands.ts';

type DialogProps = { onClose: () => void };

/** What is asked first has the focus; the dialog itself would give it to its close button. */
function useFirstFocus(): RefObject<HTMLInputElement> {
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus();
    first.current?.select();
  }, []);
  return first;
}

/** The size of a table; Enter makes it. */
export function TableDialog({ onClose, onInsert }: DialogProps & { onInsert: (block: string) => void }) {
  const words = useMessages(vi, en);
  const first = useFirstFocus();
  const [columns, setColumns] = useState('3');
  const [rows, setRows] = useState('3');
  const within = (text: string, most: number) => Math.min(most, Math.max(1, Number.parseInt(text, 10) || 1));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onInsert(tableBlock(within(columns, 12), within(rows, 40), { head: words.placeholders.column, cell: ' ' }));
  };
  return (
    <Dialog isOpen onClose={onClose} title={words.tableDialog.title} closeLabel={words.close}>
      <form onSubmit={submit} className="space-y-4">
        <Field label={words.tableDialog.columns}>
          <TextInput
            ref={first}
            type="number"
            min={1}
            max={12}
            width="number"
            value={columns}
            onChange={(event) => setColumns(event.target.value)}
          />
        </Field>
        <Field label={words.tableDialog.rows}>
          <TextInput
            type="number"
            min={1}
            max={40}
            width="number"
            value={rows}
            onChange={(event) => setRows(event.target.value)}
          />
        </Field>
        <Button type="submit" look="primary">
          {words.tableDialog.insert}
        </Button>
      </form>
    </Dialog>
  );
}

/** A link around what was selected. */
export function LinkDialog({
  onClose,
  selected,
  onInsert,
}: DialogProps & { selected: string; onInsert: (text: string, address: string) => void }) {
  const words = useMessages(vi, en);
  const first = useFirstFocus();
  const [text, setText] = useState(selected);
  const [address, setAddress] = useState('https://');
  const [isBad, setIsBad] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const target = address.trim();
    const isGood = /^(https?:\/\/\S+\.\S+|mailto:\S+@\S+|\/\S*|#\S+)$/i.test(target) && !/[()<>\s]/.test(target);
    setIsBad(!isGood);
    if (isGood) onInsert(text.replace(/[[\]\n]/g, ' ').trim() || target, target);
  };
  return (
    <Dialog isOpen onClose={onClose} title={words.linkDialog.title} closeLabel={words.close}>
      <form onSubmit={submit} className="space-y-4" noValidate>
        <Field label={words.linkDialog.text}>
          <TextInput ref={first} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <Field
          label={words.linkDialog.address}
          hint={words.linkDialog.addressHint}
          error={isBad ? words.linkDialog.bad : null}
        >
          <TextInput value={address} onChange={(event) => setAddress(event.target.value)} inputMode="url" />
        </Field>
        <Button type="submit" look="primary">
          {words.linkDialog.insert}
        </Button>
      </form>
    </Dialog>
  );
}

/** Every shortcut, and how the text is written. */
export function HelpDialog({ onClose }: DialogProps) {
  const words = useMessages(vi, en);
  const { help, toolbar, blocks, save } = words;
  const nameOf = (name: string) =>
    name === 'keep'
      ? save.keep
      : ((toolbar as Record<string, unknown>)[name] ?? (blocks as Record<string, string>)[name] ?? name);
  return (
    <Dialog isOpen onClose={onClose} title={help.title} closeLabel={words.close}>
      <h3 className="mt-2">{help.keys}</h3>
      <dl className="mt-1 grid grid-cols-1 gap-x-6 text-sm sm:grid-cols-2">
        {shortcuts.map(({ name, keys }) => (
          <div key={name} className="flex justify-between gap-3 border-b border-line py-1">
            <dt>{String(nameOf(name))}</dt>
            <dd className="whitespace-nowrap text-muted">{keys}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-sm">{help.enter}</p>
      <p className="text-sm">{help.tab}</p>
      <h3 className="mt-4">{help.writing}</h3>
      <dl className="mt-1 text-sm">
        {help.rows.map(([sign, meaning]) => (
          <div key={sign} className="border-b border-line py-1 sm:flex sm:gap-4">
            <dt className="font-mono sm:w-56 sm:shrink-0">{sign}</dt>
            <dd className="text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
