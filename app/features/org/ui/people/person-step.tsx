import type { ReactNode } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary, type SummaryError } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { en } from '../../messages/people-en.ts';
import { vi } from '../../messages/people-vi.ts';
import type { PersonRecordPage } from '../../queries/people/person-record.server.ts';

export type PersonRefusal = keyof typeof vi.refused;

type Props = {
  page: Pick<PersonRecordPage, 'person' | 'unit' | 'above'>;
  title: string;
  lead?: ReactNode;
  errors?: readonly SummaryError[];
  refused?: PersonRefusal | null;
  children: ReactNode;
};

/** One thing done with a person on a page of its own: what it does, what is wrong, the form. */
export function PersonStep({ page: { person, unit, above }, title, lead, errors = [], refused, children }: Props) {
  const words = useMessages(vi, en);
  return (
    <Page
      title={title}
      lead={lead}
      width="reading"
      crumbs={[
        ...[...above, unit].map(({ id, name }) => ({ to: `/units/${id}`, label: name })),
        { to: `/people/${person.id}`, label: person.fullName || words.erasedName },
      ]}
      crumbsLabel={words.crumbs}
    >
      {refused && (
        <Notice kind="error" live title={words.refusedTitle}>
          {words.refused[refused]}
        </Notice>
      )}
      <ErrorSummary title={words.problemsTitle(errors.length)} errors={errors} />
      {children}
    </Page>
  );
}

/** The way back without a change. */
export function BackToPerson({ personId }: { personId: string }) {
  const words = useMessages(vi, en);
  return (
    <LinkButton to={`/people/${personId}`} look="quiet">
      {words.cancel}
    </LinkButton>
  );
}
