import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  openAccounts,
  printSlips,
  reissueFirstPasswords,
} from '#app/features/access/commands/first-passwords.server.ts';
import { en } from '#app/features/access/messages/first-passwords-en.ts';
import { vi } from '#app/features/access/messages/first-passwords-vi.ts';
import { firstPasswordsPage } from '#app/features/access/queries/first-passwords.server.ts';
import { AccountsPage } from '#app/features/access/ui/first-passwords/accounts-page.tsx';
import { SlipSheets } from '#app/features/access/ui/first-passwords/slip-sheets.tsx';
import { unitParts } from '#app/features/org/queries/unit-parts.server.ts';
import { firstPasswordsSchema } from '#app/features/org/schema.roster.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const unitId = idParam(params.unitId);
  const parts = await unitParts(actor, unitId, 'person.manage');
  const page = await firstPasswordsPage(actor, unitId, parts);
  return { page, parts: parts.map(({ id, name }) => ({ id, name })) };
});

/** Passwords are shown in the answer to a form alone, and in no address: they stay out of history and logs. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const unitId = idParam(params.unitId);
  const form = demand(firstPasswordsSchema, formObject(await readForm(request)));
  const nothing = { opened: null, printed: null, origin: new URL(request.url).origin };
  switch (form.intent) {
    case 'open':
      return data({ ...nothing, opened: (await openAccounts(actor, { unitId }, form.rule)).made });
    case 'reissue': {
      await reissueFirstPasswords(actor, [form.personId]);
      const printed = await printSlips(actor, unitId, { onlyPersonId: form.personId });
      return data({ ...nothing, printed });
    }
    case 'print': {
      const printed = await printSlips(actor, unitId, form.personId ? { onlyPersonId: form.personId } : {});
      return data({ ...nothing, printed });
    }
  }
});

export default function FirstPasswords() {
  const { page, parts } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  if (answered?.printed?.kind === 'printed' && answered.printed.units.length > 0)
    return <SlipSheets unitId={page.unit.id} printed={answered.printed} origin={answered.origin} />;
  return (
    <AccountsPage
      page={page}
      parts={parts}
      opened={answered?.opened ?? null}
      isTooMany={answered?.printed?.kind === 'too-many'}
      isEmpty={answered?.printed?.kind === 'printed'}
    />
  );
}
