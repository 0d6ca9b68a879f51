import { useEffect, useState } from 'react';
import { withChanges } from '../../core/room/board.ts';
import type { BoardChange } from '../../queries/room/board-feed.server.ts';
import type { Board } from '../../queries/room/board-reading.server.ts';

/** How the page hears of changes: told at once, by asking every few seconds, not at all, or there is nothing more to hear. */
export type BoardLink = 'live' | 'polling' | 'lost' | 'ended' | 'refused';

const pollMs = 5000;
/** While it asks, how often the page tries to be told again. */
const retryLiveMs = 30_000;

/**
 * The board of a session, kept up to date by server-sent events, and by asking where a proxy or an old browser lets none
 * through. `now` is the server's clock, which goes on between the news; on the server and at first it is the reading's.
 */
export function useBoard(sessionId: string, initial: Board): { board: Board; link: BoardLink; now: number } {
  const [board, setBoard] = useState(initial);
  const [link, setLink] = useState<BoardLink>('live');
  const [now, setNow] = useState(initial.at);

  useEffect(() => setBoard(initial), [initial]);

  useEffect(() => {
    const heardAt = performance.now();
    const tick = () => setNow(board.at + (performance.now() - heardAt));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [board.at]);

  useEffect(() => {
    let source: EventSource | null = null;
    let poll: ReturnType<typeof setTimeout> | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;

    const over = (why: BoardLink) => {
      isOver = true;
      source?.close();
      clearTimeout(poll);
      clearTimeout(retry);
      setLink(why);
    };

    const ask = async () => {
      try {
        const response = await fetch(`/exam-sessions/${sessionId}/board.json`, {
          headers: { Accept: 'application/json' },
          signal: AbortSignal.timeout(10_000),
        });
        if (isOver) return;
        const isJson = response.headers.get('Content-Type')?.includes('json');
        if (response.status === 403 || response.status === 404 || response.status === 401 || (response.ok && !isJson)) {
          over('refused');
          return;
        }
        if (!response.ok) throw new Error(`status ${response.status}`);
        const read = (await response.json()) as Board;
        setBoard(read);
        if (read.session.closedAt !== null) {
          over('ended');
          return;
        }
        setLink('polling');
      } catch {
        if (isOver) return;
        setLink('lost');
      }
      poll = setTimeout(() => void ask(), pollMs);
    };

    const listen = () => {
      if (isOver) return;
      if (typeof EventSource === 'undefined') {
        void ask();
        return;
      }
      const stream = new EventSource(`/exam-sessions/${sessionId}/events`);
      source = stream;
      const told = () => {
        clearTimeout(poll);
        setLink('live');
      };
      stream.addEventListener('whole', (event) => {
        setBoard(JSON.parse(event.data) as Board);
        told();
      });
      stream.addEventListener('change', (event) => {
        const { changed, gone, ...rest } = JSON.parse(event.data) as BoardChange;
        setBoard((before) => ({ ...rest, seats: withChanges(before.seats, { changed, gone }) }));
        told();
      });
      stream.addEventListener('end', (event) => over(JSON.parse(event.data) === 'closed' ? 'ended' : 'refused'));
      stream.onerror = () => {
        if (isOver) return;
        stream.close();
        clearTimeout(poll);
        clearTimeout(retry);
        void ask();
        retry = setTimeout(listen, retryLiveMs);
      };
    };

    listen();
    return () => {
      isOver = true;
      source?.close();
      clearTimeout(poll);
      clearTimeout(retry);
    };
  }, [sessionId]);

  return { board, link, now };
}
