import { Form, Link, useLocation } from '@remix-run/react';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ChevronDownIcon, ChevronRightIcon, SortDownIcon, SortUpIcon } from '#app/ui/icons.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en as orgEn } from '../../messages/en.ts';
import { en } from '../../messages/tree-en.ts';
import { vi } from '../../messages/tree-vi.ts';
import { vi as orgVi } from '../../messages/vi.ts';
import type { TreeBranch } from '../../queries/tree/structure-page.server.ts';

type Props = { branches: readonly TreeBranch[]; mostParts: number };

/** The units under a unit, opened one branch at a time by links: the keyboard needs nothing else, nor a script. */
export function UnitBranches({ branches, mostParts }: Props) {
  return (
    <Form method="post" preventScrollReset>
      <Level branches={branches} mostParts={mostParts} isTop />
    </Form>
  );
}

function Level({ branches, mostParts, isTop }: Props & { isTop?: boolean }) {
  const open = branches.filter(({ closedAt }) => closedAt === null);
  return (
    <ul className={isTop ? 'border-t border-line' : 'ml-4 border-l border-line pl-2 sm:ml-5 sm:pl-3'}>
      {branches.map((branch) => {
        const at = open.indexOf(branch);
        return (
          <li key={branch.id}>
            <Row
              branch={branch}
              before={isTop ? open[at - 1] : undefined}
              after={isTop && at >= 0 ? open[at + 1] : undefined}
            />
            {branch.isOpen && branch.branches.length > 0 && (
              <>
                <Level branches={branch.branches} mostParts={mostParts} />
                {branch.parts > mostParts && <More branch={branch} />}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Row({ branch, before, after }: { branch: TreeBranch; before?: TreeBranch; after?: TreeBranch }) {
  const words = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  const lang = useLang();
  const { id, name, parts, strength, subtreeStrength, closedAt, isOpen, kind } = branch;
  const toggle = useToggle(id, isOpen);
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon;
  return (
    <div className="flex min-h-[2.75rem] items-center gap-2 border-b border-line py-1">
      {parts > 0 ? (
        <Link
          to={toggle}
          preventScrollReset
          aria-expanded={isOpen}
          aria-label={isOpen ? words.collapse(name) : words.expand(name)}
          className="inline-flex h-11 w-11 shrink-0 items-center justify-center rounded text-ink hover:bg-sunken"
        >
          <Chevron className="h-5 w-5" />
        </Link>
      ) : (
        <span className="w-11 shrink-0" />
      )}
      <div className="min-w-0 flex-1">
        <Link to={`/units/${id}/structure`} className="font-semibold">
          {name}
        </Link>
        <p className="text-sm text-muted">
          {org.kinds[kind]}
          {', '}
          <span className="tabular">
            {words.people(formatNumber(lang, strength), formatNumber(lang, subtreeStrength))}
          </span>
          {parts > 0 && <span className="tabular">, {words.partsCount(formatNumber(lang, parts))}</span>}
        </p>
      </div>
      {closedAt && <Tag kind="aside">{words.closedAt(formatDate(lang, closedAt))}</Tag>}
      {before && (
        <Button
          size="small"
          name="order"
          value={`${id}:before:${before.id}`}
          aria-label={words.up(name)}
          title={words.up(name)}
        >
          <SortUpIcon />
        </Button>
      )}
      {after && (
        <Button
          size="small"
          name="order"
          value={`${id}:after:${after.id}`}
          aria-label={words.down(name)}
          title={words.down(name)}
        >
          <SortDownIcon />
        </Button>
      )}
    </div>
  );
}

function More({ branch: { id, name } }: { branch: TreeBranch }) {
  const words = useMessages(vi, en);
  return (
    <p className="ml-6 py-2 text-sm">
      <Link to={`/units/${id}/structure`}>{words.more(name)}</Link>
    </p>
  );
}

/** The same address with this branch opened or folded. */
function useToggle(id: string, isOpen: boolean): string {
  const { search } = useLocation();
  const parameters = new URLSearchParams(search);
  const open = (parameters.get('open') ?? '').split(',').filter((each) => each !== '' && each !== id);
  if (!isOpen) open.push(id);
  if (open.length > 0) parameters.set('open', open.join(','));
  else parameters.delete('open');
  parameters.delete('done');
  const text = parameters.toString().replaceAll('%2C', ',');
  return text === '' ? '.' : `?${text}`;
}
