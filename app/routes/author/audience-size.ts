import type { ActionFunctionArgs } from '@remix-run/node';
import { audienceSize } from '#app/features/courses/queries/new-assignment.server.ts';
import { audienceFormSchema } from '#app/features/courses/schema.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { requireActor } from '../gate.server.ts';

/** How many people the assignment form would reach as it stands; changes nothing. */
export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const audience = demand(audienceFormSchema, formObject(await readForm(request)));
  return Response.json({ people: await audienceSize(actor, audience) }, { headers: { 'Cache-Control': 'no-store' } });
});
