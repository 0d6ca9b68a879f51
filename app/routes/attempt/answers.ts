import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { checkAnswer } from '#app/features/quiz/commands/check-answer.server.ts';
import { flagAnswer } from '#app/features/quiz/commands/flag-answer.server.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { attemptStanding } from '#app/features/quiz/queries/attempt-overview.server.ts';
import { attemptPage } from '#app/features/quiz/queries/attempt-page.server.ts';
import { attemptMessageSchema } from '#app/features/quiz/schema.attempt.ts';
import { demand, readJson } from '#app/platform/http/form.server.ts';
import { inJson, jsonOfNow } from '#app/platform/http/in-json.server.ts';
import { requireActor } from '../gate.server.ts';

const json = (value: { outcome: string } | object) =>
  jsonOfNow(value, 'outcome' in value && value.outcome === 'refused' ? 409 : 200);

/** Hot path: one question of an open attempt was answered, flagged, or is to be checked. JSON in and out. */
export const action = ({ request, params, context }: ActionFunctionArgs) =>
  inJson(request, async () => {
    const { address } = context;
    const actor = await requireActor(request);
    const attemptId = params.attemptId ?? '';
    const raw = await readJson(request);
    const message = demand(attemptMessageSchema(raw), raw);
    if ('response' in message) return json(await saveAnswer(actor, attemptId, message, address));
    if ('flagged' in message) return json(await flagAnswer(actor, attemptId, message, address));
    const outcome = await checkAnswer(actor, attemptId, message.slot, address);
    if (outcome.outcome === 'refused') return json(outcome);
    const attempt = await attemptPage(actor, attemptId, 1, address);
    const question = attempt.kind === 'open' ? attempt.questions.find(({ slot }) => slot === message.slot) : undefined;
    return json({ outcome: outcome.outcome, review: question?.review ?? null, work: question?.work ?? null });
  });

/** How the attempt stands on the server: for a second device, and for the time. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  inJson(request, async () =>
    json(await attemptStanding(await requireActor(request), params.attemptId ?? '', context.address)),
  );
