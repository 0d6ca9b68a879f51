import type { LoaderFunctionArgs } from '@remix-run/node';
import { vi } from '#app/features/org/messages/roster-vi.ts';
import { vi as orgVi } from '#app/features/org/messages/vi.ts';
import { templateColumns } from '#app/features/org/ui/roster/roster-template.ts';
import { printFormXlsx } from '#app/platform/documents/form-xlsx.server.ts';
import { fileDownload, tableDownload } from '#app/platform/http/download.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { requireActor } from '../gate.server.ts';

/** An empty file to be filled in: /roster-imports/template.xlsx and .csv, `?subject=units` for the unit tree. */
export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  await requireActor(request);
  const { pathname, searchParams } = new URL(request.url);
  const subject = searchParams.get('subject') === 'units' ? 'units' : 'people';
  // In Vietnamese whatever the language of the page: these are the words that the files are read by.
  const columns = templateColumns(subject, vi, orgVi);
  const title = subject === 'units' ? vi.template.titleUnits : vi.template.titlePeople;
  if (pathname.endsWith('.csv')) {
    const heads = columns.map(({ header }) => ({ header, kind: 'text' as const }));
    return tableDownload({ title, notes: [], columns: heads, rows: [columns.map(({ example }) => example)] }, 'csv');
  }
  return fileDownload(
    await printFormXlsx({ sheet: vi.template.sheet, values: vi.template.values, columns }),
    title,
    'xlsx',
  );
});
