import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
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
import type { UnitPicture } from '../queries/picture/unit-picture.server.ts';
import type { UnitPeople } from '../queries/unit-people.server.ts';
import { ClassResults } from './class-results.tsx';
import { ExportLinks } from './export-links.tsx';
import { PeopleTable } from './people-table.tsx';
import { AttentionPanel } from './picture/attention-panel.tsx';
import { HeatMap } from './picture/heat-map.tsx';
import { PastBanner } from './picture/past-banner.tsx';
import { PictureControls } from './picture/picture-controls.tsx';
import { PictureLinks } from './picture/picture-links.tsx';
import { StateAtOnce } from './picture/state-at-once.tsx';
import { TrendChart } from './picture/trend-chart.tsx';
import { useUnitAddress } from './picture/use-unit-address.ts';
import { StatusCounts } from './status-counts.tsx';
import { SubUnits } from './sub-units.tsx';

type Props = {
  page: UnitPicture;
  sort: UnitSort;
  /** A unit without sub-units shows its people instead. */
  people: UnitPeople | null;
  /** What other features know of the unit, below. */
  children?: ReactNode;
};

/** A leader's first screen: how far the unit is, what is to be done today, which sub-unit stands where. */
export function UnitPage({ page, sort, people, children }: Props) {
  const words = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  const lang = useLang();
  const { search } = useLocation();
  const address = useUnitAddress();
  const { unit, above, assignment, total, parts, asOf, asOfDay, today } = page;
  const kinds: Record<string, string> = org.kinds;
  const unitId = unit.id;
  const chosenId = assignment?.id ?? null;
  return (
    <Page
      kicker={kinds[unit.kind]}
      title={unit.name}
      lead={assignment?.title}
      crumbs={above.map(({ id, name }) => ({ to: address(id, chosenId), label: name }))}
      actions={
        assignment && (
          <>
            <LinkButton to={address(unitId, chosenId, { view: 'people' })} size="small">
              {words.dashboard.seePeople}
            </LinkButton>
            <ExportLinks unitId={unitId} search={search} view={people ? 'people' : 'units'} />
          </>
        )
      }
    >
      <PictureControls choices={page.assignments} chosenId={chosenId} asOfDay={asOfDay} today={today} />
      <PastBanner asOfDay={asOfDay} />
      {total.strength === 0 && <EmptyState title={words.empty.people}>{words.empty.peopleText}</EmptyState>}
      {total.strength > 0 && !assignment && (
        <EmptyState title={words.empty.assignment}>{words.empty.assignmentText}</EmptyState>
      )}
      {total.strength > 0 && assignment && (
        <>
          <StateAtOnce {...{ unitId, assignment, total, asOf }} plan={page.plan} present={page.present} />
          {page.attention && <AttentionPanel unitId={unitId} assignmentId={assignment.id} items={page.attention} />}
          <StatusCounts unitId={unitId} assignmentId={assignment.id} total={total} />
          {people ? (
            <Section title={words.list.title}>
              <PeopleTable people={people.people} lessonsTotal={people.lessonsTotal} unitId={unitId} />
            </Section>
          ) : (
            <SubUnits unitId={unitId} assignmentId={assignment.id} parts={parts} total={total} sort={sort} />
          )}
          <TrendChart
            unitId={unitId}
            assignmentId={assignment.id}
            lines={page.lines}
            dueAt={assignment.dueAt}
            today={today}
          />
          {page.heat && page.assignments.length > 1 && <HeatMap map={page.heat} />}
          <ClassResults unitId={unitId} assignmentId={assignment.id} total={total} />
          <PictureLinks unitId={unitId} assignmentId={assignment.id} />
        </>
      )}
      {children}
      <p className="text-sm text-muted">{words.asOf(formatDateTime(lang, asOf))}</p>
    </Page>
  );
}
