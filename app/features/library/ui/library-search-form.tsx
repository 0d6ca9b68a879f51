import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { SearchIcon } from '#app/ui/icons.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { type ItemKind, itemKinds } from '../core/item.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { LibraryListValues } from '../schema.ts';

type Props = {
  values: LibraryListValues;
  kinds: Record<ItemKind, number>;
  /** Where the list without filters is. */
  clearTo: string;
  /** Further fields. */
  children?: ReactNode;
};

/** Search and kind; they stand in the address with the topic, so that a list can be kept and sent. */
export function LibrarySearchForm({ values, kinds, clearTo, children }: Props) {
  const { list: words, kinds: names } = useMessages(vi, en);
  const lang = useLang();
  const isFiltered = values.q !== '' || values.kind !== '' || values.topic !== '';
  return (
    <Form method="get" className="screen-only" key={JSON.stringify(values)}>
      {values.topic && <input type="hidden" name="topic" value={values.topic} />}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 md:grid-cols-[2fr_1fr_1fr]">
        <Field label={words.search} hint={words.searchHint} className={children ? undefined : 'md:col-span-2'}>
          <TextInput name="q" type="search" defaultValue={values.q} />
        </Field>
        <Field label={words.kind} className="self-end">
          <Select
            name="kind"
            emptyLabel={words.allKinds}
            options={itemKinds.map((kind) => ({
              value: kind,
              label: words.counted(names[kind], formatNumber(lang, kinds[kind])),
            }))}
            defaultValue={values.kind}
          />
        </Field>
        {children}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" icon={SearchIcon}>
          {words.apply}
        </Button>
        {isFiltered && (
          <LinkButton to={clearTo} look="quiet">
            {words.clear}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}
