import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { en } from '../messages/en.ts';
import { en as extensionsEn } from '../messages/extensions-en.ts';
import { vi as extensionsVi } from '../messages/extensions-vi.ts';
import { vi } from '../messages/vi.ts';
import type { UnitPeople } from '../queries/unit-people.server.ts';
import { DueLine } from './due-line.tsx';
import { ExportLinks } from './export-links.tsx';
import { PeopleFilterForm } from './people-filter-form.tsx';
import { PeopleTable } from './people-table.tsx';
import { PastBanner } from './picture/past-banner.tsx';
import { useUnitAddress } from './picture/use-unit-address.ts';

/** Everybody of a unit and below it, filtered and sorted by the address. */
export function UnitPeoplePage({ page, children }: { page: UnitPeople; children?: ReactNode }) {
  const words = useMessages(vi, en);
  const extensions = useMessages(extensionsVi, extensionsEn);
  const lang = useLang();
  const { search } = useLocation();
  const address = useUnitAddress();
  const { unit, above, assignment, filter, people, total, strength } = page;
  const assignmentId = assignment?.id ?? null;
  const crumbs = [...above, unit].map(({ id, name }) => ({ to: address(id, assignmentId), label: name }));
  return (
    <Page
      title={words.list.title}
      lead={assignment?.title}
      crumbs={crumbs}
      actions={
        <>
          {assignment && page.asOfDay === null && (
            <LinkButton
              to={`/units/${unit.id}/extensions?${new URLSearchParams({ assignment: assignment.id })}`}
              size="small"
            >
              {extensions.title}
            </LinkButton>
          )}
          <ExportLinks unitId={unit.id} search={search} view="people" />
        </>
      }
    >
      <PastBanner asOfDay={page.asOfDay} />
      <PeopleFilterForm unitId={unit.id} assignmentId={assignmentId} filter={filter} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="tabular font-semibold" role="status">
          {words.list.found(formatNumber(lang, total), formatNumber(lang, strength))}
        </p>
        {assignment && <DueLine assignment={assignment} asOf={page.asOf} />}
      </div>
      <PeopleTable people={people} lessonsTotal={page.lessonsTotal} sort={filter.sort} unitId={unit.id} />
      <Pagination
        page={page.page}
        pages={page.pages}
        words={{
          ...words.list.pages,
          position: words.list.position(page.page, page.pages, formatNumber(lang, total)),
        }}
      />
      {children}
      <p className="text-sm text-muted">{words.asOf(formatDateTime(lang, page.asOf))}</p>
    </Page>
  );
}
