import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { type ClientActionFunctionArgs, isRouteErrorResponse, useActionData, useLoaderData } from '@remix-run/react';
import { saveCaptions } from '#app/features/media/commands/save-captions.server.ts';
import type { CaptionsAnswer, CaptionsReply } from '#app/features/media/core/captions/captions-answer.ts';
import { en } from '#app/features/media/messages/captions-en.ts';
import { vi } from '#app/features/media/messages/captions-vi.ts';
import { captionsPage } from '#app/features/media/queries/captions-page.server.ts';
import { readCaptionsFile } from '#app/features/media/queries/read-captions-file.server.ts';
import { captionsFormSchema, captionsLangSchema } from '#app/features/media/schema.captions.ts';
import { CaptionsEditor } from '#app/features/media/ui/captions/captions-editor.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { requireActor } from '../../gate.server.ts';
import { captionedFile } from './files.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { id } = await captionedFile(actor, idParam(params.mediaId));
  const asked = new URL(request.url).searchParams.get('lang');
  if (asked === null) throw redirect(`/author/media/${id}/captions?lang=vi`);
  return captionsPage(id, captionsLangSchema.parse(asked));
});

/** Saves the captions, or reads a file into their rows. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const { id: mediaId } = await captionedFile(actor, idParam(params.mediaId));
  const form = await readForm(request);
  const { intent, lang, base, rows } = demand(captionsFormSchema, formObject(form));
  if (intent === 'read') {
    const file = form.get('file');
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const read = readCaptionsFile(bytes, rows);
    return data<CaptionsAnswer>(read, { status: read.kind === 'read' ? 200 : 400 });
  }
  const saved = await saveCaptions(actor, { mediaId, lang, base, rows });
  const status = saved.kind === 'refused' ? 400 : saved.kind === 'conflict' ? 409 : 200;
  return data<CaptionsAnswer>(saved, { status });
});

/** Where the server is out of reach the page stays, with all that was typed, and is told so: nothing was judged. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>();
  } catch (error) {
    if (!isOutOfReach(error)) throw error;
    // With a status that keeps the page from loading anew: that could not be reached either.
    return Response.json({ kind: 'unreached' } satisfies CaptionsReply, { status: 503 });
  }
}

/** No answer at all, one that a proxy made, or the server's own that it cannot serve now. */
const isOutOfReach = (error: unknown): boolean =>
  isRouteErrorResponse(error) ? [502, 503, 504].includes(error.status) : error instanceof Error;

export default function Captions() {
  const words = useMessages(vi, en);
  const lang = useLang();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<CaptionsReply>();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      crumbs={[
        { to: '/author/media', label: words.files },
        { to: `/author/media/${page.media.id}`, label: page.media.name },
      ]}
      crumbsLabel={words.crumbs}
    >
      <Tabs
        label={words.langs.label}
        items={page.langs.map(({ lang: each, count }) => ({
          to: `?lang=${each}`,
          label: words.langs[each],
          count: formatNumber(lang, count),
        }))}
      />
      <CaptionsEditor key={page.lang} page={page} answer={answered} />
    </Page>
  );
}
