import { Form, Link } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { SearchIcon } from '#app/ui/icons.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/grants-en.ts';
import { vi } from '../../messages/grants-vi.ts';

/** Whom a search found: as the search of people answers. */
export interface Candidate {
  id: string;
  fullName: string;
  rank: string | null;
  number: string;
  unitName: string;
}

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
      <Form method="get" action={`#${anchor}`} role="search" key={typed} className="flex flex-wrap items-end gap-4">
        <Field label={label} hint={words.searchHint} className="w-full sm:w-80">
          <TextInput name="who" type="search" defaultValue={typed} autoComplete="off" />
        </Field>
        <Button type="submit" icon={SearchIcon}>
          {words.find}
        </Button>
      </Form>
      {typed !== '' && !hasChosen && found.length === 0 && <p>{words.grant.noneFound}</p>}
      {!hasChosen && found.length > 0 && (
        <ul className="border-t border-line">
          {found.map(({ id, fullName, rank, unitName, number }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-2">
              <span className="min-w-0 flex-1">
                {[rank, fullName].filter(Boolean).join(' ')}
                <span className="text-muted">
                  , {unitName} ({number})
                </span>
              </span>
              <Link
                to={`?${new URLSearchParams({ who: typed, person: id })}#${anchor}`}
                aria-label={words.grant.chooseOf(fullName)}
              >
                {words.grant.choose}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
