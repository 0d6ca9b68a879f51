import type { ReactNode } from 'react';

export type Definition = { term: ReactNode; value: ReactNode };

/** Names and values, ruled like a form: names on the left, on a phone above. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="border-t border-line">
      {items.map((item, at) => (
        <div key={at} className="border-b border-line py-2 sm:flex sm:gap-6">
          <dt className="text-muted sm:w-56 sm:shrink-0">{item.term}</dt>
          <dd className="min-w-0 flex-1">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type Figure = { label: ReactNode; value: ReactNode; note?: ReactNode };

/** The few numbers that a page is opened for, each with its denominator. */
export function Figures({ items }: { items: readonly Figure[] }) {
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-5">
      {items.map((item, at) => (
        <div key={at} className="min-w-[9rem]">
          <dt className="text-sm text-muted">{item.label}</dt>
          <dd>
            <span className="tabular block text-2xl font-semibold">{item.value}</span>
            {item.note && <span className="tabular block text-sm text-muted">{item.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
