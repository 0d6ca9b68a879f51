import type { ReactNode } from 'react';

/** Whom a search found: as the search of people answers. */
export interface FoundPerson {
  id: string;
  fullName: string;
  rank: string | null;
  number: string;
  unitName: string;
}

/** Those whom a search found, each with what can be done. */
export function FoundPeople<P extends FoundPerson>({
  found,
  children,
}: {
  found: readonly P[];
  children: (person: P) => ReactNode;
}) {
  if (found.length === 0) return null;
  return (
    <ul className="border-t border-line">
      {found.map((person) => (
        <li key={person.id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-2">
          <span className="min-w-0 flex-1">
            {[person.rank, person.fullName].filter(Boolean).join(' ')}
            <span className="text-muted">
              , {person.unitName} ({person.number})
            </span>
          </span>
          {children(person)}
        </li>
      ))}
    </ul>
  );
}
