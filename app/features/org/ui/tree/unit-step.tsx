import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { StepPage, type StepProps } from '#app/ui/step-page.tsx';
import { en } from '../../messages/tree-en.ts';
import { vi } from '../../messages/tree-vi.ts';
import type { StructureUnit } from '../../queries/tree/structure-page.server.ts';

export type TreeRefusal = keyof typeof vi.refused;

type Props = Pick<StepProps, 'title' | 'lead' | 'errors' | 'children'> & {
  page: StructureUnit;
  refused?: TreeRefusal | null;
};

/** One change of a unit on a page of its own. */
export function UnitStep({ page: { unit, above }, refused, ...step }: Props) {
  const words = useMessages(vi, en);
  return (
    <StepPage
      {...step}
      refusal={refused ? { title: words.refusedTitle, text: words.refused[refused] } : null}
      errorsTitle={words.problemsTitle}
      crumbs={[
        { to: '/administration', label: words.title },
        ...[...above, unit].map(({ id, name }) => ({ to: `/units/${id}/structure`, label: name })),
      ]}
      crumbsLabel={words.crumbs}
    />
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
