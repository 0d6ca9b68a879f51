import { useNavigate, useRevalidator } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { SessionState } from '../../core/room/session.ts';
import type { Lobby } from '../../queries/room/lobby.server.ts';
import type { SessionSignal } from '../../queries/room/session-signal.server.ts';

/** The room's papers are asked for over so many milliseconds, not all in the same one. */
const spreadMs = 400;
const patience = 15_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const post = (address: string, message: unknown) =>
  fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(patience),
  });

export type LobbyStep = 'waiting' | 'opening' | 'lost';

export interface LobbyWait {
  step: LobbyStep;
  /** The server knows that the person is here. */
  hasArrived: boolean;
}

/**
 * Gives signs of life from the lobby and waits there for the server's word: when the papers are released the own one opens
 * by itself. Nothing is asked of the browser's clock. Who comes when the papers are out already presses the button.
 */
export function useLobby({ session, way, ...lobby }: Pick<Lobby, 'session' | 'way' | 'hasArrived'>): LobbyWait {
  const [hasArrived, setHasArrived] = useState(lobby.hasArrived);
  const [step, setStep] = useState<LobbyStep>('waiting');
  const navigate = useNavigate();
  const revalidator = useRevalidator();
  const latest = useRef({ navigate, revalidate: revalidator.revalidate });
  latest.current = { navigate, revalidate: revalidator.revalidate };
  const isWaiting = way.kind === 'wait' || way.kind === 'paused';
  const { id, state } = session;
  useEffect(() => {
    if (way.kind === 'closed' || way.kind === 'ended' || way.kind === 'too-early') return;
    let isOver = false;
    const run = async () => {
      let knows: SessionState = state;
      // The first sign is answered at once, so that the page can say so; the others wait for news.
      let wait = false;
      while (!isOver) {
        try {
          const response = await post(`/exam-sessions/${id}/presence`, { wait, knows });
          if (!response.ok) throw new Error(String(response.status));
          const signal = (await response.json()) as SessionSignal;
          if (isOver) return;
          setStep('waiting');
          setHasArrived(true);
          wait = true;
          if (signal.state === 'released' && isWaiting) {
            setStep('opening');
            await pause(Math.random() * spreadMs);
            const started = await post(`/exam-sessions/${id}/start`, {});
            if (started.status !== 200) {
              latest.current.revalidate();
              return;
            }
            const { kind, attemptId } = (await started.json()) as { kind: string; attemptId: string };
            latest.current.navigate(`/attempts/${attemptId}${kind === 'ended' ? '/result' : ''}`);
            return;
          }
          if (signal.state !== knows) latest.current.revalidate();
          knows = signal.state;
        } catch {
          if (isOver) return;
          setStep('lost');
          await pause(1000 + Math.random() * 2000);
        }
      }
    };
    void run();
    return () => {
      isOver = true;
    };
  }, [id, state, way.kind, isWaiting]);
  return { step, hasArrived };
}
