import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import type { PersonProblems, TypedPerson } from '../../core/people/person-edit.ts';
import { noOrderProblems, OrderFields, type OrderProblems, useOrderErrors } from './order-fields.tsx';
import { PersonFields, usePersonErrors } from './person-fields.tsx';

/** What is wrong with a form about a person. */
export interface PersonFormProblems {
  problems: PersonProblems;
  order: OrderProblems;
}

type Props = {
  typed: TypedPerson;
  /** The order as it was typed; nothing where the form is new. */
  order?: { effectiveOn: string; note: string };
  answered?: PersonFormProblems;
  today: string;
  button: string;
  /** What else goes along: hidden fields. */
  hidden: ReactNode;
  /** Between the person and the order. */
  children?: ReactNode;
  back: ReactNode;
};

/** What is kept of a person, with the day and the order by which it changes. */
export function PersonForm({ typed, order, answered, today, button, hidden, children, back }: Props) {
  const busy = useNavigation().state === 'submitting';
  return (
    <Form method="post" noValidate className="space-y-6">
      {hidden}
      <PersonFields typed={typed} problems={answered?.problems ?? {}} />
      {children}
      <OrderFields problems={answered?.order ?? noOrderProblems} typed={order} today={today} />
      <ButtonRow>
        <Button type="submit" look="primary" busy={busy}>
          {button}
        </Button>
        {back}
      </ButtonRow>
    </Form>
  );
}

/** Everything that is wrong with such a form, for the summary on top. */
export function usePersonFormErrors(answered?: PersonFormProblems) {
  const ofPerson = usePersonErrors(answered?.problems ?? {});
  return [...ofPerson, ...useOrderErrors(answered?.order ?? noOrderProblems)];
}
