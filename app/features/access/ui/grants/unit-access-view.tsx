import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Crumb, Page, Section } from '#app/ui/page.tsx';
import { en } from '../../messages/grants-en.ts';
import { vi } from '../../messages/grants-vi.ts';
import type { UnitAccess } from '../../queries/grants/who-sees.server.ts';
import { AccessTable } from './access-table.tsx';
import { RoleTabs } from './role-tabs.tsx';

/** Who may see the people of a unit, and why. */
export function UnitAccessView({ access, crumbs }: { access: UnitAccess; crumbs: Crumb[] }) {
  const words = useMessages(vi, en);
  const { unit, grants } = access;
  const seen = grants.filter(({ acts }) => acts.includes('unit.view'));
  const rest = grants.filter(({ acts }) => !acts.includes('unit.view'));
  return (
    <Page kicker={words.title} title={unit.name} lead={words.who.unitLead} crumbs={crumbs} crumbsLabel={words.crumbs}>
      <RoleTabs unitId={unit.id} />
      <Section title={words.who.unitTitle(unit.name)}>
        <AccessTable grants={seen} caption={words.who.unitTitle(unit.name)} />
      </Section>
      {rest.length > 0 && (
        <Section title={words.title} lead={words.who.noSight}>
          <AccessTable grants={rest} caption={words.title} />
        </Section>
      )}
    </Page>
  );
}
