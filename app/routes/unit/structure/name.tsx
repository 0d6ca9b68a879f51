import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { renameUnit } from '#app/features/org/commands/tree/rename-unit.server.ts';
import { en } from '#app/features/org/messages/tree-en.ts';
import { vi } from '#app/features/org/messages/tree-vi.ts';
import { structureUnit } from '#app/features/org/queries/tree/structure-page.server.ts';
import { unitNameSchema } from '#app/features/org/schema.tree.ts';
import { UnitNamingFields, useNamingErrors } from '#app/features/org/ui/tree/unit-naming-fields.tsx';
import { BackLink, UnitStep } from '#app/features/org/ui/tree/unit-step.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).renameTitle(page?.page.unit.name ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  return { page: await structureUnit(actor, idParam(params.unitId)) };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const unitId = idParam(params.unitId);
  const form = demand(unitNameSchema, formObject(await readForm(request)));
  const result = await renameUnit(actor, unitId, form);
  if (result.kind === 'renamed') throw redirect(`/units/${unitId}/structure?done=renamed`, 303);
  if (result.kind === 'unchanged') throw redirect(`/units/${unitId}/structure`, 303);
  const refused = result.kind === 'refused' ? result.reason : null;
  const problems = result.kind === 'invalid' ? result.problems : {};
  return data({ problems, refused, typed: form }, { status: refused ? 409 : 400 });
});

export default function UnitName() {
  const words = useMessages(vi, en);
  const { page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const problems = answered?.problems ?? {};
  const busy = useNavigation().state === 'submitting';
  // After somebody else's change the form says what that one wrote: nobody overwrites what they have not seen.
  const typed = answered && !answered.refused ? answered.typed : page.unit;
  return (
    <UnitStep
      page={page}
      title={words.renameTitle(page.unit.name)}
      lead={words.renameLead}
      errors={useNamingErrors(problems)}
      refused={answered?.refused ?? null}
    >
      <Form method="post" noValidate className="space-y-6" key={page.unit.revision}>
        <input type="hidden" name="revision" value={page.unit.revision} />
        <UnitNamingFields typed={typed} problems={problems} />
        <ButtonRow>
          <Button type="submit" look="primary" busy={busy}>
            {words.renameButton}
          </Button>
          <BackLink unitId={page.unit.id} />
        </ButtonRow>
      </Form>
    </UnitStep>
  );
}
