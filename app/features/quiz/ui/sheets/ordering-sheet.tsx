import { type KeyboardEvent, useId } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, buttonClass } from '#app/ui/button.tsx';
import { LiveRegion } from '#app/ui/live-region.tsx';
import { Select } from '#app/ui/select.tsx';
import { en } from '../../messages/sheets-en.ts';
import { vi } from '../../messages/sheets-vi.ts';
import type { ShownPart } from '../../queries/shown-question.server.ts';
import { RenderedLine } from '../rendered.tsx';
import { useIsLive } from '../use-is-live.ts';
import type { SheetProps } from './sheet.ts';
import { type OrderControl, orderControlId, useOrder } from './use-order.ts';

/**
 * Items in the order chosen so far, each with its rank to choose and, once the page is alive, buttons to move it. Nothing
 * is answered until something was moved or the order was kept on purpose.
 */
export function OrderingSheet({ question: { slot, items = [] }, answer, onChange }: SheetProps) {
  const words = useMessages(vi, en).ordering;
  const isLive = useIsLive();
  const { order, last, move } = useOrder(slot, answer, items.length, onChange);
  const itemOf = new Map(items.map((item) => [item.position, item]));
  const isAnswered = answer !== null;
  const hint = useId();
  const moved = last && isAnswered && itemOf.get(last.position);
  return (
    <>
      <p id={hint} className="mb-2 text-sm text-muted">
        {isLive ? words.keys : words.plain} {!isAnswered && isLive && words.notYet}
      </p>
      <ol className="space-y-2" aria-describedby={hint}>
        {order.map((position, place) => (
          <Item
            key={position}
            {...{ slot, place, count: items.length, isLive, isAnswered }}
            item={itemOf.get(position)!}
            onMove={(to, control) => move(position, to, control)}
          />
        ))}
      </ol>
      {isLive && !isAnswered && (
        <Button type="button" size="small" className="mt-3" onClick={() => onChange(order)}>
          {words.keep}
        </Button>
      )}
      <LiveRegion>{moved && words.now(moved.text, last.place + 1, items.length)}</LiveRegion>
    </>
  );
}

type ItemProps = {
  slot: number;
  item: ShownPart;
  place: number;
  count: number;
  isLive: boolean;
  isAnswered: boolean;
  onMove: (place: number, control: OrderControl) => void;
};

function Item({ slot, item: { position, html, text }, place, count, isLive, isAnswered, onMove }: ItemProps) {
  const words = useMessages(vi, en).ordering;
  const keys = (control: OrderControl) => (event: KeyboardEvent) => {
    const to =
      event.key === 'ArrowUp'
        ? place - 1
        : event.key === 'ArrowDown'
          ? place + 1
          : /^[1-9]$/.test(event.key)
            ? Number(event.key) - 1
            : null;
    if (to === null) return;
    event.preventDefault();
    onMove(to, control);
  };
  const ranks = Array.from({ length: count }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }));
  const button = (control: 'up' | 'down') => (
    <button
      id={orderControlId(slot, position, control)}
      type="button"
      // Stays reachable at the end of the list: a button that is switched off would drop the focus.
      aria-disabled={(control === 'up' ? place === 0 : place === count - 1) || undefined}
      className={buttonClass({ size: 'small' }, 'aria-disabled:text-muted disabled:text-muted')}
      aria-label={words[control === 'up' ? 'upOf' : 'downOf'](text)}
      onClick={() => onMove(control === 'up' ? place - 1 : place + 1, control)}
      onKeyDown={keys(control)}
    >
      {words[control]}
    </button>
  );
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded border border-edge bg-surface px-3 py-2">
      <Select
        id={orderControlId(slot, position, 'rank')}
        name={`a${slot}.${position}`}
        width="number"
        className="!w-[4.25rem] shrink-0"
        aria-label={words.rankOf(text)}
        value={isAnswered ? String(place + 1) : ''}
        onChange={({ target: { value } }) => value !== '' && onMove(Number(value) - 1, 'rank')}
        emptyLabel={isAnswered && isLive ? undefined : words.noRank}
        options={ranks}
      />
      <span className="min-w-0 flex-1 basis-40">
        <RenderedLine html={html} />
      </span>
      {isLive && (
        <span className="flex shrink-0 gap-2">
          {button('up')}
          {button('down')}
        </span>
      )}
    </li>
  );
}
