import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addMedia } from '#app/features/media/commands/add-media.server.ts';
import { attachFile } from '#app/features/quiz/commands/files/attach-file.server.ts';
import { removeFile } from '#app/features/quiz/commands/files/remove-file.server.ts';
import { en } from '#app/features/quiz/messages/files-en.ts';
import { vi } from '#app/features/quiz/messages/files-vi.ts';
import { attachmentDesk } from '#app/features/quiz/queries/files/attachment-desk.server.ts';
import { AttachedFiles, type FilesAnswer } from '#app/features/quiz/ui/files/attached-files.tsx';
import { dropStaged } from '#app/platform/files/media-store.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { largestUpload } from '#app/platform/http/guard.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { readUpload } from '#app/platform/http/upload.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle = { area: 'learner', isQuiet: true };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).title(String(page?.slot ?? '')));

const slotOf = (request: Request) => Number(new URL(request.url).searchParams.get('slot') ?? 0);

export const loader = answer(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  return attachmentDesk(actor, idParam(params.attemptId), slotOf(request), context.address);
});

const largestDocument = 10 * 1024 * 1024;
const badFile = (problem: Extract<FilesAnswer, { kind: 'bad-file' }>['problem'], largest?: number) =>
  data<FilesAnswer>({ kind: 'bad-file', problem, largest }, { status: 400 });
const refused = (reason: Extract<FilesAnswer, { kind: 'refused' }>['reason']) =>
  data<FilesAnswer>({ kind: 'refused', reason }, { status: 409 });

/** Attaches a file to an answer, or takes one off. */
export const action = answer(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const { address } = context;
  const attemptId = idParam(params.attemptId);
  const slot = slotOf(request);
  // Whose attempt it is, before a byte of the body is read.
  const desk = await attachmentDesk(actor, attemptId, slot, address);
  const { fields, file, isTooLarge } = await readUpload(request, largestUpload);
  if (fields.remove) {
    if (file) await dropStaged(file.staged);
    const removed = await removeFile(actor, attemptId, idParam(fields.remove), address);
    return removed.outcome === 'removed' ? data<FilesAnswer>({ kind: 'removed' }) : refused(removed.reason);
  }
  if (isTooLarge) return badFile('too-large', largestDocument);
  if (!file) return badFile('no-file');
  if (desk.refusal) {
    await dropStaged(file.staged);
    return refused(desk.refusal);
  }
  const added = await addMedia(actor, file, 'personal');
  if (added.kind === 'refused') return badFile(added.problem, added.largest);
  const { id: mediaId } = added.media;
  const name = added.name;
  const attached = await attachFile(actor, attemptId, { slot, mediaId, name }, address);
  return attached.outcome === 'attached' ? data<FilesAnswer>({ kind: 'attached' }) : refused(attached.reason);
});

export default function Files() {
  const words = useMessages(vi, en);
  const desk = useLoaderData<typeof loader>();
  return (
    <Page title={words.title(String(desk.slot))} kicker={desk.title} width="form">
      <AttachedFiles desk={desk} answer={useActionData<typeof action>()} />
    </Page>
  );
}
