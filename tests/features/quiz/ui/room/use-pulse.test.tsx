// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pulseVi as words } from '#app/features/quiz/messages/pulse-vi.ts';
import type { OpenAttempt } from '#app/features/quiz/queries/attempt-page.server.ts';
import type { AttemptPulse } from '#app/features/quiz/queries/room/attempt-pulse.server.ts';
import { PulseNotices } from '#app/features/quiz/ui/room/pulse-notices.tsx';
import { usePulse } from '#app/features/quiz/ui/room/use-pulse.ts';

/** The server's side: answers the questions of the page one by one, when the test says so. */
let asked: { known: { wait: boolean; heardAt: number | null }; tell: (pulse: Partial<AttemptPulse>) => void }[] = [];
const onResumed = vi.fn();

beforeEach(() => {
  asked = [];
  sessionStorage.clear();
  onResumed.mockClear();
  vi.stubGlobal(
    'fetch',
    (_address: string, { body }: { body: string }) =>
      new Promise<Response>((resolve) => {
        const tell = (pulse: Partial<AttemptPulse>) =>
          resolve(Response.json({ ...quiet, heardAt: 1000 * asked.length, ...pulse }));
        asked.push({ known: JSON.parse(body), tell });
      }),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const quiet: AttemptPulse = {
  ...{ state: 'open', secondsLeft: 60, deadlineAt: null, isPaused: false, extraSeconds: 0, notes: [], heardAt: 0 },
};
const attempt = { attemptId: 'a1', room: { isPaused: false, extraSeconds: 0 }, deadlineAt: null } as OpenAttempt;
const given = (id: string, seconds: number, reason: string) => ({ id, kind: 'given', seconds, reason }) as const;

function Room() {
  const pulse = usePulse(attempt, { onSecondsLeft() {}, onResumed, onEnded() {}, isRefusedAsPaused: false });
  return <PulseNotices pulse={pulse} />;
}

/** The next question of the page, answered. */
async function answers(pulse: Partial<AttemptPulse>) {
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0), { timeout: 5000 });
  const { known, tell } = asked.shift()!;
  await act(async () => tell(pulse));
  return known;
}

it('waits for news after the first answer, and shows every note once until they were read', async () => {
  const user = userEvent.setup();
  const { unmount } = render(<Room />);
  expect(await answers({ heardAt: 5 })).toMatchObject({ wait: false, heardAt: null });
  expect(await answers({ heardAt: 6, isPaused: true })).toMatchObject({ wait: true, heardAt: 5 });
  expect(await screen.findByText(words.paused)).toBeInTheDocument();
  const notes = [given('n1', 300, 'Mất điện'), { ...given('n2', 0, 'Máy chậm'), kind: 'resumed' } as const];
  expect(await answers({ heardAt: 7, notes })).toMatchObject({ wait: true, heardAt: 6 });
  expect(screen.getByText(words.reason('Mất điện'))).toBeInTheDocument();
  expect(screen.getByText(words.resumedOnly)).toBeInTheDocument();
  expect(onResumed).toHaveBeenCalledTimes(1);
  await answers({ heardAt: 8, notes });
  expect(screen.getAllByText(words.reason('Máy chậm'))).toHaveLength(1);

  // Loaded again before they were read, they are told again; read, they are not.
  unmount();
  asked = [];
  const again = render(<Room />);
  expect(await answers({ heardAt: 9, notes })).toMatchObject({ heardAt: 6 });
  await user.click(await screen.findByRole('button', { name: words.seen }));
  expect(screen.queryByText(words.reason('Mất điện'))).toBeNull();
  again.unmount();
  asked = [];
  render(<Room />);
  expect(await answers({ heardAt: 10, notes })).toMatchObject({ heardAt: 9 });
  expect(screen.queryByText(words.reason('Mất điện'))).toBeNull();
});
