import { Form, Link, useLocation } from '@remix-run/react';
import { memberships, personnelClasses } from '#app/features/org/core/person.ts';
import { en as orgEn } from '#app/features/org/messages/en.ts';
import { vi as orgVi } from '#app/features/org/messages/vi.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { SearchIcon } from '#app/ui/icons.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { classFilters, type PeopleFilter, presences, standings } from '../core/people-filter.ts';
import { en } from '../messages/en.ts';
import { en as pictureEn } from '../messages/picture-en.ts';
import { vi as pictureVi } from '../messages/picture-vi.ts';
import { vi } from '../messages/vi.ts';
import { useUnitAddress } from './picture/use-unit-address.ts';

type Props = { unitId: string; assignmentId: string | null; filter: PeopleFilter };

/** Which people to list: a plain form in the address, so that a filter can be kept as a bookmark. */
export function PeopleFilterForm({ unitId, assignmentId, filter }: Props) {
  const words = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  const { filters } = useMessages(pictureVi, pictureEn);
  const address = useUnitAddress();
  const asOf = new URLSearchParams(useLocation().search).get('asOf');
  const { standing, classification, membership, personnelClass, presence, search, sort } = filter;
  const isFurther = membership !== null || personnelClass !== null || presence !== null;
  const isFiltered =
    isFurther ||
    standing !== null ||
    classification !== null ||
    search !== '' ||
    filter.isOwn ||
    filter.isRenewing ||
    filter.grade !== null;
  const sorted = `${sort.isDescending ? '-' : ''}${sort.key}`;
  const choose = <T extends string>(name: string, label: string, value: T | null, options: [T, string][]) => (
    <Field label={label} className="min-w-0 basis-52">
      <Select
        name={name}
        defaultValue={value ?? ''}
        emptyLabel={words.list.all}
        options={options.map(([key, text]) => ({ value: key, label: text }))}
      />
    </Field>
  );
  const named = <T extends string>(values: readonly T[], names: Record<T, string>) =>
    values.map((value): [T, string] => [value, names[value]]);
  const hidden = {
    assignment: assignmentId,
    asOf,
    sort: sorted === 'name' ? null : sorted,
    own: filter.isOwn && '1',
    renewal: filter.isRenewing && '1',
    grade: filter.grade === null ? null : String(filter.grade),
  };
  return (
    <Form method="get" key={JSON.stringify(filter)} className="screen-only">
      {Object.entries(hidden).map(([name, value]) => value && <input key={name} type="hidden" {...{ name, value }} />)}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Field label={words.list.search} hint={words.list.searchHint} className="min-w-0 flex-1 basis-64">
          <TextInput name="q" type="search" defaultValue={search} maxLength={100} autoComplete="off" />
        </Field>
        {choose('standing', words.list.standing, standing, named(standings, words.standings))}
        {choose('class', words.list.classification, classification, named(classFilters, words.classes))}
        <Button type="submit" icon={SearchIcon}>
          {words.list.filter}
        </Button>
        {isFiltered && (
          <Link to={address(unitId, assignmentId, { view: 'people' })} className="py-2">
            {words.list.clear}
          </Link>
        )}
      </div>
      <details className="mt-3" open={isFurther}>
        <summary className="text-sm font-semibold text-accent">{filters.more}</summary>
        <div className="mt-3 flex flex-wrap items-end gap-x-4 gap-y-3">
          {choose('membership', filters.membership, membership, named(memberships, org.memberships))}
          {choose('personnel', filters.personnelClass, personnelClass, named(personnelClasses, org.personnelClasses))}
          {choose('presence', filters.presence, presence, named(presences, filters.presences))}
        </div>
      </details>
    </Form>
  );
}
