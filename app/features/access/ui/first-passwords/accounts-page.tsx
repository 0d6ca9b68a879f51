import { Form, Link, useNavigation } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PrintIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../../messages/first-passwords-en.ts';
import { vi } from '../../messages/first-passwords-vi.ts';
import type { FirstPasswordsPage } from '../../queries/first-passwords.server.ts';

type Props = {
  page: FirstPasswordsPage;
  parts: readonly { id: string; name: string }[];
  opened: number | null;
  isTooMany: boolean;
  isEmpty: boolean;
};

/** Who of a unit has an account, opening the missing ones, and the way to the slips. */
export function AccountsPage({ page, parts, opened, isTooMany, isEmpty }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const busy = useNavigation().formMethod === 'POST';
  const count = (n: number) => formatNumber(lang, n);
  return (
    <Page
      title={words.title}
      kicker={page.unit.name}
      lead={words.lead}
      crumbs={[{ to: '/roster-imports', label: words.imports }]}
      crumbsLabel={words.crumbs}
    >
      {opened !== null && <Notice kind="success" live title={words.opened(count(opened))} />}
      {isTooMany && <Notice kind="error" live title={words.tooMany} />}
      {isEmpty && <Notice kind="info" live title={words.printNone} />}
      <DefinitionList
        items={[
          { term: words.people, value: count(page.people) },
          { term: words.without, value: count(page.without) },
          { term: words.waiting, value: count(page.waiting) },
        ]}
      />
      <Section title={words.open} lead={page.without > 0 ? words.openLead(count(page.without)) : words.openNone}>
        {page.without > 0 && (
          <Form method="post" className="space-y-4">
            <ChoiceGroup
              type="radio"
              name="rule"
              label={words.rule}
              inline
              defaultValue="number"
              options={(['number', 'name'] as const).map((value) => ({ value, label: words.rules[value] }))}
            />
            <Button type="submit" name="intent" value="open" look="primary" busy={busy}>
              {words.openButton}
            </Button>
          </Form>
        )}
      </Section>
      <Section title={words.print} lead={page.waiting > 0 ? words.printLead(count(page.waiting)) : words.printNone}>
        {page.waiting > 0 && (
          <Form method="post">
            <Button type="submit" name="intent" value="print" icon={PrintIcon}>
              {words.printButton}
            </Button>
          </Form>
        )}
      </Section>
      {parts.length > 0 && <Parts page={page} parts={parts} />}
      <Section title={words.own} lead={words.reissueLead}>
        <Own page={page} />
        {page.isCut && <p className="mt-2 text-muted">{words.cut}</p>}
      </Section>
    </Page>
  );
}

function Parts({ page, parts }: Pick<Props, 'page' | 'parts'>) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const figure = (key: 'people' | 'without' | 'waiting'): Column<{ id: string; name: string }> => ({
    key,
    header: words[key],
    isNumber: true,
    cell: ({ id }) => formatNumber(lang, page.parts[id]?.[key] ?? 0),
  });
  return (
    <Section title={words.parts}>
      <DataTable
        caption={words.parts}
        isCaptionHidden
        columns={[
          {
            key: 'part',
            header: words.part,
            isRowHeader: true,
            cell: ({ id, name }) => <Link to={`/units/${id}/first-passwords`}>{name}</Link>,
          },
          figure('people'),
          figure('without'),
          figure('waiting'),
        ]}
        rows={parts}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}

type Own = FirstPasswordsPage['own'][number];

function Own({ page }: { page: FirstPasswordsPage }) {
  const words = useMessages(vi, en);
  const stateOf = ({ login, isWaiting, isDisabled }: Own) =>
    login === null ? 'none' : isDisabled ? 'disabled' : isWaiting ? 'waiting' : 'own';
  const tags = { none: 'aside', waiting: 'soon', own: 'done', disabled: 'wrong' } as const;
  return (
    <DataTable
      caption={words.own}
      isCaptionHidden
      columns={[
        {
          key: 'person',
          header: words.person,
          isRowHeader: true,
          cell: ({ fullName, rank, number }) => (
            <>
              {[rank, fullName].filter(Boolean).join(' ')}
              <span className="tabular block text-sm font-normal text-muted">{number}</span>
            </>
          ),
        },
        { key: 'login', header: words.login, cell: ({ login }) => login ?? '–' },
        {
          key: 'state',
          header: words.state,
          cell: (row) => <Tag kind={tags[stateOf(row)]}>{words.states[stateOf(row)]}</Tag>,
        },
        {
          key: 'actions',
          header: words.actions,
          cell: (row) =>
            row.login === null ? null : (
              <Form method="post" className="flex flex-wrap gap-2">
                <input type="hidden" name="personId" value={row.personId} />
                {row.isWaiting && (
                  <Button
                    type="submit"
                    name="intent"
                    value="print"
                    size="small"
                    aria-label={words.printOneFor(row.fullName)}
                  >
                    {words.printOne}
                  </Button>
                )}
                <Button
                  type="submit"
                  name="intent"
                  value="reissue"
                  size="small"
                  aria-label={words.reissueFor(row.fullName)}
                >
                  {words.reissue}
                </Button>
              </Form>
            ),
        },
      ]}
      rows={page.own}
      rowKey={({ personId }) => personId}
      empty={<EmptyState title={words.ownEmpty} />}
    />
  );
}
