import type { ActionFunctionArgs } from '@remix-run/node';
import { saveImport } from '#app/features/questions/commands/imports/save-import.server.ts';
import { importStateSchema } from '#app/features/questions/schema.imports.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../../gate.server.ts';

/** Autosave of an import: what is typed and chosen so far, or the news that another window was faster. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = idParam(params.importId);
  const state = demand(importStateSchema, formObject(await readForm(request)));
  return Response.json(await saveImport(actor, id, state), { headers: { 'Cache-Control': 'no-store' } });
});
