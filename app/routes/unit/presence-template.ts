import type { LoaderFunctionArgs } from '@remix-run/node';
import { vi } from '#app/features/org/messages/presence-import-vi.ts';
import { vi as presence } from '#app/features/org/messages/presence-vi.ts';
import { printFormXlsx } from '#app/platform/documents/form-xlsx.server.ts';
import { fileDownload } from '#app/platform/http/download.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { requireActor } from '../gate.server.ts';

/** An empty file of absences to be filled in. In Vietnamese whatever the language of the page, as it is read. */
export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  await requireActor(request);
  const { fields, templateSheet, templateValues, templateTitle } = vi;
  const allowed = Object.values(presence.reasons);
  const columns = [
    { header: fields.number, example: 'QN000001', isRequired: true },
    { header: fields.reason, example: presence.reasons.leave, allowed, isRequired: true },
    { header: fields.fromDay, example: '23/11/2026' },
    { header: fields.untilDay, example: '30/11/2026' },
    { header: fields.note, example: '' },
  ];
  const bytes = await printFormXlsx({ sheet: templateSheet, values: templateValues, columns });
  return fileDownload(bytes, templateTitle, 'xlsx');
});
