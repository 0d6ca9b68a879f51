import { Form } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { SearchIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { type Crumb, Page, Section } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { roles as allRoles } from '../../core/role.ts';
import { en as accessEn } from '../../messages/en.ts';
import { en } from '../../messages/grants-en.ts';
import { vi } from '../../messages/grants-vi.ts';
import { vi as accessVi } from '../../messages/vi.ts';
import type { RolesPage } from '../../queries/grants/roles-page.server.ts';
import { GrantForm } from './grant-form.tsx';
import { GrantsTable } from './grants-table.tsx';
import type { Candidate } from './person-search.tsx';
import { RoleTabs } from './role-tabs.tsx';
import type { RefusedGrant } from './term-fields.tsx';

type Props = {
  page: RolesPage;
  crumbs: Crumb[];
  who: string;
  found: readonly Candidate[];
  done: string | null;
  refused?: RefusedGrant;
};

/** Who holds which role on a unit and below; an administrator grants here, a leader goes on to delegate. */
export function RolesView({ page, crumbs, who, found, done, refused }: Props) {
  const words = useMessages(vi, en);
  const { roles } = useMessages(accessVi, accessEn);
  const lang = useLang();
  const { unit } = page;
  const said = { granted: words.grant.done, unchanged: words.grant.again, ended: words.end.done };
  const isFiltered = page.search !== '' || page.role !== null;
  return (
    <Page
      kicker={words.title}
      title={unit.name}
      lead={words.lead}
      crumbs={crumbs}
      crumbsLabel={words.crumbs}
      actions={
        page.ownGrantId && (
          <LinkButton to={`/units/${unit.id}/roles/${page.ownGrantId}#delegate`} size="small">
            {words.delegate.own}
          </LinkButton>
        )
      }
    >
      <RoleTabs unitId={unit.id} />
      {done && done in said && !refused && <Notice kind="success" live title={said[done as keyof typeof said]} />}
      <Section title={words.list} lead={words.count(formatNumber(lang, page.count))}>
        <div className="space-y-5">
          <Form method="get" role="search" className="screen-only flex flex-wrap items-end gap-4">
            <Field label={words.search} className="w-full sm:w-64">
              <TextInput name="q" type="search" defaultValue={page.search} autoComplete="off" />
            </Field>
            <Field label={words.role} className="w-full sm:w-52">
              <Select
                name="role"
                emptyLabel={words.allRoles}
                defaultValue={page.role ?? ''}
                options={allRoles.map((role) => ({ value: role, label: roles[role] }))}
              />
            </Field>
            <Button type="submit" icon={SearchIcon}>
              {words.find}
            </Button>
          </Form>
          <GrantsTable grants={page.grants} isFiltered={isFiltered} />
          <Pagination
            page={page.page}
            pages={page.pages}
            words={{
              ...words.pages,
              position: words.position(formatNumber(lang, page.page), formatNumber(lang, page.pages)),
            }}
          />
        </div>
      </Section>
      {page.mayGrant && <GrantForm page={page} who={who} found={found} refused={refused} />}
    </Page>
  );
}
