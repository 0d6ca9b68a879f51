import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { orderUnit } from '#app/features/org/commands/tree/order-unit.server.ts';
import { justMerged } from '#app/features/org/queries/tree/merger-of.server.ts';
import { PARTS_A_PAGE, structurePage } from '#app/features/org/queries/tree/structure-page.server.ts';
import { readTreeSearch, unitOrderSchema } from '#app/features/org/schema.tree.ts';
import { isTreeDone, StructureView } from '#app/features/org/ui/tree/structure-view.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, () => data?.page.unit.name ?? '');

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const asked = readTreeSearch(searchParams);
  const done = searchParams.get('done');
  const unitId = idParam(params.unitId);
  const page = await structurePage(actor, unitId, asked);
  const merged = done === 'merged' ? await justMerged(actor, unitId) : null;
  const { search, withClosed } = asked;
  return { page, search, withClosed, mostParts: PARTS_A_PAGE, done: isTreeDone(done) ? done : null, merged };
});

/** A button of the list changes the order; the list comes back as it was looked at. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const unitId = idParam(params.unitId);
  const { order } = demand(unitOrderSchema, formObject(await readForm(request)));
  await orderUnit(actor, unitId, order);
  const { searchParams } = new URL(request.url);
  for (const name of ['index', 'done', '_data', '_routes']) searchParams.delete(name);
  throw redirect(`/units/${unitId}/structure?${searchParams}`, 303);
});

export default function Structure() {
  return <StructureView {...useLoaderData<typeof loader>()} />;
}
