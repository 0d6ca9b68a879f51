import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import { canonicalText } from '../core/canonical-text.ts';
import type { AttemptStanding } from '../queries/attempt-overview.server.ts';
import type { ShownReview } from '../queries/shown-review.server.ts';
import type { ShownWork } from '../queries/shown-work.server.ts';
import type { SendAnswer } from './outbox-state.ts';
import type { Pending } from './outbox-store.ts';

/** A slow network gets this long before it counts as none. */
const patience = 10_000;

const addressOf = (attemptId: string) => `/attempts/${attemptId}/answers`;

/** Browsers refuse more than 64 KiB to requests that outlive their page; a letter takes up to 3 bytes. */
const mostToOutlive = 20_000;

function post(attemptId: string, message: unknown): Promise<Response> {
  const body = JSON.stringify(message);
  return fetch(addressOf(attemptId), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body,
    // Goes out even while the page is being closed.
    keepalive: body.length < mostToOutlive,
    signal: AbortSignal.timeout(patience),
  });
}

const isJson = (response: Response) => response.headers.get('Content-Type')?.includes('json') ?? false;

/** Sends one changed answer; throws where the network does. */
export async function sendAnswer(attemptId: string, pending: Pending): Promise<SendAnswer> {
  const response = await post(attemptId, pending);
  if (response.status === 401) return { kind: 'signed-out' };
  // Not from this network: kept on this device, as it may be back in the right one soon.
  if (response.status === 403 || response.status === 429 || response.status >= 500) return { kind: 'unreachable' };
  // A page in place of JSON: the sign-in, or a proxy's own.
  if (!isJson(response)) return { kind: response.redirected ? 'signed-out' : 'unreachable' };
  if (response.status !== 200 && response.status !== 409) return { kind: 'broken' };
  const { outcome, ...rest } = (await response.json()) as { outcome: string } & Omit<SendAnswer, 'kind'>;
  return (
    outcome === 'refused' ? { ...rest, kind: 'refused' } : { ...rest, kind: 'saved', isNew: outcome === 'kept' }
  ) as SendAnswer;
}

/** Sets a flag or takes it off; whether that got through. */
export async function sendFlag(attemptId: string, slot: number, flagged: boolean): Promise<boolean> {
  const response = await post(attemptId, { slot, flagged }).catch(() => null);
  return response?.ok ?? false;
}

/** What a check brought: the feedback, and how the slot stands since (null once the attempt has ended); or why there is none. */
export type CheckAnswer = { review: ShownReview | null; work: ShownWork | null } | { refused: string };

/** Practice: has the stored answer judged; null where that did not get through. */
export async function sendCheck(attemptId: string, slot: number): Promise<CheckAnswer | null> {
  const response = await post(attemptId, { slot, check: true }).catch(() => null);
  if (!response || !isJson(response)) return null;
  if (response.status === 409) return { refused: ((await response.json()) as { reason: string }).reason };
  return response.ok ? ((await response.json()) as CheckAnswer) : null;
}

/** How the attempt stands on the server; null where it cannot be asked. */
export async function askStanding(attemptId: string): Promise<AttemptStanding | null> {
  try {
    const response = await fetch(addressOf(attemptId), {
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(patience),
    });
    return response.ok && isJson(response) ? ((await response.json()) as AttemptStanding) : null;
  } catch {
    return null;
  }
}

/** Two answers as the form shows them are the same, part by part. */
export const isSameAnswer = (a: PresentedResponse, b: PresentedResponse): boolean =>
  canonicalText(a) === canonicalText(b);
