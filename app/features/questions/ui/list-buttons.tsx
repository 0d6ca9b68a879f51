import type { Icon } from '#app/ui/icons.tsx';
import { SortDownIcon, SortUpIcon, TrashIcon } from '#app/ui/icons.tsx';
import { type ListChange, printListChange } from '../core/list-change.ts';

type Props = {
  list: string;
  at: number;
  count: number;
  words: { raise: string; lower: string; remove: string };
  /** The order says nothing: there is only "remove". */
  isUnordered?: boolean;
  /** With JavaScript the change happens here; without it the button sends the form. */
  onChange: (change: ListChange) => void;
};

/** Up, down, remove: the buttons of one item in a list of a form. */
export function ListButtons({ list, at, count, words, isUnordered, onChange }: Props) {
  const button = (does: 'raise' | 'lower' | 'remove', sign: Icon, isIdle: boolean) => (
    <IconButton change={{ list, does, at }} icon={sign} label={words[does]} isIdle={isIdle} onChange={onChange} />
  );
  return (
    <div className="flex shrink-0">
      {!isUnordered && button('raise', SortUpIcon, at === 0)}
      {!isUnordered && button('lower', SortDownIcon, at === count - 1)}
      {button('remove', TrashIcon, false)}
    </div>
  );
}

type IconButtonProps = {
  change: ListChange;
  icon: Icon;
  label: string;
  isIdle: boolean;
  onChange: (change: ListChange) => void;
};

function IconButton({ change, icon: Sign, label, isIdle, onChange }: IconButtonProps) {
  return (
    <button
      type="submit"
      name="intent"
      value={printListChange(change)}
      formNoValidate
      title={label}
      aria-disabled={isIdle || undefined}
      className="flex h-11 w-11 items-center justify-center rounded text-muted hover:bg-sunken hover:text-ink aria-disabled:opacity-40"
      onClick={(event) => {
        event.preventDefault();
        if (isIdle) return;
        const { form } = event.currentTarget;
        onChange(change);
        requestAnimationFrame(() => focusAfter(form, change));
      }}
    >
      <Sign />
      <span className="sr-only">{label}</span>
    </button>
  );
}

/** The focus follows the item that moved; after a removal it goes to the item that took its place. */
function focusAfter(form: HTMLFormElement | null, change: ListChange) {
  if (!form || change.does === 'add') return;
  const { list, does, at } = change;
  const places = does === 'remove' ? [at, at - 1] : [does === 'raise' ? at - 1 : at + 1];
  const values = [...places.map((place) => `${list}.${does}.${place}`), `${list}.add`];
  const buttons = values.map((value) => form.querySelector<HTMLButtonElement>(`button[value="${value}"]`));
  buttons.find(Boolean)?.focus();
}

/**
 * The first button of a form is the one that Enter presses: without this that would be "move up". Not seen, not reached
 * by Tab.
 */
export function EnterSaves() {
  return <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only" />;
}
