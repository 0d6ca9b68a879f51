import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeAccount } from '#app/features/access/commands/accounts/change-account.server.ts';
import { openAccount } from '#app/features/access/commands/accounts/open-account.server.ts';
import { printSlips, reissueFirstPasswords, type Slip } from '#app/features/access/commands/first-passwords.server.ts';
import type { LoginProblem } from '#app/features/access/core/accounts/login-suggestion.ts';
import { en as accountEn } from '#app/features/access/messages/accounts-en.ts';
import { vi as accountVi } from '#app/features/access/messages/accounts-vi.ts';
import { personAccount } from '#app/features/access/queries/accounts/person-account.server.ts';
import { accountFormSchema } from '#app/features/access/schema.accounts.ts';
import { AccountSections } from '#app/features/access/ui/accounts/account-sections.tsx';
import { RoleList } from '#app/features/access/ui/accounts/role-list.tsx';
import { en } from '#app/features/org/messages/people-en.ts';
import { vi } from '#app/features/org/messages/people-vi.ts';
import { managedPerson } from '#app/features/org/queries/people/person-record.server.ts';
import { PersonStep } from '#app/features/org/ui/people/person-step.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).accountTitle(page?.page.person.fullName ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const personId = idParam(params.personId);
  const done = new URL(request.url).searchParams.get('done');
  return { page: await managedPerson(actor, personId), account: await personAccount(actor, personId), done };
});

type Answered = {
  problem: LoginProblem | null;
  refused: 'self' | 'left' | null;
  typed: string | null;
  slip: Slip | null;
};

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const personId = idParam(params.personId);
  const form = demand(accountFormSchema, formObject(await readForm(request)));
  const back = (done: string) => redirect(`/people/${personId}/account?done=${done}`, 303);
  const none: Answered = { problem: null, refused: null, typed: null, slip: null };
  switch (form.intent) {
    case 'open': {
      const result = await openAccount(actor, personId, form.login);
      if (result.kind === 'invalid')
        return data<Answered>({ ...none, problem: result.problem, typed: form.login }, { status: 400 });
      if (result.kind === 'refused') return data<Answered>({ ...none, refused: result.reason }, { status: 409 });
      throw back('opened');
    }
    case 'reissue': {
      if (personId === actor.personId) return data<Answered>({ ...none, refused: 'self' }, { status: 409 });
      await reissueFirstPasswords(actor, [personId]);
      throw back('reissued');
    }
    case 'slip': {
      const { unit } = await managedPerson(actor, personId);
      const printed = await printSlips(actor, unit.id, { onlyPersonId: personId });
      const slip = printed.kind === 'printed' ? (printed.units[0]?.slips[0] ?? null) : null;
      return data<Answered>({ ...none, slip });
    }
    case 'disable':
    case 'enable': {
      const reason = form.intent === 'disable' ? form.reason : '';
      const result = await changeAccount(actor, personId, { change: form.intent, reason });
      if (result.kind === 'refused') return data<Answered>({ ...none, refused: result.reason }, { status: 409 });
      throw back(form.intent === 'disable' ? 'disabled' : 'enabled');
    }
  }
});

export default function PersonAccount() {
  const words = useMessages(vi, en);
  const accountWords = useMessages(accountVi, accountEn);
  const { page, account, done } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const says: Record<string, string> = accountWords.done;
  const message = answered?.problem ? accountWords.problems[answered.problem] : null;
  return (
    <PersonStep
      page={page}
      title={words.accountTitle(page.person.fullName)}
      errors={message ? [{ id: 'login', message }] : []}
    >
      {!answered && done && says[done] && <Notice kind="success" live title={says[done]} />}
      {answered?.refused && (
        <Notice kind="error" live title={words.refusedTitle}>
          {accountWords.refused[answered.refused]}
        </Notice>
      )}
      <AccountSections
        page={account}
        problem={answered?.problem ?? null}
        typed={answered?.typed ?? null}
        slip={answered?.slip ?? null}
      />
      <RoleList roles={account.roles} />
    </PersonStep>
  );
}
