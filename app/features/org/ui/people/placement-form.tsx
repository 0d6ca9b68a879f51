import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { en } from '../../messages/people-en.ts';
import { vi } from '../../messages/people-vi.ts';
import type { PersonRecordPage } from '../../queries/people/person-record.server.ts';
import type { FoundPlace } from '../../queries/tree/units-found.server.ts';
import { UnitChoices, UnitSearch } from '../tree/unit-finder.tsx';
import { noOrderProblems, OrderFields, type OrderProblems, useOrderErrors } from './order-fields.tsx';
import { BackToPerson, type PersonRefusal, PersonStep } from './person-step.tsx';

type Props = {
  page: PersonRecordPage;
  found: readonly FoundPlace[];
  search: string;
  today: string;
  title: string;
  lead: ReactNode;
  button: string;
  answered?: {
    choose: boolean;
    order: OrderProblems;
    refused: PersonRefusal | null;
    typed: { unitId: string; effectiveOn: string; note: string };
  };
  /** The thing cannot be done at all, so that no form is shown. */
  blocked: PersonRefusal | null;
};

/** Puts a person into a unit: search it, choose it, name the day and the order. */
export function PlacementForm({ page, found, search, today, title, lead, button, answered, blocked }: Props) {
  const words = useMessages(vi, en);
  const busy = useNavigation().state === 'submitting';
  const order = answered?.order ?? noOrderProblems;
  const message = answered?.choose ? words.problems.unit : undefined;
  const others = found.filter(({ id }) => id !== page.unit.id || page.person.leftAt !== null);
  return (
    <PersonStep
      page={page}
      title={title}
      lead={lead}
      errors={[...(message ? [{ id: 'unitId', message }] : []), ...useOrderErrors(order)]}
      refused={answered?.refused ?? blocked}
    >
      {!blocked && (
        <>
          <UnitSearch search={search} label={words.unitSearch} />
          <Form method="post" noValidate className="space-y-6">
            <input type="hidden" name="revision" value={page.person.revision} />
            <UnitChoices
              found={others}
              search={search}
              label={words.unitChoose}
              error={message}
              chosen={answered?.typed.unitId || undefined}
            />
            {others.length > 0 && <OrderFields problems={order} typed={answered?.typed} today={today} />}
            <ButtonRow>
              {others.length > 0 && (
                <Button type="submit" look="primary" busy={busy}>
                  {button}
                </Button>
              )}
              <BackToPerson personId={page.person.id} />
            </ButtonRow>
          </Form>
        </>
      )}
    </PersonStep>
  );
}
