import { type ActionFunctionArgs, data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { mergeUnit } from '#app/features/org/commands/tree/merge-unit.server.ts';
import { en } from '#app/features/org/messages/tree-en.ts';
import { vi } from '#app/features/org/messages/tree-vi.ts';
import { unitMergerSchema } from '#app/features/org/schema.tree.ts';
import { TargetForm } from '#app/features/org/ui/tree/target-form.tsx';
import { type TreeRefusal, UnitStep } from '#app/features/org/ui/tree/unit-step.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { requireActor } from '../../gate.server.ts';
import { loadTarget } from './target.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).mergeTitle(page?.page.unit.name ?? ''));

export const loader = answer(loadTarget);

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = idParam(params.unitId);
  const { unitId, revision, note } = demand(unitMergerSchema, formObject(await readForm(request)));
  type Refused = { problem: 'choose' | null; refused: TreeRefusal | null; chosen: string; note: string };
  if (unitId === '') return data<Refused>({ problem: 'choose', refused: null, chosen: '', note }, { status: 400 });
  const result = await mergeUnit(actor, id, { intoId: unitId, revision, note });
  if (result.kind === 'refused')
    return data<Refused>({ problem: null, refused: result.reason, chosen: unitId, note }, { status: 409 });
  throw redirect(`/units/${unitId}/structure?done=merged`, 303);
});

export default function UnitMerger() {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { page, search, found } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { unit, parts } = page;
  const message = answered?.problem ? words.problems.choose : undefined;
  return (
    <UnitStep
      page={page}
      title={words.mergeTitle(unit.name)}
      lead={words.mergeLead(formatNumber(lang, unit.strength), formatNumber(lang, parts))}
      errors={message ? [{ id: 'unitId', message }] : []}
      refused={answered?.refused ?? (page.mayPlace ? null : 'beyond-reach')}
    >
      {page.mayPlace && (
        <>
          <Notice title={words.mergeWarn} />
          <TargetForm
            {...{ unit, search, found }}
            searchLabel={words.mergeSearch}
            chooseLabel={words.mergeChoose}
            error={message}
            chosen={answered?.chosen}
            button={words.mergeButton}
            look="danger"
          >
            <Field label={words.mergeNote} hint={words.mergeNoteHint}>
              <TextInput name="note" maxLength={300} autoComplete="off" defaultValue={answered?.note} />
            </Field>
          </TargetForm>
        </>
      )}
    </UnitStep>
  );
}
