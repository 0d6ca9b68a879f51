import { Link } from '@remix-run/react';
import type { JudgedRow, JudgedUnit } from '#app/features/org/core/groups/requirements.ts';
import { en as orgEn } from '#app/features/org/messages/en.ts';
import { en } from '#app/features/org/messages/groups-en.ts';
import { vi } from '#app/features/org/messages/groups-vi.ts';
import { vi as orgVi } from '#app/features/org/messages/vi.ts';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { GroupReadiness } from '../../queries/groups/group-readiness.server.ts';

function Met({ need, have, isMet }: { need: number; have: number; isMet: boolean }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  return isMet ? (
    <Tag kind="done">{words.enough}</Tag>
  ) : (
    <Tag kind="wrong">{words.lacks(formatNumber(lang, need - have))}</Tag>
  );
}

/** Rule by rule: what is needed, what there is, who lacks which certificate. */
export function ReadinessTable({ readiness }: { readiness: GroupReadiness }) {
  const words = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  const lang = useLang();
  const n = (value: number) => formatNumber(lang, value);
  const titleOf = (id: string) => readiness.courses.find((course) => course.id === id)?.title ?? words.courseGone;
  const named = (row: JudgedRow): string => {
    if (row.kind === 'count') return words.count;
    if (row.kind === 'course') return words.course(titleOf(row.courseId));
    if (row.kind === 'per-unit') return words.perUnit(org.kinds[row.unitKind].toLowerCase(), n(row.least));
    if (row.rule.field === 'class') return org.personnelClasses[row.rule.value];
    return row.rule.field === 'membership' ? org.memberships[row.rule.value] : row.rule.value;
  };
  const columns: Column<JudgedRow>[] = [
    { key: 'rule', header: words.requirement, isRowHeader: true, cell: named },
    { key: 'need', header: words.need, isNumber: true, cell: ({ need }) => n(need) },
    { key: 'have', header: words.have, isNumber: true, cell: ({ have }) => n(have) },
    { key: 'state', header: words.state, cell: (row) => <Met {...row} /> },
  ];
  const courses = readiness.judged.rows.flatMap((row) =>
    row.kind === 'course' && row.lacking.length > 0 ? [row] : [],
  );
  return (
    <>
      <Section title={words.rows}>
        <DataTable
          caption={words.rows}
          isCaptionHidden
          columns={columns}
          rows={readiness.judged.rows}
          rowKey={(row) => `${row.kind} ${named(row)}`}
        />
      </Section>
      {courses.map((row) => (
        <Section key={row.courseId} title={words.lacking} lead={titleOf(row.courseId)}>
          <ul className="border-t border-line">
            {row.lacking.map(({ personId, fullName, rank, unitLabel, lack, since }) => (
              <li key={personId} className="flex flex-wrap gap-x-4 border-b border-line py-2">
                <span className="min-w-0 flex-1">
                  <Link to={`/people/${personId}`}>{[rank, fullName].filter(Boolean).join(' ')}</Link>
                  <span className="text-muted">, {unitLabel}</span>
                </span>
                <span>{since ? words.lackSince(words.lack[lack], formatDate(lang, since)) : words.lack[lack]}</span>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {readiness.judged.units.length > 0 && (
        <UnitsTable units={readiness.judged.units} least={readiness.required.perUnit?.least ?? 0} />
      )}
    </>
  );
}

function UnitsTable({ units, least }: { units: readonly JudgedUnit[]; least: number }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const n = (value: number) => formatNumber(lang, value);
  const columns: Column<JudgedUnit>[] = [
    {
      key: 'unit',
      header: words.unit,
      isRowHeader: true,
      cell: ({ name, label }) => (
        <>
          {name}
          {label.includes('/') && <span className="block text-sm font-normal text-muted">{label}</span>}
        </>
      ),
    },
    { key: 'need', header: words.need, isNumber: true, cell: () => n(least) },
    { key: 'have', header: words.inGroup, isNumber: true, cell: ({ have }) => n(have) },
    { key: 'certified', header: words.certified, isNumber: true, cell: ({ certified }) => n(certified) },
    { key: 'state', header: words.state, cell: ({ have, isMet }) => <Met need={least} have={have} isMet={isMet} /> },
  ];
  return (
    <Section title={words.units}>
      <DataTable caption={words.units} isCaptionHidden columns={columns} rows={units} rowKey={({ id }) => id} />
    </Section>
  );
}
