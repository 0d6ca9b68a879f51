import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { stageImport } from '#app/features/questions/commands/imports/stage-import.server.ts';
import { en } from '#app/features/questions/messages/import-screen-en.ts';
import { vi } from '#app/features/questions/messages/import-screen-vi.ts';
import { importDesk, importsPage } from '#app/features/questions/queries/imports/import-pages.server.ts';
import { formatOfPasted } from '#app/features/questions/queries/imports/source-of-file.server.ts';
import { pastedSchema, uploadFieldsSchema } from '#app/features/questions/schema.imports.ts';
import { AuthorNav } from '#app/features/questions/ui/author-nav.tsx';
import { ImportList } from '#app/features/questions/ui/imports/import-list.tsx';
import { PasteForm } from '#app/features/questions/ui/imports/paste-form.tsx';
import { type SendRefusal, UploadForm } from '#app/features/questions/ui/imports/upload-form.tsx';
import { dropStaged } from '#app/platform/files/media-store.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { formKey } from '#app/platform/http/form-key.server.ts';
import { largestUpload } from '#app/platform/http/guard.server.ts';
import { readUpload } from '#app/platform/http/upload.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';
import { receiveFile } from './receive-file.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);

const LARGEST = largestUpload - 2 * 1024 * 1024;

export const loader = answer(async ({ request }: LoaderFunctionArgs) => ({
  ...(await importsPage(await requireActor(request))),
  fileKey: formKey(),
  textKey: formKey(),
}));

const refuse = (refusal: SendRefusal, source = '') => data({ refusal, source }, { status: 400 });

/** A file, or with `?from=text` a pasted text, is read and put on the author's table; nothing comes into the bank yet. */
export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  importDesk(actor);
  if (new URL(request.url).searchParams.get('from') === 'text') {
    const fields = formObject(await readForm(request));
    const typed = pastedSchema.safeParse(fields);
    const source = typeof fields.source === 'string' ? fields.source : '';
    if (!typed.success && source.length > 2_000_000) return refuse({ field: 'source', reason: 'too-long' });
    const { format, ...pasted } = demand(pastedSchema, fields);
    if (pasted.source.trim() === '') return refuse({ field: 'source', reason: 'no-text' });
    const known = formatOfPasted(pasted.source, format);
    const file = { name: '', format: known, fileFormat: known, fileProblems: [] };
    throw redirect(`/author/imports/${await stageImport(actor, { ...pasted, ...file })}`, 303);
  }
  const { fields, file, isTooLarge } = await readUpload(request, LARGEST);
  if (isTooLarge) return refuse({ field: 'file', reason: 'too-large' });
  if (!file) return refuse({ field: 'file', reason: 'no-file' });
  const form = uploadFieldsSchema.safeParse(fields);
  if (!form.success) await dropStaged(file.staged);
  const received = await receiveFile(actor, file, demand(uploadFieldsSchema, fields));
  if (received.kind === 'refused') return refuse({ field: 'file', reason: received.reason });
  throw redirect(`/author/imports/${received.importId}`, 303);
});

export default function Imports() {
  const words = useMessages(vi, en);
  const { imports, units, fileKey, textKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page title={words.title} lead={words.lead}>
      <AuthorNav />
      <UploadForm units={units} importId={fileKey} refusal={refused?.refusal} />
      <PasteForm units={units} importId={textKey} refusal={refused?.refusal} source={refused?.source ?? ''} />
      <Section title={words.list}>
        <ImportList imports={imports} />
      </Section>
    </Page>
  );
}
