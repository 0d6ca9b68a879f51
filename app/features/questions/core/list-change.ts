/**
 * What an author's button does to one list of a form: adds a blank item, takes one away, moves one up or down. A list within
 * an item is named as in the form: 'rubric[1].levels'.
 */
export type ListChange =
  | { readonly list: string; readonly does: 'add' }
  | { readonly list: string; readonly does: 'remove' | 'raise' | 'lower'; readonly at: number };

const PATTERN = /^([a-z]+(?:\[\d{1,3}\]\.[a-z]+)?)\.(?:(add)|(remove|raise|lower)\.(\d{1,3}))$/;

/** Reads the value of a button: 'options.add', 'options.raise.2', 'rubric[1].levels.add'. Null for anything else, such as 'save'. */
export function readListChange(intent: string): ListChange | null {
  const match = PATTERN.exec(intent);
  if (!match) return null;
  const [, list = '', add, does, at] = match;
  if (add) return { list, does: 'add' };
  return { list, does: does as 'remove' | 'raise' | 'lower', at: Number(at) };
}

/** The value of the button that makes this change; `readListChange` reads it again. */
export function printListChange(change: ListChange): string {
  return change.does === 'add' ? `${change.list}.add` : `${change.list}.${change.does}.${change.at}`;
}

/** The list after the change; a change that does not fit (the first item cannot rise) leaves it as it is. */
export function changeList<Item>(items: readonly Item[], change: ListChange, blank: () => Item): Item[] {
  if (change.does === 'add') return [...items, blank()];
  const { at } = change;
  if (at >= items.length) return [...items];
  if (change.does === 'remove') return items.filter((_, index) => index !== at);
  const to = change.does === 'raise' ? at - 1 : at + 1;
  if (to < 0 || to >= items.length) return [...items];
  const moved = [...items];
  [moved[at], moved[to]] = [moved[to]!, moved[at]!];
  return moved;
}
