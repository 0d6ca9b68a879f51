import { Form } from '@remix-run/react';
import { FoundPeople } from '#app/features/access/ui/found-people.tsx';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/page.tsx';
import { SearchForm } from '#app/ui/search-form.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import type { FoundPerson } from '../../queries/groups.server.ts';

/** Two ways into a group: one person out of a search, or a pasted list of numbers. */
export function AddMembers({ search, found }: { search: string; found: readonly FoundPerson[] }) {
  const words = useMessages(vi, en).groups;
  return (
    <>
      <Section id="search" title={words.search}>
        <div className="space-y-3">
          <SearchForm
            typed={search}
            label={words.searchLabel}
            hint={words.searchHint}
            button={words.find}
            action="#search"
          />
          {search !== '' && found.length === 0 && <p>{words.noneFound}</p>}
          <FoundPeople found={found}>
            {({ id, fullName }) => (
              <Form method="post">
                <input type="hidden" name="personId" value={id} />
                <Button type="submit" name="intent" value="add" size="small" aria-label={words.add(fullName)}>
                  {words.addShort}
                </Button>
              </Form>
            )}
          </FoundPeople>
        </div>
      </Section>
      <Section title={words.paste}>
        <Form method="post" className="space-y-4">
          <Field label={words.pasteLabel} hint={words.pasteHint}>
            <Textarea name="numbers" rows={5} spellCheck={false} required />
          </Field>
          <Button type="submit" name="intent" value="paste">
            {words.pasteButton}
          </Button>
        </Form>
      </Section>
    </>
  );
}
