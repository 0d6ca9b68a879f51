import type { ReactNode } from 'react';
import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { en as orgEn } from '../../messages/en.ts';
import { en } from '../../messages/people-en.ts';
import { vi } from '../../messages/people-vi.ts';
import { vi as orgVi } from '../../messages/vi.ts';
import type { PersonRecordPage } from '../../queries/people/person-record.server.ts';
import { RecordSections } from './record-sections.tsx';

/** A person who serves no longer, for who manages people: what is kept, and the way back. */
export function LeftPersonPage({ record, children }: { record: PersonRecordPage; children?: ReactNode }) {
  const words = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  const lang = useLang();
  const { person, unit, above } = record;
  const reasons: Record<string, string> = { ...words.leaveReasons, undone: words.leftUndone };
  const reason = reasons[person.leftReason ?? 'other'] ?? '';
  return (
    <Page
      kicker={[person.rank, person.position].filter(Boolean).join(', ')}
      title={person.erasedAt ? words.erasedName : person.fullName}
      crumbs={[...above, unit].map(({ id, name }) => ({ to: `/units/${id}`, label: name }))}
      crumbsLabel={words.crumbs}
      width="reading"
    >
      {person.erasedAt ? (
        <Notice kind="warning" title={words.erased(formatDate(lang, person.erasedAt))}>
          {words.erasedText}
        </Notice>
      ) : (
        <Notice kind="warning" title={words.left(formatDate(lang, person.leftAt!), reason)} />
      )}
      {children}
      <RecordSections record={record} />
      {!person.erasedAt && (
        <Section title={words.state}>
          <DefinitionList
            items={[
              { term: words.field.number, value: person.number },
              ...(person.bornOn ? [{ term: words.born, value: formatDate(lang, person.bornOn) }] : []),
              { term: words.field.personnelClass, value: org.personnelClasses[person.personnelClass] },
              { term: words.field.membership, value: org.memberships[person.membership] },
            ]}
          />
        </Section>
      )}
    </Page>
  );
}
