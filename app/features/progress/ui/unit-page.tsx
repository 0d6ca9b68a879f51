import { useLocation } from '@remix-run/react';
import { en as orgEn } from '#app/features/org/messages/en.ts';
import { vi as orgVi } from '#app/features/org/messages/vi.ts';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import type { UnitSort } from '../core/sort-units.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { UnitDashboard } from '../queries/unit-dashboard.server.ts';
import type { UnitPeople } from '../queries/unit-people.server.ts';
import { AssignmentPicker } from './assignment-picker.tsx';
import { ClassResults } from './class-results.tsx';
import { CoverageSummary } from './coverage-summary.tsx';
import { ExportLinks } from './export-links.tsx';
import { LateNotice } from './late-notice.tsx';
import { PeopleTable } from './people-table.tsx';
import { StatusCounts } from './status-counts.tsx';
import { SubUnits } from './sub-units.tsx';
import { unitAddress } from './unit-address.ts';

type Props = {
  page: UnitDashboard;
  sort: UnitSort;
  /** A unit without sub-units shows its people instead. */
  people: UnitPeople | null;
};

/** A leader's first screen: how far the unit is, who is late, which sub-unit stands where. */
export function UnitPage({ page, sort, people }: Props) {
  const words = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  const lang = useLang();
  const { search } = useLocation();
  const { unit, above, assignment, total, parts, asOf } = page;
  const kinds: Record<string, string> = org.kinds;
  const unitId = unit.id;
  const listAt = unitAddress(unitId, assignment?.id ?? null, { view: 'people' });
  return (
    <Page
      kicker={kinds[unit.kind]}
      title={unit.name}
      lead={assignment?.title}
      crumbs={above.map(({ id, name }) => ({ to: unitAddress(id, assignment?.id ?? null), label: name }))}
      actions={
        assignment && (
          <>
            <LinkButton to={listAt} size="small">
              {words.dashboard.seePeople}
            </LinkButton>
            <ExportLinks unitId={unitId} search={search} view={people ? 'people' : 'units'} />
          </>
        )
      }
    >
      {total.strength === 0 && <EmptyState title={words.empty.people}>{words.empty.peopleText}</EmptyState>}
      {total.strength > 0 && !assignment && (
        <EmptyState title={words.empty.assignment}>{words.empty.assignmentText}</EmptyState>
      )}
      {total.strength > 0 && assignment && (
        <>
          <AssignmentPicker choices={page.assignments} chosenId={assignment.id} />
          <CoverageSummary assignment={assignment} total={total} asOf={asOf} />
          <LateNotice unitId={unitId} assignmentId={assignment.id} late={total.late} />
          <StatusCounts unitId={unitId} assignmentId={assignment.id} total={total} />
          {people ? (
            <Section title={words.list.title}>
              <PeopleTable people={people.people} lessonsTotal={people.lessonsTotal} unitId={unitId} />
            </Section>
          ) : (
            <SubUnits assignmentId={assignment.id} parts={parts} total={total} sort={sort} />
          )}
          <ClassResults unitId={unitId} assignmentId={assignment.id} total={total} />
        </>
      )}
      <p className="text-sm text-muted">{words.asOf(formatDateTime(lang, asOf))}</p>
    </Page>
  );
}
