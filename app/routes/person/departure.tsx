import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { dischargePerson } from '#app/features/org/commands/people/discharge-person.server.ts';
import { en } from '#app/features/org/messages/people-en.ts';
import { vi } from '#app/features/org/messages/people-vi.ts';
import { managedPerson } from '#app/features/org/queries/people/person-record.server.ts';
import { departureSchema } from '#app/features/org/schema.people.ts';
import { noOrderProblems, OrderFields, useOrderErrors } from '#app/features/org/ui/people/order-fields.tsx';
import { BackToPerson, type PersonRefusal, PersonStep } from '#app/features/org/ui/people/person-step.tsx';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).dischargeTitle(page?.page.person.fullName ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const page = await managedPerson(await requireActor(request), idParam(params.personId));
  return { page, today: dateOf(now()) };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const personId = idParam(params.personId);
  const typed = demand(departureSchema, formObject(await readForm(request)));
  const refuse = (refused: PersonRefusal | null, order: typeof noOrderProblems, isReasonMissing = false) =>
    data({ refused, order, isReasonMissing, typed }, { status: refused ? 409 : 400 });
  if (typed.reason === '') return refuse(null, noOrderProblems, true);
  const result = await dischargePerson(actor, personId, { ...typed, reason: typed.reason });
  if (result.kind === 'invalid') return refuse(null, result);
  if (result.kind === 'refused') return refuse(result.reason, noOrderProblems);
  throw redirect(`/people/${personId}?done=discharged`, 303);
});

export default function PersonDeparture() {
  const words = useMessages(vi, en);
  const { page, today } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const busy = useNavigation().state === 'submitting';
  const order = answered?.order ?? noOrderProblems;
  const message = answered?.isReasonMissing ? words.problems.reason : undefined;
  return (
    <PersonStep
      page={page}
      title={words.dischargeTitle(page.person.fullName)}
      lead={words.dischargeLead}
      errors={[...(message ? [{ id: 'reason', message }] : []), ...useOrderErrors(order)]}
      refused={answered?.refused ?? (page.person.leftAt ? 'left' : null)}
    >
      {!page.person.leftAt && (
        <Form method="post" noValidate className="space-y-6">
          <input type="hidden" name="revision" value={page.person.revision} />
          <ChoiceGroup
            id="reason"
            type="radio"
            name="reason"
            label={words.field.reason}
            error={message}
            defaultValue={answered?.typed.reason}
            options={Object.entries(words.leaveReasons).map(([value, label]) => ({ value, label }))}
          />
          <OrderFields problems={order} typed={answered?.typed} today={today} />
          <ButtonRow>
            <Button type="submit" look="danger" busy={busy}>
              {words.dischargeButton}
            </Button>
            <BackToPerson personId={page.person.id} />
          </ButtonRow>
        </Form>
      )}
    </PersonStep>
  );
}
