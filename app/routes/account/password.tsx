import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changePassword } from '#app/features/access/commands/change-password.server.ts';
import { en } from '#app/features/access/messages/en.ts';
import { vi } from '#app/features/access/messages/vi.ts';
import { passwordPage } from '#app/features/access/queries/password-page.server.ts';
import { changePasswordForm } from '#app/features/access/schema.ts';
import { ChangePasswordForm } from '#app/features/access/ui/change-password-form.tsx';
import type { RefusedForm } from '#app/features/access/ui/problem-words.ts';
import { sessionCookieHeader } from '#app/platform/http/cookies.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { safeReturnTo } from '#app/platform/http/return-to.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

const afterwards = '/account?password-changed';

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).password.title);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request, { evenWithFirstPassword: true });
  const page = await passwordPage(actor);
  const wanted = new URL(request.url).searchParams.get('returnTo');
  return { ...page, returnTo: safeReturnTo(wanted, page.isFirst ? '/' : afterwards) };
});

export const action = answer(async ({ request, context }: ActionFunctionArgs) => {
  const actor = await requireActor(request, { evenWithFirstPassword: true });
  const form = await readForm(request);
  const parsed = parseForm(changePasswordForm, form);
  if (!parsed.ok) return refuse(400, { problems: parsed.problems });
  const outcome = await changePassword(actor, {
    current: parsed.value.current,
    next: parsed.value.next,
    address: context.address,
    userAgent: request.headers.get('User-Agent') ?? '',
  });
  if (outcome.kind === 'refused') return refuse(400, { problems: outcome.problems });
  if (outcome.kind === 'too-many') {
    return refuse(429, { problems: { current: ['too-many'] }, retryAfterSeconds: outcome.retryAfterSeconds });
  }
  throw redirect(safeReturnTo(form.get('returnTo'), afterwards), {
    status: 303,
    headers: { 'Set-Cookie': sessionCookieHeader(request, outcome.token, outcome.maxAgeSeconds) },
  });
});

function refuse(status: number, refused: RefusedForm) {
  const headers = refused.retryAfterSeconds ? { 'Retry-After': String(refused.retryAfterSeconds) } : undefined;
  return data(refused, { status, headers });
}

export default function Password() {
  const words = useMessages(vi, en).password;
  const { login, isFirst, returnTo } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page title={isFirst ? words.firstTitle : words.title} lead={isFirst ? words.firstLead : words.others} width="form">
      <ChangePasswordForm refused={refused} login={login} isFirst={isFirst} returnTo={returnTo} />
    </Page>
  );
}
