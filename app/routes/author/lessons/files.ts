import type { ActionFunctionArgs } from '@remix-run/node';
import { lessonEditor } from '#app/features/courses/queries/lesson-editor.server.ts';
import { addMedia } from '#app/features/media/commands/add-media.server.ts';
import type { MediaAnswer } from '#app/features/media/core/media-answer.ts';
import { mediaAnswerOf } from '#app/features/media/queries/media-answer.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { dropStaged } from '#app/platform/files/media-store.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { largestUpload } from '#app/platform/http/guard.server.ts';
import { inJson } from '#app/platform/http/in-json.server.ts';
import { readUpload } from '#app/platform/http/upload.server.ts';
import { requireActor } from '../../gate.server.ts';

const noStore = { 'Cache-Control': 'no-store' };
const refused = (field: 'file' | 'alt', problem: 'no-file' | 'no-alt') =>
  Response.json({ kind: 'refused', field, problem } satisfies MediaAnswer, { status: 400, headers: noStore });

/** Takes a picture, a sound or an attachment of a lesson with its words; answers in JSON what stands for it in the text. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  inJson(request, async () => {
    const actor = await requireActor(request);
    await lessonEditor(actor, params.courseId ?? '', params.lessonId ?? '');
    const { fields, file, isTooLarge } = await readUpload(request, largestUpload);
    const alt = (fields.alt ?? '').trim().slice(0, 300);
    if (alt === '') {
      if (file) await dropStaged(file.staged);
      return refused('alt', 'no-alt');
    }
    if (!file && !isTooLarge) return refused('file', 'no-file');
    const result = mediaAnswerOf(file ? await addMedia(actor, file, 'content') : null, alt);
    return Response.json(result, { status: result.kind === 'refused' ? 400 : 200, headers: noStore });
  });

/** Nothing is shown here. */
export const loader = answer(async () => {
  throw new AppError('not-found');
});
