import { log } from '#app/platform/log.server.ts';
import { type BoardSeat, changedSeats } from '../../core/room/board.ts';
import { type Board, BoardReader } from './board-reading.server.ts';

/** How often a session that somebody watches is read, for all who watch it. */
const readEveryMs = 2000;
/** On a busy server more seldom: reading takes at most a tenth of the time, and those who sit the exam come first. */
const leastRest = 10;

/** What a watcher is told: the whole at first, then what has changed; 'gone' once there is nothing more to watch. */
export type BoardNews =
  | { kind: 'whole'; board: Board }
  | { kind: 'change'; change: BoardChange }
  | { kind: 'gone'; reason: 'closed' | 'deleted' };

export interface BoardChange extends Omit<Board, 'seats'> {
  readonly changed: readonly BoardSeat[];
  readonly gone: readonly string[];
}

type Watcher = (news: BoardNews) => void;

/** One session as this process watches it: one reading for all who look, from the first who comes to the last who goes. */
class BoardFeed {
  readonly #reader: BoardReader;
  readonly #watchers = new Set<Watcher>();
  readonly #onEmpty: () => void;
  /** What every watcher has been told by now. */
  #told: Board | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(sessionId: string, onEmpty: () => void) {
    this.#reader = new BoardReader(sessionId);
    this.#onEmpty = onEmpty;
    void this.#turn();
  }

  get board(): Board | null {
    return this.#told;
  }

  add(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    if (this.#told) watcher({ kind: 'whole', board: this.#told });
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size === 0) this.#end();
    };
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#onEmpty();
  }

  async #turn(): Promise<void> {
    const begun = performance.now();
    try {
      const board = await this.#reader.read();
      if (this.#isOver) return;
      if (!board || board.session.closedAt !== null) {
        if (board) this.#tell(board);
        for (const watcher of [...this.#watchers]) watcher({ kind: 'gone', reason: board ? 'closed' : 'deleted' });
        this.#end();
        return;
      }
      this.#tell(board);
    } catch (error) {
      // The database may come back: whoever watches keeps what was told.
      log().warn({ err: error }, 'a board could not be read and will be read again');
    }
    if (this.#isOver) return;
    const rest = Math.max(readEveryMs, (performance.now() - begun) * leastRest);
    this.#timer = setTimeout(() => void this.#turn(), rest);
    this.#timer.unref();
  }

  #tell(board: Board): void {
    const before = this.#told;
    if (!before) {
      this.#told = board;
      for (const watcher of [...this.#watchers]) watcher({ kind: 'whole', board });
      return;
    }
    const told = new Map(before.seats.map((seat) => [seat.personId, seat]));
    const { changed, gone } = changedSeats(told, board.seats);
    const { at, session, outages } = board;
    const isElse = JSON.stringify([session, outages]) !== JSON.stringify([before.session, before.outages]);
    if (changed.length === 0 && gone.length === 0 && !isElse) return;
    for (const seat of changed) told.set(seat.personId, seat);
    for (const personId of gone) told.delete(personId);
    this.#told = { at, session, outages, seats: [...told.values()] };
    const change = { at, session, outages, changed, gone };
    for (const watcher of [...this.#watchers]) watcher({ kind: 'change', change });
  }
}

const feeds = new Map<string, BoardFeed>();

/** Watches a session's board; the answer ends it. Who may look was asked by `boardPage`, and is asked again by the route. */
export function watchBoard(sessionId: string, watcher: Watcher): () => void {
  let feed = feeds.get(sessionId);
  if (!feed) {
    const made = new BoardFeed(sessionId, () => {
      if (feeds.get(sessionId) === made) feeds.delete(sessionId);
    });
    feeds.set(sessionId, made);
    feed = made;
  }
  return feed.add(watcher);
}

/** The board as those who watch it in this process were told last, or read now where nobody does. */
export async function boardNow(sessionId: string): Promise<Board | null> {
  return feeds.get(sessionId)?.board ?? (await new BoardReader(sessionId).read());
}
