import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { endSessions } from '#app/features/access/commands/end-sessions.server.ts';
import { endSessionsForm } from '#app/features/access/schema.ts';
import { readSessionToken } from '#app/platform/http/cookies.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { requireActor } from '../gate.server.ts';

export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const { session } = demand(endSessionsForm, formObject(await readForm(request)));
  const which = session === 'others' ? { allButToken: readSessionToken(request) ?? '' } : { id: session };
  throw redirect(`/account?ended=${await endSessions(actor, which)}`, { status: 303 });
});

/** Nothing is shown here: a reload of the form's address leads back. */
export const loader = () => redirect('/account');
