import type { ActionFunctionArgs } from '@remix-run/node';
import { keepLessonCopy, saveLessonDraft } from '#app/features/courses/commands/save-lesson-draft.server.ts';
import { draftMessageSchema } from '#app/features/courses/schema.lesson-editor.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, readJson } from '#app/platform/http/form.server.ts';
import { inJson } from '#app/platform/http/in-json.server.ts';
import { requireActor } from '../../gate.server.ts';

/** What the editor saves by itself every few seconds. JSON in and out; a conflict answers 409 with what stands there. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  inJson(request, async () => {
    const actor = await requireActor(request);
    const { courseId = '', lessonId = '' } = params;
    const { intent, base, text } = demand(draftMessageSchema, await readJson(request));
    const headers = { 'Cache-Control': 'no-store' };
    if (intent === 'set-aside') {
      await keepLessonCopy(actor, { courseId, lessonId }, text);
      return Response.json({ kind: 'set-aside' }, { headers });
    }
    const result = await saveLessonDraft(actor, { courseId, lessonId }, { base, text, keep: intent === 'keep' });
    return Response.json(result, { status: result.kind === 'conflict' ? 409 : 200, headers });
  });

/** Nothing is shown here. */
export const loader = answer(async () => {
  throw new AppError('not-found');
});
