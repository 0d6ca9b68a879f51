import { Link } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { SearchForm } from '#app/ui/search-form.tsx';
import { en } from '../../messages/grants-en.ts';
import { vi } from '../../messages/grants-vi.ts';
import { FoundPeople, type FoundPerson } from '../found-people.tsx';

export type Candidate = FoundPerson;

/** Finds the person that a form is for: first a search, then one of those found. */
export function PersonSearch({
  label,
  anchor,
  typed,
  found,
  hasChosen,
}: {
  label: string;
  anchor: string;
  typed: string;
  found: readonly Candidate[];
  /** Somebody was chosen already: the list is out of the way. */
  hasChosen: boolean;
}) {
  const words = useMessages(vi, en);
  return (
    <div className="space-y-3">
      <SearchForm {...{ typed, label }} name="who" hint={words.searchHint} button={words.find} action={`#${anchor}`} />
      {typed !== '' && !hasChosen && found.length === 0 && <p>{words.grant.noneFound}</p>}
      {!hasChosen && (
        <FoundPeople found={found}>
          {({ id, fullName }) => (
            <Link
              to={`?${new URLSearchParams({ who: typed, person: id })}#${anchor}`}
              aria-label={words.grant.chooseOf(fullName)}
            >
              {words.grant.choose}
            </Link>
          )}
        </FoundPeople>
      )}
    </div>
  );
}
