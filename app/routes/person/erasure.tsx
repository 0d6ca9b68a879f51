import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { erasePerson } from '#app/features/org/commands/people/erase-person.server.ts';
import { en } from '#app/features/org/messages/people-en.ts';
import { vi } from '#app/features/org/messages/people-vi.ts';
import { managedPerson } from '#app/features/org/queries/people/person-record.server.ts';
import { erasureSchema } from '#app/features/org/schema.people.ts';
import { BackToPerson, type PersonRefusal, PersonStep } from '#app/features/org/ui/people/person-step.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).eraseTitle(page?.page.person.fullName ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => ({
  page: await managedPerson(await requireActor(request), idParam(params.personId)),
}));

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const personId = idParam(params.personId);
  const { number } = demand(erasureSchema, formObject(await readForm(request)));
  const result = await erasePerson(actor, personId, number);
  if (result.kind === 'refused')
    return data({ refused: result.reason as PersonRefusal | null, isWrong: false }, { status: 409 });
  if (result.kind === 'invalid') return data({ refused: null as PersonRefusal | null, isWrong: true }, { status: 400 });
  throw redirect(`/people/${personId}?done=erased`, 303);
});

export default function PersonErasure() {
  const words = useMessages(vi, en);
  const { page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const busy = useNavigation().state === 'submitting';
  const { person } = page;
  const message = answered?.isWrong ? words.problems.confirm : undefined;
  const mayErase = person.leftAt !== null && person.erasedAt === null;
  return (
    <PersonStep
      page={page}
      title={words.eraseTitle(person.erasedAt ? words.erasedName : person.fullName)}
      lead={words.eraseLead}
      errors={message ? [{ id: 'number', message }] : []}
      refused={answered?.refused ?? (person.leftAt ? null : 'serving')}
    >
      {mayErase && (
        <>
          <p>
            <Link to={`/people/${person.id}/record`}>{words.record}</Link>
          </p>
          <Section title={words.eraseGoes}>
            <List items={Object.values(words.eraseGoesList)} />
          </Section>
          <Section title={words.eraseStays}>
            <List items={Object.values(words.eraseStaysList)} />
          </Section>
          <Form method="post" noValidate className="space-y-6">
            <Field id="number" label={words.eraseConfirm(person.number)} error={message}>
              <TextInput name="number" width="half" autoComplete="off" />
            </Field>
            <ButtonRow>
              <Button type="submit" look="danger" busy={busy}>
                {words.eraseButton}
              </Button>
              <BackToPerson personId={person.id} />
            </ButtonRow>
          </Form>
        </>
      )}
    </PersonStep>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul className="list-disc space-y-1 pl-5">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
