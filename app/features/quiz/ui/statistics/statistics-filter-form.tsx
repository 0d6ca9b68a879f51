import { Form, Link, useLocation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { SearchIcon } from '#app/ui/icons.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { ATTEMPT_CHOICES, type StatisticsFilter, VERSION_CHOICES } from '../../core/statistics/filter.ts';
import { en } from '../../messages/statistics-en.ts';
import { vi } from '../../messages/statistics-vi.ts';
import type { UnitChoice } from '../../queries/statistics/statistics-source.server.ts';

type Props = { filter: StatisticsFilter; units: readonly UnitChoice[]; hasVersions?: boolean };

export const isNarrowed = ({ unitId, from, until, attempts, versions }: StatisticsFilter): boolean =>
  Boolean(unitId || from || until) || attempts !== 'all' || versions !== 'all';

/** What the statistics are of: a plain form in the address, folded away until somebody wants it. */
export function StatisticsFilterForm({ filter, units, hasVersions }: Props) {
  const { filter: words } = useMessages(vi, en);
  const { pathname, search } = useLocation();
  const sort = new URLSearchParams(search).get('sort');
  const { unitId, from, until, attempts, versions } = filter;
  const indent = (depth: number) => '\u00a0\u00a0'.repeat(depth);
  return (
    <details open={isNarrowed(filter)} className="screen-only border border-line px-4 py-2">
      <summary className="cursor-pointer py-1 font-semibold text-accent">{words.title}</summary>
      <Form method="get" key={JSON.stringify(filter)} className="flex flex-wrap items-end gap-x-4 gap-y-3 py-3">
        {sort && <input type="hidden" name="sort" value={sort} />}
        <Field label={words.unit} className="min-w-0 basis-72">
          <Select
            name="unit"
            defaultValue={unitId ?? ''}
            emptyLabel={words.wholeQuiz}
            options={units.map(({ id, name, depth }) => ({ value: id, label: `${indent(depth)}${name}` }))}
          />
        </Field>
        <Field label={words.from} className="min-w-0 basis-40">
          <TextInput name="from" type="date" defaultValue={from ?? ''} />
        </Field>
        <Field label={words.until} className="min-w-0 basis-40">
          <TextInput name="until" type="date" defaultValue={until ?? ''} />
        </Field>
        <Field label={words.attempts} className="min-w-0 basis-60">
          <Select
            name="attempts"
            defaultValue={attempts}
            options={ATTEMPT_CHOICES.map((value) => ({ value, label: words.attemptsOf[value] }))}
          />
        </Field>
        {hasVersions && (
          <Field label={words.versions} className="min-w-0 basis-60">
            <Select
              name="versions"
              defaultValue={versions}
              options={VERSION_CHOICES.map((value) => ({ value, label: words.versionsOf[value] }))}
            />
          </Field>
        )}
        <Button type="submit" icon={SearchIcon}>
          {words.apply}
        </Button>
        {isNarrowed(filter) && (
          <Link to={pathname} className="py-2">
            {words.clear}
          </Link>
        )}
      </Form>
    </details>
  );
}
