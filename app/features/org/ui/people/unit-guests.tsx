import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ItemList } from '#app/ui/item-list.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../../messages/people-en.ts';
import { vi } from '../../messages/people-vi.ts';
import type { Guest } from '../../queries/people/unit-guests.server.ts';

/** Who serves with the unit for a while; nothing where there is nobody. */
export function UnitGuests({ guests }: { guests: readonly Guest[] }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  if (guests.length === 0) return null;
  return (
    <Section title={words.guests} lead={words.guestsLead}>
      <ItemList
        items={guests.map(({ id, rank, fullName, position, hostName, ownName, fromAt, untilAt }) => ({
          key: id,
          title: [rank, fullName].filter(Boolean).join(' '),
          note: [
            position,
            words.guestFrom(ownName, hostName),
            words.from(formatDate(lang, fromAt)),
            untilAt ? words.plannedUntil(formatDate(lang, untilAt)) : words.openEnd,
          ]
            .filter(Boolean)
            .join(', '),
        }))}
      />
    </Section>
  );
}
