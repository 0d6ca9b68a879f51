import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { signIn } from '#app/features/access/commands/sign-in.server.ts';
import { en } from '#app/features/access/messages/en.ts';
import { vi } from '#app/features/access/messages/vi.ts';
import { signInForm } from '#app/features/access/schema.ts';
import type { RefusedForm } from '#app/features/access/ui/problem-words.ts';
import { SignInForm } from '#app/features/access/ui/sign-in-form.tsx';
import { readSessionToken, sessionCookieHeader } from '#app/platform/http/cookies.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { safeReturnTo } from '#app/platform/http/return-to.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { findActor } from './gate.server.ts';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).signIn.title);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const url = new URL(request.url);
  const returnTo = safeReturnTo(url.searchParams.get('returnTo'));
  if (await findActor(request)) throw redirect(returnTo);
  return { returnTo, isSignedOut: url.searchParams.has('signed-out') };
});

export const action = answer(async ({ request, context }: ActionFunctionArgs) => {
  const form = await readForm(request);
  const parsed = parseForm(signInForm, form);
  if (!parsed.ok) return refuse(400, { problems: parsed.problems, typed: { login: parsed.typed.login ?? '' } });
  const outcome = await signIn({
    ...parsed.value,
    address: context.address,
    userAgent: request.headers.get('User-Agent') ?? '',
    oldToken: readSessionToken(request),
  });
  const typed = { login: parsed.value.login };
  if (outcome.kind === 'refused') return refuse(400, { problems: { login: ['refused'] }, typed });
  if (outcome.kind === 'too-many') {
    const { retryAfterSeconds } = outcome;
    return refuse(429, { problems: { login: ['too-many'] }, typed, retryAfterSeconds });
  }
  const returnTo = safeReturnTo(form.get('returnTo'));
  const next = outcome.mustChangePassword ? `/account/password?returnTo=${encodeURIComponent(returnTo)}` : returnTo;
  throw redirect(next, {
    status: 303,
    headers: { 'Set-Cookie': sessionCookieHeader(request, outcome.token, outcome.maxAgeSeconds) },
  });
});

function refuse(status: number, refused: RefusedForm) {
  const headers = refused.retryAfterSeconds ? { 'Retry-After': String(refused.retryAfterSeconds) } : undefined;
  return data(refused, { status, headers });
}

export default function SignIn() {
  const words = useMessages(vi, en);
  const { returnTo, isSignedOut } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page title={words.signIn.title} lead={words.signIn.lead} width="form">
      {isSignedOut && !refused && (
        <Notice kind="success" title={words.signIn.signedOut} live>
          {words.signIn.signedOutText}
        </Notice>
      )}
      <SignInForm refused={refused} returnTo={returnTo} />
      <p className="max-w-reading text-muted">{words.signIn.help}</p>
    </Page>
  );
}
