import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { editPerson } from '#app/features/org/commands/people/edit-person.server.ts';
import { en } from '#app/features/org/messages/people-en.ts';
import { vi } from '#app/features/org/messages/people-vi.ts';
import { managedPerson } from '#app/features/org/queries/people/person-record.server.ts';
import { personDataSchema } from '#app/features/org/schema.people.ts';
import { noOrderProblems, OrderFields, useOrderErrors } from '#app/features/org/ui/people/order-fields.tsx';
import { PersonFields, usePersonErrors } from '#app/features/org/ui/people/person-fields.tsx';
import { BackToPerson, PersonStep } from '#app/features/org/ui/people/person-step.tsx';
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
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).editTitle(page?.page.person.fullName ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const page = await managedPerson(await requireActor(request), idParam(params.personId));
  return { page, today: dateOf(now()) };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const personId = idParam(params.personId);
  const { effectiveOn, note, as, revision, ...person } = demand(personDataSchema, formObject(await readForm(request)));
  const result = await editPerson(actor, personId, { person, as, effectiveOn, note, revision });
  if (result.kind === 'edited') throw redirect(`/people/${personId}?done=edited`, 303);
  if (result.kind === 'unchanged') throw redirect(`/people/${personId}`, 303);
  const refused = result.kind === 'refused' ? result.reason : null;
  const wrong = result.kind === 'invalid' ? result : { problems: {}, ...noOrderProblems };
  const { problems, day, note: noteProblem } = wrong;
  const answered = {
    problems,
    order: { day, note: noteProblem },
    refused,
    typed: { ...person, effectiveOn, note, as },
  };
  return data(answered, { status: refused ? 409 : 400 });
});

export default function PersonData() {
  const words = useMessages(vi, en);
  const { page, today } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const busy = useNavigation().state === 'submitting';
  const { person } = page;
  const problems = answered?.problems ?? {};
  const order = answered?.order ?? noOrderProblems;
  const stored = {
    ...person,
    ...{ bornOn: person.bornOn ?? '', rank: person.rank ?? '', position: person.position ?? '' },
  };
  // After somebody else's change the form says what that one wrote: nobody overwrites what they have not seen.
  const typed = answered && !answered.refused ? answered.typed : null;
  return (
    <PersonStep
      page={page}
      title={words.editTitle(person.fullName)}
      errors={[...usePersonErrors(problems), ...useOrderErrors(order)]}
      refused={answered?.refused ?? (person.leftAt ? 'left' : null)}
    >
      {!person.leftAt && (
        <Form method="post" noValidate className="space-y-6" key={person.revision}>
          <input type="hidden" name="revision" value={person.revision} />
          <PersonFields typed={typed ?? stored} problems={problems} />
          <ChoiceGroup
            type="radio"
            name="as"
            label={words.editAs}
            defaultValue={typed?.as ?? 'change'}
            options={[
              { value: 'change', label: words.asChange, hint: words.asChangeHint },
              { value: 'correction', label: words.asCorrection, hint: words.asCorrectionHint },
            ]}
          />
          <OrderFields problems={order} typed={typed ?? undefined} today={today} />
          <ButtonRow>
            <Button type="submit" look="primary" busy={busy}>
              {words.save}
            </Button>
            <BackToPerson personId={person.id} />
          </ButtonRow>
        </Form>
      )}
    </PersonStep>
  );
}
