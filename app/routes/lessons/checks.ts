import type { ActionFunctionArgs } from '@remix-run/node';
import { judgeCheck } from '#app/features/quiz/queries/lesson-checks.server.ts';
import { checkAnswerSchema } from '#app/features/quiz/schema.lesson-check.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, readJson } from '#app/platform/http/form.server.ts';
import { inJson } from '#app/platform/http/in-json.server.ts';
import { requireActor } from '../gate.server.ts';

/** Judges an answer to a check-yourself of a lesson. JSON in and out; nothing is kept. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  inJson(request, async () => {
    const actor = await requireActor(request);
    const given = demand(checkAnswerSchema, await readJson(request));
    const verdict = await judgeCheck(actor, params.lessonId ?? '', { ...given, response: given.response ?? null });
    return Response.json(verdict, { headers: { 'Cache-Control': 'no-store' } });
  });

/** Nothing is shown here. */
export const loader = answer(async () => {
  throw new AppError('not-found');
});
