import { Link } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../messages/administration-en.ts';
import { vi } from '../../messages/administration-vi.ts';
import { en as presenceEn } from '../../messages/presence-en.ts';
import { vi as presenceVi } from '../../messages/presence-vi.ts';
import type { UnitPowers } from '../../queries/people/unit-guests.server.ts';

/** The way from a unit's screens to its strength by day and its roles, and to what its administrator does with it. */
export function UnitAdminLinks({ unitId, powers }: { unitId: string; powers: UnitPowers }) {
  const words = useMessages(vi, en);
  const presence = useMessages(presenceVi, presenceEn);
  const links = [
    { to: `/units/${unitId}/presence`, label: presence.title },
    { to: `/units/${unitId}/roles`, label: words.roles },
    ...(powers.structure ? [{ to: `/units/${unitId}/structure`, label: words.structure }] : []),
    ...(powers.people
      ? [
          { to: `/units/${unitId}/people/new`, label: words.addPerson },
          { to: `/units/${unitId}/first-passwords`, label: words.accounts },
        ]
      : []),
  ];
  return (
    <nav aria-label={words.title} className="screen-only">
      <ul className="flex flex-wrap gap-x-6 gap-y-2 border-t border-line pt-4 text-sm">
        {links.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
