import type { ActionFunctionArgs } from '@remix-run/node';
import { redrawnDraft } from '#app/features/questions/queries/question-preview.server.ts';
import { questionFormSchema } from '#app/features/questions/schema.draft.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demandNestedForm } from '#app/platform/http/nested-form.server.ts';
import { requireActor } from '../gate.server.ts';

/** The preview of a question while it is typed; changes nothing. */
export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const { draft } = await demandNestedForm(questionFormSchema, request);
  const redrawn = await redrawnDraft(actor, draft, 'preview');
  return Response.json(redrawn?.preview, { headers: { 'Cache-Control': 'no-store' } });
});
