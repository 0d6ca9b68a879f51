import type { AttemptPulse, KnownPulse } from '../../queries/room/attempt-pulse.server.ts';

/** Longer than the server keeps a question that waits for news. */
const patienceMs = 20_000;

/** What a page hears of an attempt with a sign of life; null where nothing came back. */
export async function askPulse(
  attemptId: string,
  known?: KnownPulse & { wait: boolean },
): Promise<AttemptPulse | null> {
  try {
    const response = await fetch(`/attempts/${attemptId}/pulse`, {
      ...(known && { method: 'POST', body: JSON.stringify(known) }),
      headers: { Accept: 'application/json', ...(known && { 'Content-Type': 'application/json' }) },
      signal: AbortSignal.timeout(patienceMs),
    });
    const isJson = response.headers.get('Content-Type')?.includes('json');
    return response.ok && isJson ? ((await response.json()) as AttemptPulse) : null;
  } catch {
    return null;
  }
}
