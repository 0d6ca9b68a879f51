import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { undoBulkEdit } from '#app/features/questions/commands/undo-bulk-edit.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../../gate.server.ts';

/** Undoes a change of many questions as a whole. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = idParam(params.batchId);
  const result = await undoBulkEdit(actor, id);
  const left = result.kind === 'undone' ? result.left : 0;
  throw redirect(`/author/questions?batch=${id}&left=${left}`, 303);
});

/** Nothing is shown here: a reload leads back to the list. */
export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  await requireActor(request);
  throw redirect('/author/questions');
});
