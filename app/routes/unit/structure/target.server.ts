import type { LoaderFunctionArgs } from '@remix-run/node';
import { structureUnit } from '#app/features/org/queries/tree/structure-page.server.ts';
import { unitsFound } from '#app/features/org/queries/tree/units-found.server.ts';
import { readTreeSearch } from '#app/features/org/schema.tree.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../../gate.server.ts';

/** A unit that is to come under or into another, and the units that a search found. */
export async function loadTarget({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { search } = readTreeSearch(new URL(request.url).searchParams);
  const page = await structureUnit(actor, idParam(params.unitId));
  return { page, search, found: await unitsFound(actor, 'unit.manage', search) };
}
