import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { attachPerson } from '#app/features/org/commands/people/attach-person.server.ts';
import { endAttachment } from '#app/features/org/commands/people/end-attachment.server.ts';
import { en } from '#app/features/org/messages/people-en.ts';
import { vi } from '#app/features/org/messages/people-vi.ts';
import { managedPerson } from '#app/features/org/queries/people/person-record.server.ts';
import { unitsFound } from '#app/features/org/queries/tree/units-found.server.ts';
import { attachmentSchema } from '#app/features/org/schema.people.ts';
import { readTreeSearch } from '#app/features/org/schema.tree.ts';
import { AttachmentFields, useAttachmentErrors } from '#app/features/org/ui/people/attachment-fields.tsx';
import { AttachmentList } from '#app/features/org/ui/people/attachment-list.tsx';
import { BackToPerson, type PersonRefusal, PersonStep } from '#app/features/org/ui/people/person-step.tsx';
import { UnitChoices, UnitSearch } from '#app/features/org/ui/tree/unit-finder.tsx';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { formKey } from '#app/platform/http/form-key.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Section } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).attachTitle(page?.page.person.fullName ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { search } = readTreeSearch(new URL(request.url).searchParams);
  const page = await managedPerson(actor, idParam(params.personId));
  const found = await unitsFound(actor, 'person.manage', search);
  return { page, search, found, today: dateOf(now()), id: formKey() };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const personId = idParam(params.personId);
  const form = demand(attachmentSchema, formObject(await readForm(request)));
  if (form.intent === 'end') {
    await endAttachment(actor, personId, form.attachmentId);
    throw redirect(`/people/${personId}?done=detached`, 303);
  }
  const typed = form;
  const none = { problems: {}, note: null };
  if (form.unitId === '')
    return data({ choose: true, refused: null as PersonRefusal | null, ...none, typed }, { status: 400 });
  const result = await attachPerson(actor, personId, form);
  if (result.kind === 'refused')
    return data({ choose: false, refused: result.reason as PersonRefusal, ...none, typed }, { status: 409 });
  if (result.kind === 'invalid')
    return data({ choose: false, refused: null, problems: result.problems, note: result.note, typed }, { status: 400 });
  throw redirect(`/people/${personId}?done=attached`, 303);
});

export default function PersonAttachments() {
  const words = useMessages(vi, en);
  const { page, search, found, today, id } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const busy = useNavigation().state === 'submitting';
  const { person, unit, attachments } = page;
  const problems = answered?.problems ?? {};
  const note = answered?.note ?? null;
  const message = answered?.choose ? words.problems.unit : undefined;
  const others = found.filter((each) => each.id !== unit.id);
  return (
    <PersonStep
      page={page}
      title={words.attachTitle(person.fullName)}
      lead={words.attachLead}
      errors={[...(message ? [{ id: 'unitId', message }] : []), ...useAttachmentErrors(problems, note)]}
      refused={answered?.refused ?? (person.leftAt ? 'left' : null)}
    >
      {!person.leftAt && (
        <>
          <UnitSearch search={search} label={words.unitSearch} />
          <Form method="post" noValidate className="space-y-6">
            <input type="hidden" name="intent" value="attach" />
            <input type="hidden" name="id" value={answered?.typed.id ?? id} />
            <UnitChoices
              found={others}
              search={search}
              label={words.attachChoose}
              error={message}
              chosen={answered?.typed.unitId || undefined}
            />
            {others.length > 0 && (
              <AttachmentFields problems={problems} note={note} typed={answered?.typed} today={today} />
            )}
            <ButtonRow>
              {others.length > 0 && (
                <Button type="submit" look="primary" busy={busy}>
                  {words.attachButton}
                </Button>
              )}
              <BackToPerson personId={person.id} />
            </ButtonRow>
          </Form>
        </>
      )}
      {attachments.length > 0 && (
        <Section title={words.attachments}>
          <AttachmentList attachments={attachments} personId={person.id} mayManage />
        </Section>
      )}
    </PersonStep>
  );
}
