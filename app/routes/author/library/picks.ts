import type { LoaderFunctionArgs } from '@remix-run/node';
import { libraryPicks } from '#app/features/library/queries/library-picks.server.ts';
import { inJson } from '#app/platform/http/in-json.server.ts';
import { requireActor } from '../../gate.server.ts';

/** What a lesson may be linked to, found by `?q=`: JSON for an editor's dialog. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  inJson(request, async () => {
    const actor = await requireActor(request);
    const q = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 200);
    return Response.json({ items: await libraryPicks(actor, q) }, { headers: { 'Cache-Control': 'no-store' } });
  });
