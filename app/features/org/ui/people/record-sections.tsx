import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { ItemList } from '#app/ui/item-list.tsx';
import { Section } from '#app/ui/page.tsx';
import { en as orgEn } from '../../messages/en.ts';
import { en } from '../../messages/people-en.ts';
import { vi } from '../../messages/people-vi.ts';
import { vi as orgVi } from '../../messages/vi.ts';
import type { PersonRecordPage } from '../../queries/people/person-record.server.ts';
import { AttachmentList } from './attachment-list.tsx';

type Interval = PersonRecordPage['intervals'][number];

/** A person's service record, attachments and absences, and what can be done by who manages people. */
export function RecordSections({ record }: { record: PersonRecordPage }) {
  const words = useMessages(vi, en);
  const { person, attachments, absences, mayManage } = record;
  const reasons: Record<string, string> = words.absenceReasons;
  const lang = useLang();
  return (
    <>
      <ServiceRecord intervals={record.intervals} />
      {attachments.length > 0 && (
        <Section title={words.attachments}>
          <AttachmentList attachments={attachments} personId={person.id} mayManage={mayManage} />
        </Section>
      )}
      {absences.length > 0 && (
        <Section title={words.absences}>
          <ItemList
            items={absences.map(({ id, reason, fromDay, untilDay, note }) => ({
              key: id,
              title: reasons[reason] ?? reasons.other,
              note: [
                untilDay
                  ? words.fromUntil(formatDate(lang, fromDay), formatDate(lang, untilDay))
                  : `${words.from(formatDate(lang, fromDay))}, ${words.stillAway}`,
                note,
              ]
                .filter(Boolean)
                .join(', '),
            }))}
          />
        </Section>
      )}
      {mayManage && <PersonActions record={record} />}
    </>
  );
}

function ServiceRecord({ intervals }: { intervals: readonly Interval[] }) {
  const words = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  const lang = useLang();
  const reasons: Record<string, string> = { ...words.leaveReasons, undone: words.leftUndone };
  const columns: Column<Interval>[] = [
    {
      key: 'period',
      header: words.period,
      isRowHeader: true,
      cell: ({ fromOn, fromAt, untilAt, endedOn }) => {
        const from = formatDate(lang, fromOn);
        const until = endedOn ?? untilAt;
        const entered = formatDate(lang, fromAt);
        return (
          <>
            {until ? words.fromUntil(from, formatDate(lang, until)) : words.from(from)}
            {entered !== from && (
              <span className="block text-sm font-normal text-muted">{words.enteredOn(entered)}</span>
            )}
          </>
        );
      },
    },
    {
      key: 'unit',
      header: words.unit,
      cell: ({ unitName, unitAbove }) => (
        <span>
          {unitName}
          {unitAbove.length > 0 && <span className="block text-sm text-muted">{unitAbove.join('/')}</span>}
        </span>
      ),
    },
    {
      key: 'as',
      header: words.as,
      cell: ({ rank, position, personnelClass, membership }) =>
        [rank, position, org.personnelClasses[personnelClass], org.memberships[membership]].filter(Boolean).join(', '),
    },
    {
      key: 'order',
      header: words.order,
      cell: ({ note, endReason, endedOn, endNote }) =>
        [note, endReason && endedOn ? words.leftOn(formatDate(lang, endedOn), reasons[endReason] ?? '') : '', endNote]
          .filter(Boolean)
          .join('; '),
    },
  ];
  return (
    <Section title={words.history}>
      <DataTable caption={words.history} isCaptionHidden columns={columns} rows={intervals} rowKey={({ id }) => id} />
    </Section>
  );
}

/** Links to the pages that change something: one thing a page. */
function PersonActions({ record: { person } }: { record: PersonRecordPage }) {
  const words = useMessages(vi, en);
  const here = `/people/${person.id}`;
  const serving = [
    { key: 'data', to: `${here}/data`, title: words.edit },
    { key: 'transfer', to: `${here}/transfer`, title: words.transfer },
    { key: 'attachments', to: `${here}/attachments`, title: words.attach },
    { key: 'account', to: `${here}/account`, title: words.account },
    { key: 'access', to: `${here}/access`, title: words.roles },
    { key: 'departure', to: `${here}/departure`, title: words.discharge },
    { key: 'record', to: `${here}/record`, title: words.record },
  ];
  const left = [
    { key: 'return', to: `${here}/return`, title: words.return },
    { key: 'record', to: `${here}/record`, title: words.record },
    { key: 'erasure', to: `${here}/erasure`, title: words.erase },
  ];
  return (
    <Section title={words.actions} className="screen-only">
      <ItemList items={person.erasedAt ? [] : person.leftAt ? left : serving} />
    </Section>
  );
}
