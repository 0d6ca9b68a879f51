import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { addUnit } from '#app/features/org/commands/tree/add-unit.server.ts';
import { en } from '#app/features/org/messages/tree-en.ts';
import { vi } from '#app/features/org/messages/tree-vi.ts';
import { structureUnit } from '#app/features/org/queries/tree/structure-page.server.ts';
import { newUnitSchema } from '#app/features/org/schema.tree.ts';
import { UnitNamingFields, useNamingErrors } from '#app/features/org/ui/tree/unit-naming-fields.tsx';
import { BackLink, UnitStep } from '#app/features/org/ui/tree/unit-step.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { formKey } from '#app/platform/http/form-key.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).newTitle(page?.page.unit.name ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  return { page: await structureUnit(actor, idParam(params.unitId)), id: formKey() };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const form = demand(newUnitSchema, formObject(await readForm(request)));
  const result = await addUnit(actor, idParam(params.unitId), form);
  if (result.kind === 'added') throw redirect(`/units/${result.unitId}/structure?done=added`, 303);
  const refused = result.kind === 'refused' ? result.reason : null;
  const problems = result.kind === 'invalid' ? result.problems : {};
  return data({ problems, refused, typed: form }, { status: refused ? 409 : 400 });
});

export default function NewUnit() {
  const words = useMessages(vi, en);
  const { page, id } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const problems = answered?.problems ?? {};
  const busy = useNavigation().state === 'submitting';
  return (
    <UnitStep
      page={page}
      title={words.newTitle(page.unit.name)}
      errors={useNamingErrors(problems)}
      refused={answered?.refused ?? null}
    >
      <Form method="post" noValidate className="space-y-6">
        <input type="hidden" name="id" value={answered?.typed.id ?? id} />
        <UnitNamingFields typed={answered?.typed ?? { name: '', shortName: '', kind: '' }} problems={problems} />
        <ButtonRow>
          <Button type="submit" look="primary" busy={busy}>
            {words.newButton}
          </Button>
          <BackLink unitId={page.unit.id} />
        </ButtonRow>
      </Form>
    </UnitStep>
  );
}
