import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { editPerson } from '#app/features/org/commands/people/edit-person.server.ts';
import { en } from '#app/features/org/messages/people-en.ts';
import { vi } from '#app/features/org/messages/people-vi.ts';
import { managedPerson } from '#app/features/org/queries/people/person-record.server.ts';
import { personDataSchema } from '#app/features/org/schema.people.ts';
import { PersonForm, usePersonFormErrors } from '#app/features/org/ui/people/person-form.tsx';
import { BackToPerson, PersonStep } from '#app/features/org/ui/people/person-step.tsx';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { requireActor } from '../gate.server.ts';
import { personAnswer } from './person-answer.server.ts';

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
  if (result.kind === 'edited' || result.kind === 'unchanged')
    throw redirect(`/people/${personId}${result.kind === 'edited' ? '?done=edited' : ''}`, 303);
  return personAnswer({ ...person, effectiveOn, note, as }, result);
});

export default function PersonData() {
  const words = useMessages(vi, en);
  const { page, today } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { person } = page;
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
      errors={usePersonFormErrors(answered)}
      refused={answered?.refused ?? (person.leftAt ? 'left' : null)}
    >
      {!person.leftAt && (
        <PersonForm
          key={person.revision}
          {...{ answered, today }}
          typed={typed ?? stored}
          order={typed ?? undefined}
          hidden={<input type="hidden" name="revision" value={person.revision} />}
          button={words.save}
          back={<BackToPerson personId={person.id} />}
        >
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
        </PersonForm>
      )}
    </PersonStep>
  );
}
