import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addPerson } from '#app/features/org/commands/people/add-person.server.ts';
import { en } from '#app/features/org/messages/people-en.ts';
import { vi } from '#app/features/org/messages/people-vi.ts';
import { unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { newPersonSchema } from '#app/features/org/schema.people.ts';
import { emptyPerson } from '#app/features/org/ui/people/person-fields.tsx';
import { PersonForm, usePersonFormErrors } from '#app/features/org/ui/people/person-form.tsx';
import { PersonStep } from '#app/features/org/ui/people/person-step.tsx';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { formKey } from '#app/platform/http/form-key.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { requireActor } from '../gate.server.ts';
import { personAnswer } from './person-answer.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).newTitle(page?.unit.name ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const { unit, above } = await unitPlace(await requireActor(request), idParam(params.unitId), 'person.manage');
  return { unit, above, id: formKey(), today: dateOf(now()) };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const { id, effectiveOn, note, ...person } = demand(newPersonSchema, formObject(await readForm(request)));
  const result = await addPerson(actor, idParam(params.unitId), { id, person, effectiveOn, note });
  if (result.kind === 'added') throw redirect(`/people/${result.personId}?done=added`, 303);
  return personAnswer({ ...person, effectiveOn, note, id }, result);
});

export default function NewPerson() {
  const words = useMessages(vi, en);
  const { unit, above, id, today } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <PersonStep
      page={{ unit, above, person: null }}
      title={words.newTitle(unit.name)}
      lead={words.newLead}
      errors={usePersonFormErrors(answered)}
      refused={answered?.refused}
    >
      <PersonForm
        {...{ answered, today }}
        typed={answered?.typed ?? emptyPerson}
        order={answered?.typed}
        hidden={<input type="hidden" name="id" value={answered?.typed.id ?? id} />}
        button={words.newButton}
        back={
          <LinkButton to={`/units/${unit.id}/people`} look="quiet">
            {words.cancel}
          </LinkButton>
        }
      />
    </PersonStep>
  );
}
