import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { DownloadIcon } from '#app/ui/icons.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

type Props = { unitId: string; search: string; view: TableView };

/** Which table of a unit: that of its first screen, or of one that goes deeper. */
export type TableView = 'units' | 'people' | 'weak-topics' | 'grades' | 'comparison';

/** The table that is on the screen, as files: the same rows in the same order. */
export function ExportLinks({ unitId, search, view }: Props) {
  const words = useMessages(vi, en).export;
  const parameters = new URLSearchParams(search);
  parameters.delete('page');
  parameters.set('view', view);
  const to = (format: 'xlsx' | 'csv') => `/units/${unitId}/table.${format}?${parameters}`;
  return (
    <>
      <LinkButton to={to('xlsx')} reloadDocument size="small" icon={DownloadIcon}>
        {words.xlsx}
      </LinkButton>
      <LinkButton to={to('csv')} reloadDocument size="small" icon={DownloadIcon}>
        {words.csv}
      </LinkButton>
    </>
  );
}
