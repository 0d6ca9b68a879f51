import type { ActionFunctionArgs } from '@remix-run/node';
import { enterPaperSheet } from '#app/features/quiz/commands/printed/enter-sheet.server.ts';
import { sheetEntrySchema } from '#app/features/quiz/schema.printed.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, readJson } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** One sheet as the entry screen sends it; a refusal is an answer, so that it is not sent again by itself. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const typed = demand(sheetEntrySchema, await readJson(request));
  return Response.json(await enterPaperSheet(actor, idParam(params.setId), typed));
});
