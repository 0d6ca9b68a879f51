import { type ActionFunctionArgs, data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { moveUnit } from '#app/features/org/commands/tree/move-unit.server.ts';
import { en } from '#app/features/org/messages/tree-en.ts';
import { vi } from '#app/features/org/messages/tree-vi.ts';
import { unitPlaceSchema } from '#app/features/org/schema.tree.ts';
import { TargetForm } from '#app/features/org/ui/tree/target-form.tsx';
import { type TreeRefusal, UnitStep } from '#app/features/org/ui/tree/unit-step.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../../gate.server.ts';
import { loadTarget } from './target.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).moveTitle(page?.page.unit.name ?? ''));

export const loader = answer(loadTarget);

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = idParam(params.unitId);
  const { unitId, revision } = demand(unitPlaceSchema, formObject(await readForm(request)));
  type Refused = { problem: 'choose' | null; refused: TreeRefusal | null; chosen: string };
  if (unitId === '') return data<Refused>({ problem: 'choose', refused: null, chosen: '' }, { status: 400 });
  const result = await moveUnit(actor, id, { parentId: unitId, revision });
  if (result.kind === 'refused')
    return data<Refused>({ problem: null, refused: result.reason, chosen: unitId }, { status: 409 });
  throw redirect(`/units/${id}/structure${result.kind === 'moved' ? '?done=moved' : ''}`, 303);
});

export default function UnitPlace() {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { page, search, found } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { unit, above } = page;
  const parent = above.at(-1);
  const message = answered?.problem ? words.problems.choose : undefined;
  return (
    <UnitStep
      page={page}
      title={words.moveTitle(unit.name)}
      lead={
        <>
          {words.moveLead(formatNumber(lang, unit.subtreeStrength), formatNumber(lang, page.below))}{' '}
          {parent && words.moveNow(parent.name)}
        </>
      }
      errors={message ? [{ id: 'unitId', message }] : []}
      refused={answered?.refused ?? (page.mayPlace ? null : 'beyond-reach')}
    >
      {page.mayPlace && (
        <TargetForm
          {...{ unit, search, found }}
          searchLabel={words.moveSearch}
          chooseLabel={words.moveChoose}
          error={message}
          chosen={answered?.chosen}
          button={words.moveButton}
          look="primary"
        />
      )}
    </UnitStep>
  );
}
