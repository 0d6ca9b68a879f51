import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { StepPage, type StepProps } from '#app/ui/step-page.tsx';
import { en } from '../../messages/people-en.ts';
import { vi } from '../../messages/people-vi.ts';
import type { PersonRecordPage } from '../../queries/people/person-record.server.ts';

export type PersonRefusal = keyof typeof vi.refused;

type Props = Pick<StepProps, 'title' | 'lead' | 'errors' | 'children'> & {
  page: Pick<PersonRecordPage, 'above'> & {
    unit: { id: string; name: string };
    /** Nobody yet where somebody is being added. */
    person: Pick<PersonRecordPage['person'], 'id' | 'fullName'> | null;
  };
  refused?: PersonRefusal | null;
};

/** One thing done with a person on a page of its own. */
export function PersonStep({ page: { person, unit, above }, refused, ...step }: Props) {
  const words = useMessages(vi, en);
  return (
    <StepPage
      {...step}
      refusal={refused ? { title: words.refusedTitle, text: words.refused[refused] } : null}
      errorsTitle={words.problemsTitle}
      crumbs={[
        ...[...above, unit].map(({ id, name }) => ({ to: `/units/${id}`, label: name })),
        ...(person ? [{ to: `/people/${person.id}`, label: person.fullName || words.erasedName }] : []),
      ]}
      crumbsLabel={words.crumbs}
    />
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
