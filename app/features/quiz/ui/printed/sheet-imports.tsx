import { Form, useNavigation } from '@remix-run/react';
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';
import type { SheetImportPage } from '../../queries/printed/sheet-import.server.ts';

/** The files that were entered, each to be taken back as a whole. */
export function SheetImports({ page: { set, imports } }: { page: SheetImportPage }) {
  const { imports: words } = useMessages(vi, en).file;
  const lang = useLang();
  const isBusy = useNavigation().state === 'submitting';
  if (imports.length === 0) return null;
  return (
    <Section title={words.title}>
      <DataTable
        caption={words.title}
        isCaptionHidden
        rows={imports}
        rowKey={({ key }) => key}
        columns={[
          { key: 'at', header: words.at, isRowHeader: true, cell: ({ at }) => formatDateTime(lang, at) },
          { key: 'by', header: words.by, cell: ({ by }) => by },
          { key: 'round', header: words.round, isNumber: true, cell: ({ round }) => round },
          { key: 'sheets', header: words.sheets, isNumber: true, cell: ({ sheets }) => formatNumber(lang, sheets) },
          {
            key: 'undo',
            header: words.do,
            cell: ({ key, undoable }) =>
              undoable > 0 && !set.isClosed ? (
                <Form method="post">
                  <Button type="submit" name="undo" value={key} size="small" busy={isBusy}>
                    {words.undo(formatNumber(lang, undoable))}
                  </Button>
                </Form>
              ) : (
                <span className="text-sm text-muted">{words.stands}</span>
              ),
          },
        ]}
      />
    </Section>
  );
}
