import { Form } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { SearchIcon } from '#app/ui/icons.tsx';
import { Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
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
        <Form method="get" action="#search" className="flex flex-wrap items-end gap-4" key={search}>
          <Field label={words.searchLabel} hint={words.searchHint} className="w-full sm:w-80">
            <TextInput name="q" type="search" defaultValue={search} />
          </Field>
          <Button type="submit" icon={SearchIcon}>
            {words.find}
          </Button>
        </Form>
        {search !== '' && found.length === 0 && <p className="mt-3">{words.noneFound}</p>}
        {found.length > 0 && (
          <ul className="mt-3 border-t border-line">
            {found.map(({ id, fullName, rank, unitName, number }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1.5">
                <span className="min-w-0 flex-1">
                  {[rank, fullName].filter(Boolean).join(' ')}
                  <span className="text-muted">
                    , {unitName} ({number})
                  </span>
                </span>
                <Form method="post">
                  <input type="hidden" name="personId" value={id} />
                  <Button type="submit" name="intent" value="add" size="small" aria-label={words.add(fullName)}>
                    {words.addShort}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        )}
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
