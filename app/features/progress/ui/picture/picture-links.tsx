import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ItemList } from '#app/ui/item-list.tsx';
import { en } from '../../messages/picture-en.ts';
import { vi } from '../../messages/picture-vi.ts';
import { useUnitAddress } from './use-unit-address.ts';

type Props = { unitId: string; assignmentId: string };

/** Where the questions lead that this screen raises: what was not understood, which grades, since when. */
export function PictureLinks({ unitId, assignmentId }: Props) {
  const { links } = useMessages(vi, en);
  const address = useUnitAddress();
  const pages = [
    { key: 'weak-topics', title: links.weak, note: links.weakText },
    { key: 'grades', title: links.grades, note: links.gradesText },
    { key: 'comparison', title: links.compare, note: links.compareText },
  ] as const;
  const papers = [
    { key: 'reports', title: links.reports, note: links.reportsText },
    { key: 'figures', title: links.figures, note: links.figuresText },
  ];
  return (
    <nav aria-label={links.label} className="screen-only">
      <ItemList
        items={[
          ...pages.map(({ key, title, note }) => ({
            ...{ key, title, note },
            to: address(unitId, assignmentId, { view: key }),
          })),
          ...papers.map((paper) => ({ ...paper, to: `/units/${unitId}/${paper.key}` })),
        ]}
      />
    </nav>
  );
}
