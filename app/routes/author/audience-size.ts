import type { ActionFunctionArgs } from '@remix-run/node';
import { audiencePreview } from '#app/features/courses/queries/audience-preview.server.ts';
import { audienceFormSchema } from '#app/features/courses/schema.assignment.ts';
import { audienceChange } from '#app/features/progress/queries/audience-change.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { requireActor } from '../gate.server.ts';

/** How many people the form would reach as it stands, and through what; changes nothing. */
export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const form = await readForm(request);
  const audience = demand(audienceFormSchema, formObject(form));
  const assignmentId = form.get('assignmentId');
  const counted = await audiencePreview(actor, audience);
  const change =
    typeof assignmentId === 'string' && assignmentId !== ''
      ? await audienceChange(actor, assignmentId, audience)
      : undefined;
  return Response.json({ ...counted, change }, { headers: { 'Cache-Control': 'no-store' } });
});
