import type { ActionFunctionArgs } from '@remix-run/node';
import { lessonEditor } from '#app/features/courses/queries/lesson-editor.server.ts';
import { pasteSchema } from '#app/features/courses/schema.lesson-editor.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { pastedText } from '#app/platform/documents/pasted-html.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, readJson } from '#app/platform/http/form.server.ts';
import { inJson } from '#app/platform/http/in-json.server.ts';
import { requireActor } from '../../gate.server.ts';
import { keptPictures } from './kept-pictures.server.ts';

/**
 * What was pasted, as clean Markdown. Pictures whose bytes came along are kept; those that Word only names are taken from
 * the files beside the text, in their order. JSON in and out; the lesson itself is not changed.
 */
export const action = ({ request, params }: ActionFunctionArgs) =>
  inJson(request, async () => {
    const actor = await requireActor(request);
    await lessonEditor(actor, params.courseId ?? '', params.lessonId ?? '');
    const { html, pictures: beside } = demand(pasteSchema, await readJson(request));
    const { markdown, pictures, problems } = pastedText(html);
    const files = beside.map((text) => Buffer.from(text, 'base64'));
    const sources = pictures.map((picture) => (picture.kind === 'bytes' ? picture.bytes : (files.shift() ?? null)));
    const wanted = sources.flatMap((bytes, at) => (bytes ? [{ name: `anh-${at + 1}`, bytes }] : []));
    const ids = await keptPictures(actor, wanted);
    const idOf = sources.map((bytes) => (bytes ? (ids.shift() ?? null) : null));
    const missing = idOf.filter((id) => id === null).length;
    const text = markdown.replace(/!\[([^\]\n]*)\]\(attached:(\d+)\)/g, (_, words: string, number: string) => {
      const id = idOf[Number(number) - 1];
      return id ? `![${words}](media:${id})` : words;
    });
    const all = missing > 0 ? [...problems, { code: 'picture-missing', detail: String(missing) }] : problems;
    return Response.json({ markdown: text, problems: all }, { headers: { 'Cache-Control': 'no-store' } });
  });

/** Nothing is shown here. */
export const loader = answer(async () => {
  throw new AppError('not-found');
});
