import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/access/messages/en.ts';
import { vi } from '#app/features/access/messages/vi.ts';
import { accountPage } from '#app/features/access/queries/account-page.server.ts';
import { AccountFacts } from '#app/features/access/ui/account-facts.tsx';
import { SessionList } from '#app/features/access/ui/session-list.tsx';
import { readSessionToken } from '#app/platform/http/cookies.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).account.title);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const done = new URL(request.url).searchParams;
  const ended = Number(done.get('ended') ?? Number.NaN);
  return {
    account: await accountPage(actor, readSessionToken(request)),
    isPasswordChanged: done.has('password-changed'),
    endedSessions: Number.isInteger(ended) && ended >= 0 ? ended : null,
  };
});

export default function Account() {
  const words = useMessages(vi, en).account;
  const lang = useLang();
  const { account, isPasswordChanged, endedSessions } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} width="reading">
      {isPasswordChanged && (
        <Notice kind="success" title={words.changed} live>
          {words.changedText}
        </Notice>
      )}
      {endedSessions !== null && (
        <Notice
          kind={endedSessions > 0 ? 'success' : 'info'}
          title={endedSessions > 0 ? words.ended(endedSessions) : words.endedNone}
          live
        />
      )}
      <Section title={words.facts} lead={words.wrong}>
        <AccountFacts account={account} />
      </Section>
      <Section title={words.passwordTitle}>
        <p className="mb-3">
          {account.passwordChangedAt
            ? words.passwordChanged(formatDateTime(lang, account.passwordChangedAt))
            : words.passwordNever}
        </p>
        <LinkButton to="/account/password">{words.changePassword}</LinkButton>
      </Section>
      <Section title={words.sessions} lead={words.sessionsLead}>
        <SessionList sessions={account.sessions} action="/account/ended-sessions" />
      </Section>
    </Page>
  );
}
