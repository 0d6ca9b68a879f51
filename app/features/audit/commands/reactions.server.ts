import type { DomainEvent, DomainEventType, EventOf } from '../core/event.ts';
import type { PlainChange } from './transact.server.ts';

type Reaction = (change: PlainChange, event: DomainEvent) => Promise<void>;

const slot = globalThis as { hoctap35Reactions?: Map<string, Map<string, Reaction>> };

function registry(): Map<string, Map<string, Reaction>> {
  slot.hoctap35Reactions ??= new Map();
  return slot.hoctap35Reactions;
}

/**
 * Lets a feature change its own rows in the transaction of an event. `name` makes registration repeatable: a module
 * that is loaded again replaces its reaction. Called from app/composition.server.ts alone.
 */
export function onEvent<Type extends DomainEventType>(
  type: Type,
  name: string,
  react: (change: PlainChange, event: EventOf<Type>) => Promise<void>,
): void {
  const known = registry().get(type) ?? new Map<string, Reaction>();
  known.set(name, react as Reaction);
  registry().set(type, known);
}

/** The reactions to one type of event, in the order of registration. */
export function reactionsTo(type: DomainEventType): Reaction[] {
  return [...(registry().get(type)?.values() ?? [])];
}
