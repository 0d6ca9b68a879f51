import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { importPaperSheets } from '#app/features/quiz/commands/printed/import-sheets.server.ts';
import { undoSheetImport } from '#app/features/quiz/commands/printed/undo-sheet-import.server.ts';
import { en } from '#app/features/quiz/messages/printed-en.ts';
import { vi } from '#app/features/quiz/messages/printed-vi.ts';
import { sheetImportPage, sheetPreview } from '#app/features/quiz/queries/printed/sheet-import.server.ts';
import { sheetRowsSchema, undoImportSchema } from '#app/features/quiz/schema.printed.ts';
import { type SheetImportAnswer, SheetImportView } from '#app/features/quiz/ui/printed/sheet-import-view.tsx';
import { dropStaged } from '#app/platform/files/media-store.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { readUpload } from '#app/platform/http/upload.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).file.title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) =>
  sheetImportPage(await requireActor(request), idParam(params.setId)),
);

const LARGEST = 5 * 1024 * 1024;
const reply = (said: SheetImportAnswer) =>
  data(said, { status: ['ready', 'stored', 'undone'].includes(said.kind) ? 200 : 400 });

/** A form with a file is previewed, one that carries a preview's rows is written, one that names a file takes it back. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const setId = idParam(params.setId);
  await sheetImportPage(actor, setId);
  if (request.headers.get('Content-Type')?.startsWith('multipart/')) {
    const { fields, file, isTooLarge } = await readUpload(request, LARGEST);
    if (isTooLarge) return reply({ kind: 'unsent', problem: 'too-large' });
    if (!file) return reply({ kind: 'unsent', problem: 'no-file' });
    try {
      const round = (fields as Record<string, unknown>).round === '2' ? 2 : 1;
      return reply(await sheetPreview(actor, setId, round, { path: file.staged.path, name: file.name }));
    } finally {
      await dropStaged(file.staged);
    }
  }
  const form = formObject(await readForm(request));
  if ('undo' in form) return reply(await undoSheetImport(actor, setId, demand(undoImportSchema, form).undo));
  const { round, rows } = demand(sheetRowsSchema, form);
  return reply(await importPaperSheets(actor, setId, { round, rows }));
});

export default function PaperEntryFile() {
  const page = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const words = useMessages(vi, en);
  return (
    <Page
      title={words.file.title}
      lead={words.file.lead}
      crumbs={[
        { to: '/paper-sets', label: words.title },
        { to: `/paper-sets/${page.set.id}`, label: page.set.title },
      ]}
      crumbsLabel={words.crumbs}
    >
      <SheetImportView page={page} answer={acted} />
    </Page>
  );
}
