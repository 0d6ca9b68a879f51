import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import type { SeatState } from './seat.ts';

/** A seat as the examiner's board shows it. Nothing in it tells an answer or a mark. Instants in milliseconds. */
export interface BoardSeat {
  readonly personId: string;
  readonly number: number;
  readonly name: string;
  readonly rank: string;
  readonly unit: string;
  readonly state: SeatState;
  /** Of those who work: the clock is stopped. */
  readonly isPaused: boolean;
  /** How many questions hold an answer, out of how many; null without an attempt. */
  readonly answered: number | null;
  readonly questions: number | null;
  /** When the time is up; null without a limit, and for who does not work. */
  readonly deadlineAt: number | null;
  readonly pausedAt: number | null;
  readonly seenAt: number | null;
  /** All that was added to this person's time. */
  readonly extraSeconds: number;
}

/** Problems first. Who is not there yet is one only once the papers are released, but is looked for before too. */
export const BOARD_ORDER: readonly SeatState[] = ['silent', 'not-arrived', 'voided', 'waiting', 'working', 'submitted'];

/** `paused` is no state of its own: it looks for those at work whose clock is stopped. */
export type BoardFilter = SeatState | 'paused' | 'all';

export type BoardCounts = Readonly<Record<SeatState, number>> & { readonly all: number; readonly paused: number };

/** How many seats are in each state: the states add up to `all`. */
export function countBoard(seats: readonly BoardSeat[]): BoardCounts {
  const counts = { all: seats.length, paused: 0 } as Record<SeatState | 'all' | 'paused', number>;
  for (const state of BOARD_ORDER) counts[state] = 0;
  for (const { state, isPaused } of seats) {
    counts[state] += 1;
    if (isPaused) counts.paused += 1;
  }
  return counts;
}

export const BOARD_PAGE = 100;

export interface BoardView {
  readonly seats: readonly BoardSeat[];
  readonly found: number;
  readonly page: number;
  readonly pages: number;
}

/**
 * The seats of one page: filtered, searched without tone marks by name, unit or number, problems first, then by number.
 * A page that is not there is the nearest.
 */
export function viewBoard(
  seats: readonly BoardSeat[],
  { filter, search, page }: { filter: BoardFilter; search: string; page: number },
): BoardView {
  const query = foldForSearch(search);
  const isFound = (seat: BoardSeat) =>
    query === '' || String(seat.number) === query || foldForSearch(`${seat.name} ${seat.unit}`).includes(query);
  const isWanted = (seat: BoardSeat) =>
    filter === 'all' || (filter === 'paused' ? seat.isPaused : seat.state === filter);
  const found = seats.filter((seat) => isWanted(seat) && isFound(seat));
  const placeOf = ({ state, isPaused }: BoardSeat) => BOARD_ORDER.indexOf(state) - (isPaused ? 0.5 : 0);
  found.sort((a, b) => placeOf(a) - placeOf(b) || a.number - b.number);
  const pages = Math.max(1, Math.ceil(found.length / BOARD_PAGE));
  const at = Math.min(Math.max(1, page), pages);
  return { seats: found.slice((at - 1) * BOARD_PAGE, at * BOARD_PAGE), found: found.length, page: at, pages };
}

/** A sign of life alone is told only when it is at least this much newer: most of what changes is nothing else. */
const SEEN_STEP_MS = 10_000;

/** The seats that are told again because they are new or read differently, and those that are gone. */
export function changedSeats(
  told: ReadonlyMap<string, BoardSeat>,
  now: readonly BoardSeat[],
): { changed: BoardSeat[]; gone: string[] } {
  const changed = now.filter((seat) => {
    const before = told.get(seat.personId);
    return !before || !readsAlike(before, seat);
  });
  const here = new Set(now.map(({ personId }) => personId));
  return { changed, gone: [...told.keys()].filter((personId) => !here.has(personId)) };
}

function readsAlike(a: BoardSeat, b: BoardSeat): boolean {
  const isSeenAlike = a.seenAt === b.seenAt || Math.abs((a.seenAt ?? 0) - (b.seenAt ?? 0)) < SEEN_STEP_MS;
  const keys = Object.keys(b) as (keyof BoardSeat)[];
  return isSeenAlike && keys.every((key) => key === 'seenAt' || a[key] === b[key]);
}

/** The board with what was told since put in its place. */
export function withChanges(
  seats: readonly BoardSeat[],
  { changed, gone }: { readonly changed: readonly BoardSeat[]; readonly gone: readonly string[] },
): BoardSeat[] {
  const byPerson = new Map(seats.map((seat) => [seat.personId, seat]));
  for (const seat of changed) byPerson.set(seat.personId, seat);
  for (const personId of gone) byPerson.delete(personId);
  return [...byPerson.values()];
}
