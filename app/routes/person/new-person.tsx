import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { addPerson } from '#app/features/org/commands/people/add-person.server.ts';
import { en } from '#app/features/org/messages/people-en.ts';
import { vi } from '#app/features/org/messages/people-vi.ts';
import { unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { newPersonSchema } from '#app/features/org/schema.people.ts';
import { noOrderProblems, OrderFields, useOrderErrors } from '#app/features/org/ui/people/order-fields.tsx';
import { emptyPerson, PersonFields, usePersonErrors } from '#app/features/org/ui/people/person-fields.tsx';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { formKey } from '#app/platform/http/form-key.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

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
  const refused = result.kind === 'refused' ? result.reason : null;
  const wrong = result.kind === 'invalid' ? result : { problems: {}, ...noOrderProblems };
  const { problems, day, note: noteProblem } = wrong;
  const answered = {
    problems,
    order: { day, note: noteProblem },
    refused,
    typed: { ...person, effectiveOn, note, id },
  };
  return data(answered, { status: refused ? 409 : 400 });
});

export default function NewPerson() {
  const words = useMessages(vi, en);
  const { unit, above, id, today } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const busy = useNavigation().state === 'submitting';
  const problems = answered?.problems ?? {};
  const order = answered?.order ?? noOrderProblems;
  const errors = [...usePersonErrors(problems), ...useOrderErrors(order)];
  return (
    <Page
      title={words.newTitle(unit.name)}
      lead={words.newLead}
      width="reading"
      crumbs={[...above, unit].map((each) => ({ to: `/units/${each.id}`, label: each.name }))}
      crumbsLabel={words.crumbs}
    >
      {answered?.refused && (
        <Notice kind="error" live title={words.refusedTitle}>
          {words.refused[answered.refused]}
        </Notice>
      )}
      <ErrorSummary title={words.problemsTitle(errors.length)} errors={errors} />
      <Form method="post" noValidate className="space-y-6">
        <input type="hidden" name="id" value={answered?.typed.id ?? id} />
        <PersonFields typed={answered?.typed ?? emptyPerson} problems={problems} />
        <OrderFields problems={order} typed={answered?.typed} today={today} />
        <ButtonRow>
          <Button type="submit" look="primary" busy={busy}>
            {words.newButton}
          </Button>
          <LinkButton to={`/units/${unit.id}/people`} look="quiet">
            {words.cancel}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  );
}
