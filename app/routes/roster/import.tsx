import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { openAccounts } from '#app/features/access/commands/first-passwords.server.ts';
import {
  cancelImport,
  choosePolicy,
  decide,
  readAgain,
} from '#app/features/org/commands/roster/change-import.server.ts';
import { requestApply, requestUndo } from '#app/features/org/commands/roster/request-apply.server.ts';
import { en } from '#app/features/org/messages/roster-en.ts';
import { vi } from '#app/features/org/messages/roster-vi.ts';
import { peopleOfRoster, rosterPage } from '#app/features/org/queries/roster/roster-pages.server.ts';
import { readColumnsForm, readRosterSearch, rosterFormSchema } from '#app/features/org/schema.roster.ts';
import { RosterView } from '#app/features/org/ui/roster/roster-view.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: found }) =>
  pageMeta(matches, (lang) => found?.page.roster.fileName ?? messagesFor(lang, vi, en).title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const { searchParams } = new URL(request.url);
  const page = await rosterPage(await requireActor(request), idParam(params.importId), readRosterSearch(searchParams));
  return { page, done: searchParams.get('done') };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = idParam(params.importId);
  const fields = formObject(await readForm(request));
  const form = demand(rosterFormSchema, fields);
  const { search } = new URL(request.url);
  const refuse = (reason: string) =>
    data({ refusal: { reason, isOfApply: form.intent === 'apply' }, made: null }, { status: 409 });
  const back = (done: string) => {
    const wanted = new URLSearchParams(search);
    wanted.delete('_routes');
    wanted.set('done', done);
    return redirect(`/roster-imports/${id}?${wanted}`, 303);
  };
  switch (form.intent) {
    case 'columns':
    case 'again': {
      const change = form.intent === 'columns' ? { columns: readColumnsForm(fields) } : {};
      const result = await readAgain(actor, id, change);
      if (result.kind === 'refused') return refuse(result.reason);
      throw redirect(`/roster-imports/${id}?done=again`, 303);
    }
    case 'policy': {
      const result = await choosePolicy(actor, id, form.policy);
      if (result.kind === 'refused') return refuse(result.reason);
      throw back('policy');
    }
    case 'row-apply':
    case 'row-leave':
    case 'asked-apply':
    case 'asked-leave': {
      const to = form.intent.endsWith('apply') ? 'apply' : 'leave';
      const result = await decide(actor, id, 'line' in form ? { line: form.line } : 'asked', to);
      if (result.kind === 'refused') return refuse(result.reason);
      throw back('decided');
    }
    case 'apply': {
      const result = await requestApply(actor, id, { leavesProblems: form.leavesProblems === 'yes' });
      if (result.kind === 'refused') return refuse(result.reason);
      throw redirect(`/roster-imports/${id}`, 303);
    }
    case 'cancel': {
      const result = await cancelImport(actor, id);
      if (result.kind === 'refused') return refuse(result.reason);
      throw redirect(`/roster-imports/${id}?done=stopped`, 303);
    }
    case 'undo': {
      const result = await requestUndo(actor, id);
      if (result.kind === 'refused') return refuse(result.reason);
      throw redirect(`/roster-imports/${id}`, 303);
    }
    case 'accounts': {
      const { made } = await openAccounts(actor, { personIds: await peopleOfRoster(actor, id) }, form.rule);
      return data({ refusal: null, made });
    }
  }
});

export default function RosterFile() {
  const words = useMessages(vi, en);
  const { page, done } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { roster } = page;
  return (
    <Page
      title={roster.fileName}
      kicker={`${words.subjects[roster.subject]}, ${roster.unitName}`}
      crumbs={[{ to: '/roster-imports', label: words.title }]}
      crumbsLabel={words.crumbs}
      actions={
        roster.state === 'read' || roster.state === 'failed' ? (
          <Form method="post">
            <Button type="submit" name="intent" value="again" size="small">
              {words.again}
            </Button>
          </Form>
        ) : undefined
      }
    >
      <RosterView
        page={page}
        refusal={answered?.refusal ?? null}
        made={answered?.made ?? null}
        done={answered ? null : done}
      />
    </Page>
  );
}
