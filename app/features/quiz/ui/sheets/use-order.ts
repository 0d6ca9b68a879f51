import { useLayoutEffect, useRef, useState } from 'react';
import type { PresentedResponse } from '#app/features/questions/core/question.ts';

/** Which control of an item was used, so that it keeps the focus while the item moves. */
export type OrderControl = 'up' | 'down' | 'rank';

export const orderControlId = (slot: number, position: number, control: OrderControl): string =>
  `cau-${slot}-xep-${position}-${control}`;

/** The displayed positions in the chosen order; as displayed until an order was chosen. */
export function orderOf(answer: PresentedResponse, count: number): number[] {
  const chosen = Array.isArray(answer) ? answer.map(Number) : [];
  return chosen.length === count ? chosen : Array.from({ length: count }, (_, position) => position);
}

/** The order with one item taken to a place, from 0; the others keep theirs among themselves. */
export function moved(order: readonly number[], position: number, place: number): number[] {
  const others = order.filter((one) => one !== position);
  const target = Math.max(0, Math.min(others.length, place));
  return [...others.slice(0, target), position, ...others.slice(target)];
}

/** Moves items, keeps the focus on the control that moved one, and remembers the last move for whoever listens. */
export function useOrder(slot: number, answer: PresentedResponse, count: number, onChange: (order: number[]) => void) {
  const order = orderOf(answer, count);
  const held = useRef<string | null>(null);
  const [last, setLast] = useState<{ position: number; place: number } | null>(null);
  const move = (position: number, place: number, control: OrderControl) => {
    const next = moved(order, position, place);
    held.current = orderControlId(slot, position, control);
    setLast({ position, place: next.indexOf(position) });
    onChange(next);
  };
  // A browser takes the focus from an element that is put elsewhere in the page.
  useLayoutEffect(() => {
    if (held.current) document.getElementById(held.current)?.focus();
    held.current = null;
  });
  return { order, last, move };
}
