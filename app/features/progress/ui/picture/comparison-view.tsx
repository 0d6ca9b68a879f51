import { Form, Link, useLocation } from '@remix-run/react';
import { formatPercent } from '#app/kernel/percent.ts';
import { startOfDay } from '#app/kernel/vietnam-time.ts';
import { formatDate, formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { ComparedUnit } from '../../core/picture/comparison.ts';
import { en as progressEn } from '../../messages/en.ts';
import { en } from '../../messages/picture-en.ts';
import { vi } from '../../messages/picture-vi.ts';
import { vi as progressVi } from '../../messages/vi.ts';
import type { UnitComparison } from '../../queries/picture/comparison.server.ts';
import type { UnitPart } from '../../queries/unit-dashboard.server.ts';
import { ExportLinks } from '../export-links.tsx';
import { ChangeOf } from './change-of.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { PairBar } from './pair-bar.tsx';
import { useUnitAddress } from './use-unit-address.ts';

/** A unit at the ends of two days: what rose, what fell, and in which sub-unit. */
export function ComparisonView({ page }: { page: UnitComparison }) {
  const words = useMessages(vi, en).compare;
  const progress = useMessages(progressVi, progressEn);
  const lang = useLang();
  const { search } = useLocation();
  const address = useUnitAddress();
  const { unit, above, assignment, assignments, parts, fromDay, isBadOrder, asOf, asOfDay, today } = page;
  const chosenId = assignment?.id ?? null;
  const day = (value: string) => formatDate(lang, startOfDay(value));
  const percent = (part: UnitPart | null) => formatPercent(part?.coverage ?? null, lang);
  const until = asOfDay ? day(asOfDay) : words.now;
  const name = ({ before, after }: ComparedUnit<UnitPart>) => {
    const part = after ?? before!;
    if (part.isOwn) return <span className="font-normal">{progress.dashboard.ownPeople(part.shortName)}</span>;
    if (!part.isReachable) return part.name;
    return <Link to={address(part.unitId, chosenId, { view: 'comparison', from: fromDay })}>{part.name}</Link>;
  };
  return (
    <Page
      kicker={<span className="hidden print:inline">{unit.name}</span>}
      title={words.title}
      lead={words.lead}
      crumbs={[...above, unit].map(({ id, name }) => ({ to: address(id, chosenId), label: name }))}
      actions={assignment && <ExportLinks unitId={unit.id} search={search} view="comparison" />}
    >
      <Form method="get" key={search} className="screen-only flex flex-wrap items-end gap-x-4 gap-y-3">
        {assignments.length > 1 && (
          <Field label={progress.choose.label} className="min-w-0 flex-1 basis-72">
            <Select
              name="assignment"
              defaultValue={chosenId ?? undefined}
              options={assignments.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </Field>
        )}
        <Field label={words.from} error={isBadOrder ? words.badOrder : null} className="min-w-0 basis-48">
          <TextInput name="from" type="date" max={today} defaultValue={fromDay} required />
        </Field>
        <Field label={words.until} hint={words.untilHint} className="min-w-0 basis-56">
          <TextInput name="asOf" type="date" max={today} defaultValue={asOfDay ?? ''} />
        </Field>
        <Button type="submit">{words.button}</Button>
      </Form>
      <p className="tabular font-semibold">
        {assignment?.title && `${assignment.title}. `}
        {words.period(day(fromDay), asOfDay ? until : words.untilNow)}
      </p>
      {assignment ? (
        <>
          <DifferenceTable page={page} fromLabel={day(fromDay)} untilLabel={until} />
          {parts.length > 0 && (
            <Section title={words.parts} lead={words.chartNote}>
              <DataTable
                caption={words.parts}
                isCaptionHidden
                rows={parts}
                rowKey={({ unitId, before, after }) => `${unitId} ${(after ?? before)?.isOwn}`}
                columns={[
                  { key: 'unit', header: words.unit, cell: name, isRowHeader: true },
                  {
                    key: 'bars',
                    header: progress.dashboard.share,
                    className: 'sm:w-64',
                    cell: ({ before, after }) => (
                      <PairBar before={before?.coverage ?? null} after={after?.coverage ?? null} />
                    ),
                  },
                  {
                    key: 'before',
                    header: day(fromDay),
                    isNumber: true,
                    cell: ({ before }) => (before ? percent(before) : words.fresh),
                  },
                  {
                    key: 'after',
                    header: until,
                    isNumber: true,
                    cell: ({ after }) => (after ? percent(after) : words.gone),
                  },
                  {
                    key: 'by',
                    header: words.difference,
                    isNumber: true,
                    cell: ({ by }) => by !== null && <ChangeOf by={by} isShare betterWhen="up" />,
                  },
                ]}
              />
            </Section>
          )}
        </>
      ) : (
        <EmptyState title={progress.empty.assignment}>{progress.empty.assignmentText}</EmptyState>
      )}
      <p className="text-sm text-muted">{progress.asOf(formatDateTime(lang, asOf))}</p>
    </Page>
  );
}
