import type { ReactNode } from 'react';
import { ErrorSummary, type SummaryError } from './error-summary.tsx';
import { Notice } from './notice.tsx';
import { type Crumb, Page } from './page.tsx';

export type StepProps = {
  title: string;
  lead?: ReactNode;
  crumbs: readonly Crumb[];
  crumbsLabel: string;
  /** Why it was not done, or cannot be. */
  refusal: { title: string; text: ReactNode } | null;
  errors?: readonly SummaryError[];
  errorsTitle: (count: number) => string;
  children: ReactNode;
};

/** One change on a page of its own: what it does, what is wrong, the form. */
export function StepPage({ refusal, errors = [], errorsTitle, children, ...page }: StepProps) {
  return (
    <Page {...page} width="reading">
      {refusal && (
        <Notice kind="error" live title={refusal.title}>
          {refusal.text}
        </Notice>
      )}
      <ErrorSummary title={errorsTitle(errors.length)} errors={errors} />
      {children}
    </Page>
  );
}
