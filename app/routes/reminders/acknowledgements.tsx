import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { acknowledgeLate } from '#app/features/progress/commands/reminders/acknowledge-late.server.ts';
import { remindersPage } from '#app/features/progress/queries/reminders/reminders-page.server.ts';
import { acknowledgementSchema } from '#app/features/progress/schema.reminders.ts';
import { type AcknowledgementProblem, RemindersPage } from '#app/features/progress/ui/reminders/reminders-page.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, parseForm, readForm } from '#app/platform/http/form.server.ts';
import { requireActor } from '../gate.server.ts';

// The list again, so that a refused note stands beside its field.
export { handle, meta } from './list.tsx';

export const loader = answer(async ({ request }: LoaderFunctionArgs) =>
  remindersPage(await requireActor(request), null),
);

/** Takes a late unit up, or takes that back. */
export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const form = await readForm(request);
  const parsed = parseForm(acknowledgementSchema, form);
  if (!parsed.ok) {
    const code = parsed.problems.note?.[0];
    if (!code || Object.keys(parsed.problems).length > 1)
      return demand(acknowledgementSchema, formObject(form)) as never;
    const { unitId = '', assignmentId = '', note = '' } = parsed.typed;
    return data<AcknowledgementProblem>({ unitId, assignmentId, note, code }, { status: 400 });
  }
  const { intent, unit, ...given } = parsed.value;
  const { kind } = await acknowledgeLate(actor, { ...given, isUndone: intent === 'undo' });
  const search = new URLSearchParams({ ...(unit ? { unit } : {}), done: kind });
  throw redirect(`/reminders?${search}`, 303);
});

export default function Acknowledgements() {
  return <RemindersPage {...useLoaderData<typeof loader>()} done={null} problem={useActionData<typeof action>()} />;
}
