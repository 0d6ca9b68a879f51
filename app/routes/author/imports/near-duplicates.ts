import type { LoaderFunctionArgs } from '@remix-run/node';
import { importNears } from '#app/features/questions/queries/imports/import-pages.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../../gate.server.ts';

/** What of the saved text is near to the bank or to itself, asked again after it was edited. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const nears = await importNears(await requireActor(request), idParam(params.importId));
  return Response.json(nears, { headers: { 'Cache-Control': 'no-store' } });
});
