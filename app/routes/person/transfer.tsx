import { type ActionFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { transferPerson } from '#app/features/org/commands/people/transfer-person.server.ts';
import { en } from '#app/features/org/messages/people-en.ts';
import { vi } from '#app/features/org/messages/people-vi.ts';
import { PlacementForm } from '#app/features/org/ui/people/placement-form.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';
import { loadPlacement, placementAnswer, readPlacement } from './placement.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).transferTitle(data?.page.person.fullName ?? ''));

export const loader = answer(loadPlacement);

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const personId = idParam(params.personId);
  const form = await readPlacement(request);
  if (form.unitId === '') return placementAnswer(form, null);
  const result = await transferPerson(actor, personId, form);
  if (result.kind === 'invalid' || result.kind === 'refused') return placementAnswer(form, result);
  throw redirect(`/people/${personId}?done=transferred`, 303);
});

export default function PersonTransfer() {
  const words = useMessages(vi, en);
  const { page, search, found, today } = useLoaderData<typeof loader>();
  return (
    <PlacementForm
      {...{ page, found, search, today }}
      title={words.transferTitle(page.person.fullName)}
      lead={
        <>
          {words.transferNow(page.unit.name)} {words.transferOut}
        </>
      }
      button={words.transferButton}
      answered={useActionData<typeof action>()}
      blocked={page.person.leftAt ? 'left' : null}
    />
  );
}
