import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { setReminderRule } from '#app/features/progress/commands/reminders/set-reminder-rule.server.ts';
import { en } from '#app/features/progress/messages/reminders-en.ts';
import { vi } from '#app/features/progress/messages/reminders-vi.ts';
import { reminderRulePage } from '#app/features/progress/queries/reminders/reminder-rule-page.server.ts';
import { reminderRuleSchema } from '#app/features/progress/schema.reminders.ts';
import { type ReminderRuleAnswer, ReminderRulePage } from '#app/features/progress/ui/reminders/reminder-rule-page.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).ruleForm.title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  return {
    page: await reminderRulePage(actor, idParam(params.unitId)),
    isSaved: new URL(request.url).searchParams.has('saved'),
  };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const unitId = idParam(params.unitId);
  const form = await readForm(request);
  const parsed = parseForm(reminderRuleSchema, form);
  if (!parsed.ok) {
    if (parsed.problems.intent) return demand(reminderRuleSchema, formObject(form)) as never;
    const problems = Object.entries(parsed.problems).map(([field, [code = '']]) => ({ field, code }));
    return data<ReminderRuleAnswer>({ typed: parsed.typed, problems }, { status: 400 });
  }
  const { value } = parsed;
  if (value.intent === 'inherit') await setReminderRule(actor, { unitId, rule: null });
  else {
    const { raiseAfterDays, againAfterDays, quietFrom, quietUntil, weekends } = value;
    const rule = { raiseAfterDays, againAfterDays, quietFrom, quietUntil, isQuietAtWeekends: weekends === 'quiet' };
    await setReminderRule(actor, { unitId, rule });
  }
  throw redirect(`/units/${unitId}/reminder-rule?saved`, 303);
});

export default function ReminderRule() {
  return <ReminderRulePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
