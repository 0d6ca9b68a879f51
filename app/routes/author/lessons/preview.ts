import type { ActionFunctionArgs } from '@remix-run/node';
import { en } from '#app/features/courses/messages/en.ts';
import { vi } from '#app/features/courses/messages/vi.ts';
import { lessonPreview } from '#app/features/courses/queries/lesson-preview.server.ts';
import { previewSchema } from '#app/features/courses/schema.lesson-editor.ts';
import { draftChecks } from '#app/features/quiz/queries/lesson-checks.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, readJson } from '#app/platform/http/form.server.ts';
import { inJson } from '#app/platform/http/in-json.server.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { requireActor } from '../../gate.server.ts';

/** A lesson's text while it is typed, as its readers will see it; changes nothing. JSON in and out. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  inJson(request, async () => {
    const actor = await requireActor(request);
    const { courseId = '', lessonId = '' } = params;
    const { body } = demand(previewSchema, await readJson(request));
    const words = messagesFor(langFromCookieHeader(request.headers.get('Cookie')), vi, en).document;
    const { checks, unitPath, ...rest } = await lessonPreview(actor, { courseId, lessonId }, body, words);
    const shown = { ...rest, checks: await draftChecks(checks, unitPath) };
    return Response.json(shown, { headers: { 'Cache-Control': 'no-store' } });
  });

/** Nothing is shown here. */
export const loader = answer(async () => {
  throw new AppError('not-found');
});
