import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { restoreItem } from '#app/features/library/commands/restore-item.server.ts';
import { retireItem } from '#app/features/library/commands/retire-item.server.ts';
import { itemStandingSchema } from '#app/features/library/schema.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../../gate.server.ts';

/** Takes a thing out of use or puts it back. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = idParam(params.itemId);
  const { intent } = demand(itemStandingSchema, formObject(await readForm(request)));
  if (intent === 'retire') await retireItem(actor, id);
  else await restoreItem(actor, id);
  throw redirect(`/author/library/${id}?done=${intent === 'retire' ? 'retired' : 'restored'}`, 303);
});

/** Nothing is shown here: a reload leads back to the thing. */
export const loader = answer(async ({ params }: LoaderFunctionArgs) => {
  throw redirect(`/author/library/${idParam(params.itemId)}`);
});
