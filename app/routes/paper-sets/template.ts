import type { LoaderFunctionArgs } from '@remix-run/node';
import { vi } from '#app/features/quiz/messages/printed-vi.ts';
import { sheetTemplate } from '#app/features/quiz/queries/printed/sheet-import.server.ts';
import { tableDownload } from '#app/platform/http/download.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** The list of a set as a table to be filled in. In Vietnamese whatever the language of the page, as it is read. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const { title, people, written, letters, codes } = await sheetTemplate(
    await requireActor(request),
    idParam(params.setId),
  );
  const { heads, question, templateTitle, templateNotes } = vi.file;
  const names = ['number', 'person', 'name', 'unit', 'variant', 'letters'] as const;
  return tableDownload(
    {
      title: templateTitle(title),
      notes: [templateNotes(String(letters)), `${heads.variant}: ${codes.join(', ')}`],
      columns: [
        ...names.map((name) => ({ header: heads[name], kind: 'text' as const })),
        ...written.map((number) => ({ header: question(String(number)), kind: 'text' as const })),
      ],
      rows: people.map(({ number, personNumber, fullName, unitName }) => [
        ...[number === null ? '' : String(number), personNumber, fullName, unitName, '', ''],
        ...written.map(() => ''),
      ]),
    },
    'xlsx',
  );
});
