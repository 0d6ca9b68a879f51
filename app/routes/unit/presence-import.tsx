import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { importPresence } from '#app/features/org/commands/presence/import-presence.server.ts';
import { en } from '#app/features/org/messages/presence-import-en.ts';
import { vi } from '#app/features/org/messages/presence-import-vi.ts';
import { presenceImportPage, presencePreview } from '#app/features/org/queries/presence/presence-import.server.ts';
import { readDay } from '#app/features/org/schema.presence.ts';
import { presenceFileSchema, presenceImportSchema } from '#app/features/org/schema.presence-import.ts';
import { type ImportAnswer, ImportPage } from '#app/features/org/ui/presence/import-page.tsx';
import { dropStaged } from '#app/platform/files/media-store.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { readUpload } from '#app/platform/http/upload.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).titleOf(loaded?.unit.name ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) =>
  presenceImportPage(await requireActor(request), idParam(params.unitId), readDay(new URL(request.url).searchParams)),
);

const LARGEST = 5 * 1024 * 1024;
const reply = (said: ImportAnswer) => data(said, { status: said.kind === 'ready' ? 200 : 400 });

/** A form with a file is previewed, one that carries a preview's rows is written. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const unitId = idParam(params.unitId);
  await presenceImportPage(actor, unitId, null);
  if (request.headers.get('Content-Type')?.startsWith('multipart/')) {
    const { fields, file, isTooLarge } = await readUpload(request, LARGEST);
    if (isTooLarge) return reply({ kind: 'unsent', problem: 'too-large' });
    if (!file) return reply({ kind: 'unsent', problem: 'no-file' });
    try {
      const { day } = demand(presenceFileSchema, fields);
      return reply(await presencePreview(actor, unitId, day, { path: file.staged.path, name: file.name }));
    } finally {
      await dropStaged(file.staged);
    }
  }
  const { day, rows } = demand(presenceImportSchema, formObject(await readForm(request)));
  const result = await importPresence(actor, unitId, day, rows);
  if (result.kind === 'invalid') return reply({ kind: 'overtaken', problems: result.problems });
  if (result.kind === 'refused') return reply(result);
  throw redirect(`/units/${unitId}/presence?view=roll&day=${day}&done=${result.kind}`, 303);
});

export default function PresenceImport() {
  return <ImportPage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
