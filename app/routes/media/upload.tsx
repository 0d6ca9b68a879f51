import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { addMedia } from '#app/features/media/commands/add-media.server.ts';
import type { MediaAnswer } from '#app/features/media/core/media-answer.ts';
import { en } from '#app/features/media/messages/en.ts';
import { vi } from '#app/features/media/messages/vi.ts';
import { mediaAnswerOf } from '#app/features/media/queries/media-answer.server.ts';
import { shownPictures } from '#app/features/media/queries/shown-pictures.server.ts';
import { UploadForm } from '#app/features/media/ui/upload-form.tsx';
import { insertDesk } from '#app/features/questions/queries/insert-desk.server.ts';
import { renderMarkdown } from '#app/platform/documents/markdown.server.ts';
import { dropStaged } from '#app/platform/files/media-store.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { largestUpload } from '#app/platform/http/guard.server.ts';
import { readUpload } from '#app/platform/http/upload.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).page.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  insertDesk(await requireActor(request));
  return null;
});

type Answered = MediaAnswer & { html?: string };
const refused = (field: 'file' | 'alt', problem: 'no-file' | 'no-alt') =>
  data<Answered>({ kind: 'refused', field, problem }, { status: 400 });

/** Takes a file and answers the text that shows it; the form of the question asks the same by script. */
export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  insertDesk(actor);
  const { fields, file, isTooLarge } = await readUpload(request, largestUpload);
  const alt = (fields.alt ?? '').trim().slice(0, 300);
  if (alt === '') {
    if (file) await dropStaged(file.staged);
    return refused('alt', 'no-alt');
  }
  if (!file && !isTooLarge) return refused('file', 'no-file');
  const result = mediaAnswerOf(file ? await addMedia(actor, file, 'content') : null, alt);
  if (result.kind === 'refused') return data<Answered>(result, { status: 400 });
  return data<Answered>({ ...result, html: renderMarkdown(result.text, await shownPictures([result.text])) });
});

export default function Upload() {
  const { page: words } = useMessages(vi, en);
  const answered = useActionData<typeof action>();
  return (
    <Page title={words.title} lead={words.lead} width="form">
      <UploadForm answer={answered} html={answered?.html} />
    </Page>
  );
}
