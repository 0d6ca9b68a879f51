import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/org/messages/administration-en.ts';
import { vi } from '#app/features/org/messages/administration-vi.ts';
import { en as orgEn } from '#app/features/org/messages/en.ts';
import { vi as orgVi } from '#app/features/org/messages/vi.ts';
import { type AdministrationPage, administrationPage } from '#app/features/org/queries/administration.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ItemList } from '#app/ui/item-list.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { SearchForm } from '#app/ui/search-form.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const search = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 200);
  return { page: await administrationPage(await requireActor(request), search), search };
});

export default function Administration() {
  const words = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  const lang = useLang();
  const { page, search } = useLoaderData<typeof loader>();
  const kinds: Record<string, string> = org.kinds;
  const [first] = page.units;
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="space-y-4">
        <SearchForm typed={search} label={words.search} hint={words.searchHint} button={words.searchButton} />
        {page.found && <Found found={page.found} />}
      </div>
      <Section title={words.structure} lead={words.structureLead}>
        <ItemList
          items={page.units.map(({ id, name, kind, people, below }) => ({
            ...{ key: id, to: `/units/${id}/structure`, title: name, note: kinds[kind] },
            aside: (
              <span className="tabular text-sm">
                {words.people(formatNumber(lang, people))}, {words.below(formatNumber(lang, below))}
              </span>
            ),
          }))}
        />
      </Section>
      <Section title={words.areas}>
        <ItemList
          items={[
            ...(first
              ? [
                  {
                    key: 'person',
                    to: `/units/${first.id}/people/new`,
                    title: words.addPerson,
                    note: words.addPersonText,
                  },
                ]
              : []),
            { key: 'roster', to: '/roster-imports', title: words.roster, note: words.rosterText },
            ...(first
              ? [
                  {
                    ...{ key: 'accounts', to: `/units/${first.id}/first-passwords` },
                    ...{ title: words.accounts, note: words.accountsText },
                  },
                ]
              : []),
            { key: 'roles', to: '/roles', title: words.roles, note: words.rolesText },
            { key: 'groups', to: '/groups', title: words.groups, note: words.groupsText },
          ]}
        />
      </Section>
    </Page>
  );
}

function Found({ found: { units, people } }: { found: NonNullable<AdministrationPage['found']> }) {
  const words = useMessages(vi, en);
  if (units.length + people.length === 0) return <EmptyState title={words.none}>{words.noneText}</EmptyState>;
  return (
    <div className="grid gap-8 md:grid-cols-2">
      {people.length > 0 && (
        <Section title={words.foundPeople}>
          <ItemList
            items={people.map(({ id, rank, fullName, number, unitName, hasLeft }) => ({
              ...{ key: id, to: `/people/${id}`, title: [rank, fullName].filter(Boolean).join(' ') },
              note: `${number}, ${unitName}`,
              aside: hasLeft && <Tag kind="aside">{words.left}</Tag>,
            }))}
          />
        </Section>
      )}
      {units.length > 0 && (
        <Section title={words.foundUnits}>
          <ItemList
            items={units.map(({ id, name, above, isClosed }) => ({
              ...{ key: id, to: `/units/${id}/structure`, title: name, note: above.join(' › ') },
              aside: isClosed && <Tag kind="aside">{words.closed}</Tag>,
            }))}
          />
        </Section>
      )}
    </div>
  );
}
