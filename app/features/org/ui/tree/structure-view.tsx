import { Form, Link, useLocation } from '@remix-run/react';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PlusIcon } from '#app/ui/icons.tsx';
import { ItemList } from '#app/ui/item-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { en as orgEn } from '../../messages/en.ts';
import { en as rosterEn } from '../../messages/roster-en.ts';
import { vi as rosterVi } from '../../messages/roster-vi.ts';
import { en } from '../../messages/tree-en.ts';
import { vi } from '../../messages/tree-vi.ts';
import { vi as orgVi } from '../../messages/vi.ts';
import type { StructurePage } from '../../queries/tree/structure-page.server.ts';
import { UnitBranches } from './unit-branches.tsx';
import { UnitSearch } from './unit-finder.tsx';

export type TreeDone = keyof typeof vi.done;
export const isTreeDone = (text: string | null): text is TreeDone => text !== null && text in vi.done;

type Props = {
  page: StructurePage;
  search: string;
  withClosed: boolean;
  mostParts: number;
  done: TreeDone | null;
  /** The unit that has just been merged into this one. */
  merged: { id: string; name: string } | null;
};

/** A unit in its tree: what stands below, what can be done with it. */
export function StructureView({ page, search, withClosed, mostParts, done, merged }: Props) {
  const words = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  const roster = useMessages(rosterVi, rosterEn);
  const lang = useLang();
  const { unit, above, branches, parts } = page;
  const here = `/units/${unit.id}/structure`;
  const listed = parts.open + (withClosed ? parts.closed : 0);
  const n = (value: number) => formatNumber(lang, value);
  return (
    <Page
      kicker={org.kinds[unit.kind]}
      title={unit.name}
      lead={
        <>
          {words.people(n(unit.strength), n(unit.subtreeStrength))}, {words.below(n(parts.below))}
        </>
      }
      crumbs={[
        { to: '/administration', label: words.title },
        ...above.map(({ id, name }) => ({ to: `/units/${id}/structure`, label: name })),
      ]}
      crumbsLabel={words.crumbs}
      actions={
        !unit.closedAt && (
          <LinkButton to={`${here}/new-unit`} look="primary" icon={PlusIcon}>
            {words.add}
          </LinkButton>
        )
      }
    >
      {done && <DoneNotice page={page} done={done} merged={merged} />}
      {unit.closedAt && (
        <Notice kind="warning" title={words.closedAt(formatDate(lang, unit.closedAt))}>
          {page.mergedInto && (
            <p>
              {words.mergedInto} <Link to={`/units/${page.mergedInto.id}/structure`}>{page.mergedInto.name}</Link>.
            </p>
          )}
        </Notice>
      )}
      <div className="space-y-4">
        <UnitSearch search={search} label={words.search} />
        {search !== '' && page.found.length === 0 && (
          <EmptyState title={words.noneFound}>{words.noneFoundText}</EmptyState>
        )}
        {page.found.length > 0 && (
          <ItemList
            items={page.found.map(({ id, name, above: path, isClosed }) => ({
              ...{ key: id, to: `/units/${id}/structure`, title: name, note: path.join(' › ') },
              aside: isClosed ? words.closedTag : undefined,
            }))}
          />
        )}
      </div>
      <Section title={words.parts} actions={<ClosedLink closed={parts.closed} withClosed={withClosed} />}>
        {branches.length === 0 ? (
          <EmptyState title={words.partsEmpty}>{words.partsEmptyText}</EmptyState>
        ) : (
          <UnitBranches branches={branches} mostParts={mostParts} />
        )}
        <div className="mt-4">
          <Pagination
            page={page.page}
            pages={page.pages}
            words={{ ...words.pages, position: words.pageOf(n(page.page), n(page.pages), n(listed)) }}
          />
        </div>
      </Section>
      <Section title={words.actions} lead={page.mayPlace ? undefined : words.aboveOnly}>
        <ItemList
          items={[
            ...(unit.closedAt ? [] : [{ key: 'name', to: `${here}/name`, title: words.rename }]),
            ...(unit.closedAt || !page.mayPlace
              ? []
              : [
                  { key: 'place', to: `${here}/place`, title: words.move },
                  { key: 'merger', to: `${here}/merger`, title: words.merge },
                  { key: 'closing', to: `${here}/closing`, title: words.close },
                ]),
            ...(unit.closedAt && page.mayPlace ? [{ key: 'closing', to: `${here}/closing`, title: words.reopen }] : []),
            { key: 'history', to: `${here}/history`, title: words.history },
            ...(unit.closedAt
              ? []
              : [
                  { key: 'roster', to: `/roster-imports?unit=${unit.id}`, title: roster.title },
                  { key: 'accounts', to: `/units/${unit.id}/first-passwords`, title: roster.accountsTitle },
                ]),
            { key: 'people', to: `/units/${unit.id}/people`, title: words.toPeople },
            { key: 'page', to: `/units/${unit.id}`, title: words.toPage },
          ]}
        />
      </Section>
      <Section title={words.summary}>
        <DefinitionList
          items={[
            { term: words.kind, value: org.kinds[unit.kind] },
            { term: words.shortName, value: unit.shortName },
            {
              term: words.state,
              value: unit.closedAt ? words.closedAt(formatDate(lang, unit.closedAt)) : words.isOpen,
            },
          ]}
        />
      </Section>
    </Page>
  );
}

/** What was done, and the button that puts it back where that makes sense. */
function DoneNotice({ page: { unit, before }, done, merged }: Pick<Props, 'page' | 'merged'> & { done: TreeDone }) {
  const words = useMessages(vi, en);
  const undoesMove = done === 'moved' && before?.parent;
  const undoesName = done === 'renamed' && before && !before.parent;
  return (
    <Notice kind="success" live title={words.done[done]}>
      {undoesMove && before.parent && (
        <Form method="post" action={`/units/${unit.id}/structure/place`} className="mt-2">
          <input type="hidden" name="unitId" value={before.parent.id} />
          <input type="hidden" name="revision" value={unit.revision} />
          <Button type="submit" size="small">
            {words.undoMove(before.parent.name)}
          </Button>
        </Form>
      )}
      {merged && (
        <Form method="post" action={`/units/${merged.id}/structure/closing`} className="mt-2">
          <input type="hidden" name="intent" value="undo-merger" />
          <Button type="submit" size="small">
            {words.undoMerge(merged.name)}
          </Button>
        </Form>
      )}
      {undoesName && (
        <Form method="post" action={`/units/${unit.id}/structure/name`} className="mt-2">
          <input type="hidden" name="name" value={before.name} />
          <input type="hidden" name="shortName" value={before.shortName} />
          <input type="hidden" name="kind" value={before.kind} />
          <input type="hidden" name="revision" value={unit.revision} />
          <Button type="submit" size="small">
            {words.undoName(before.name)}
          </Button>
        </Form>
      )}
    </Notice>
  );
}

function ClosedLink({ closed, withClosed }: { closed: number; withClosed: boolean }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { search } = useLocation();
  if (closed === 0) return null;
  const parameters = new URLSearchParams(search);
  parameters.delete('done');
  if (withClosed) parameters.delete('closed');
  else parameters.set('closed', '1');
  return (
    <Link to={`?${parameters}`} preventScrollReset className="text-sm">
      {withClosed ? words.hideClosed : words.showClosed(formatNumber(lang, closed))}
    </Link>
  );
}
