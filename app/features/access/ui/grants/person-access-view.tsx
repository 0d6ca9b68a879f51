import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { type Crumb, Page, Section } from '#app/ui/page.tsx';
import { en as accessEn } from '../../messages/en.ts';
import { en } from '../../messages/grants-en.ts';
import { vi } from '../../messages/grants-vi.ts';
import { vi as accessVi } from '../../messages/vi.ts';
import type { PersonAccess } from '../../queries/grants/who-sees.server.ts';
import { AccessTable } from './access-table.tsx';
import { ActList } from './act-list.tsx';

/** What a person may see and do, and who may see the person: each with the role that it follows from. */
export function PersonAccessView({ access, crumbs }: { access: PersonAccess; crumbs: Crumb[] }) {
  const words = useMessages(vi, en);
  const { roles } = useMessages(accessVi, accessEn);
  const lang = useLang();
  const { person, own, others, isOneself } = access;
  const { who } = words;
  const n = (value: number) => formatNumber(lang, value);
  const seen = others.filter(({ acts }) => acts.includes('unit.view'));
  const rest = others.filter(({ acts }) => !acts.includes('unit.view'));
  return (
    <Page
      title={isOneself ? who.ownTitle : who.personTitle(person.fullName)}
      kicker={[person.rank, person.number, person.unitName].filter(Boolean).join(' · ')}
      lead={who.personLead}
      crumbs={crumbs}
      crumbsLabel={words.crumbs}
    >
      <Section title={who.mayOwn} lead={who.learner}>
        {own.length === 0 && <p>{who.mayOwnNothing}</p>}
        {own.map((grant) => (
          <div key={grant.id} className="mb-6">
            <h3 className="mb-2 text-lg">{who.whyText(roles[grant.role], grant.unitName)}</h3>
            <DefinitionList
              items={[
                ...(grant.standsForName ? [{ term: who.why, value: words.standsFor(grant.standsForName) }] : []),
                { term: words.page.reach, value: words.page.reachOf(n(grant.reach.units), n(grant.reach.people)) },
                { term: who.allows, value: <ActList acts={grant.acts} /> },
                { term: words.by, value: grant.grantedByName ?? words.bySystem },
                { term: words.until, value: grant.untilAt ? formatDate(lang, grant.untilAt) : words.forGood },
              ]}
            />
          </div>
        ))}
      </Section>
      <Section title={isOneself ? who.seenByOwn : who.seenBy(person.fullName)}>
        <AccessTable grants={seen} caption={isOneself ? who.seenByOwn : who.seenBy(person.fullName)} />
      </Section>
      {rest.length > 0 && (
        <Section title={words.title} lead={who.noSight}>
          <AccessTable grants={rest} caption={words.title} />
        </Section>
      )}
    </Page>
  );
}
