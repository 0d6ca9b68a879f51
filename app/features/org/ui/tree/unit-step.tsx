import type { ReactNode } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary, type SummaryError } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { en } from '../../messages/tree-en.ts';
import { vi } from '../../messages/tree-vi.ts';
import type { StructureUnit } from '../../queries/tree/structure-page.server.ts';

export type TreeRefusal = keyof typeof vi.refused;

type Props = {
  page: StructureUnit;
  title: string;
  lead?: ReactNode;
  errors?: readonly SummaryError[];
  refused?: TreeRefusal | null;
  children: ReactNode;
};

/** One change of a unit on a page of its own: what it does, what is wrong, the form. */
export function UnitStep({ page: { unit, above }, title, lead, errors = [], refused, children }: Props) {
  const words = useMessages(vi, en);
  return (
    <Page
      title={title}
      lead={lead}
      width="reading"
      crumbs={[
        { to: '/administration', label: words.title },
        ...[...above, unit].map(({ id, name }) => ({ to: `/units/${id}/structure`, label: name })),
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
export function BackLink({ unitId }: { unitId: string }) {
  const words = useMessages(vi, en);
  return (
    <LinkButton to={`/units/${unitId}/structure`} look="quiet">
      {words.cancel}
    </LinkButton>
  );
}
