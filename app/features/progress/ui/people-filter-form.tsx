import { Form, Link } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { SearchIcon } from '#app/ui/icons.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { classFilters, type PeopleFilter, standings } from '../core/people-filter.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { unitAddress } from './unit-address.ts';

type Props = { unitId: string; assignmentId: string | null; filter: PeopleFilter };

/** Which people to list: a plain form in the address, so that a filter can be kept as a bookmark. */
export function PeopleFilterForm({ unitId, assignmentId, filter }: Props) {
  const words = useMessages(vi, en);
  const { standing, classification, search, sort } = filter;
  const isFiltered = standing !== null || classification !== null || search !== '';
  const sorted = `${sort.isDescending ? '-' : ''}${sort.key}`;
  return (
    <Form method="get" key={`${standing} ${classification} ${search}`} className="screen-only">
      {assignmentId && <input type="hidden" name="assignment" value={assignmentId} />}
      {sorted !== 'name' && <input type="hidden" name="sort" value={sorted} />}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Field label={words.list.search} hint={words.list.searchHint} className="min-w-0 flex-1 basis-64">
          <TextInput name="q" type="search" defaultValue={search} maxLength={100} autoComplete="off" />
        </Field>
        <Field label={words.list.standing} className="min-w-0 basis-52">
          <Select
            name="standing"
            defaultValue={standing ?? ''}
            emptyLabel={words.list.all}
            options={standings.map((value) => ({ value, label: words.standings[value] }))}
          />
        </Field>
        <Field label={words.list.classification} className="min-w-0 basis-52">
          <Select
            name="class"
            defaultValue={classification ?? ''}
            emptyLabel={words.list.all}
            options={classFilters.map((value) => ({ value, label: words.classes[value] }))}
          />
        </Field>
        <Button type="submit" icon={SearchIcon}>
          {words.list.filter}
        </Button>
        {isFiltered && (
          <Link to={unitAddress(unitId, assignmentId, { view: 'people' })} className="py-2">
            {words.list.clear}
          </Link>
        )}
      </div>
    </Form>
  );
}
