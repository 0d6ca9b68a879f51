import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { endExtension } from '#app/features/progress/commands/extensions/end-extension.server.ts';
import { extendPeople } from '#app/features/progress/commands/extensions/extend-people.server.ts';
import { en } from '#app/features/progress/messages/extensions-en.ts';
import { vi } from '#app/features/progress/messages/extensions-vi.ts';
import { unitExtensions } from '#app/features/progress/queries/extensions/unit-extensions.server.ts';
import { extensionSchema } from '#app/features/progress/schema.extensions.ts';
import type { ExtensionAnswer } from '#app/features/progress/ui/extensions/extension-fields.tsx';
import { UnitExtensionsPage } from '#app/features/progress/ui/extensions/unit-extensions-page.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);

const kinds = ['extended', 'unchanged', 'ended'] as const;

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const search = new URL(request.url).searchParams;
  const wanted = search.get('assignment');
  const what = kinds.find((kind) => kind === search.get('done'));
  return {
    page: await unitExtensions(actor, idParam(params.unitId), wanted ? idParam(wanted) : null),
    chosenId: search.get('person'),
    done: what ? { what, people: Number(search.get('people')) || 0 } : null,
  };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const unitId = idParam(params.unitId);
  const form = await readForm(request);
  const back = (assignmentId: string, done: string, people = 0) =>
    redirect(
      `/units/${unitId}/extensions?${new URLSearchParams({ assignment: assignmentId, done, people: `${people}` })}`,
      303,
    );
  const parsed = parseForm(extensionSchema, form);
  const refuse = (problems: ExtensionAnswer['problems']) =>
    data<ExtensionAnswer>(
      {
        assignmentId: String(form.get('assignmentId') ?? ''),
        dueOn: String(form.get('dueOn') ?? ''),
        reason: String(form.get('reason') ?? ''),
        personIds: form.getAll('personIds').map(String),
        problems,
      },
      { status: 400 },
    );
  if (!parsed.ok) {
    const problems = (['personIds', 'dueOn', 'reason'] as const).flatMap((field) => {
      const code = parsed.problems[field]?.[0];
      return code ? [{ field, code }] : [];
    });
    if (problems.length < Object.keys(parsed.problems).length)
      return demand(extensionSchema, formObject(form)) as never;
    return refuse(problems);
  }
  const { value } = parsed;
  if (value.intent === 'end') {
    const { kind } = await endExtension(actor, value);
    throw back(value.assignmentId, kind);
  }
  const result = await extendPeople(actor, value);
  if (result.kind === 'refused') {
    return refuse([{ field: result.reason === 'nobody-owes' ? 'personIds' : 'dueOn', code: result.reason }]);
  }
  throw back(value.assignmentId, result.kind, result.people);
});

export default function Extensions() {
  return <UnitExtensionsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
