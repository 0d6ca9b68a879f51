import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { keepReadingPlace } from '#app/features/courses/commands/keep-reading-place.server.ts';
import { markLessonRead } from '#app/features/courses/commands/mark-lesson-read.server.ts';
import { readingSchema } from '#app/features/courses/schema.ts';
import { ownTerms } from '#app/features/progress/queries/own-terms.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm, readJson } from '#app/platform/http/form.server.ts';
import { requireActor } from '../gate.server.ts';

/**
 * What a reader does with a lesson. JSON from a script is answered without a page; a plain form goes on to the lesson in
 * `goTo`, or returns to where the same lesson says that it was read.
 */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const lessonId = params.lessonId ?? '';
  const isJson = request.headers.get('Content-Type')?.includes('json') ?? false;
  const reading = demand(readingSchema, isJson ? await readJson(request) : formObject(await readForm(request)));
  if (reading.intent === 'place') {
    await keepReadingPlace(actor, lessonId, reading.scroll);
    return new Response(null, { status: 204 });
  }
  const { courseId, ...marked } = await markLessonRead(actor, lessonId, await ownTerms(actor));
  if (isJson) return Response.json(marked);
  // Too soon: the lesson again, which says from when on.
  const goTo = marked.kind === 'too-soon' ? '' : reading.goTo;
  throw redirect(`/courses/${courseId}/lessons/${goTo || lessonId}${goTo ? '' : '#da-doc'}`, 303);
});

/** Nothing is shown here. */
export const loader = answer(async () => {
  throw new AppError('not-found');
});
