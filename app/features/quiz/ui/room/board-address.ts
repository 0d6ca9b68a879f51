import { BOARD_ORDER, type BoardFilter } from '../../core/room/board.ts';

/** What of a board is looked at; stands in the address. */
export interface BoardSearch {
  filter: BoardFilter;
  search: string;
  page: number;
}

const filters: readonly string[] = ['all', 'paused', ...BOARD_ORDER];

/** Reads it from an address; what is none is the whole board. */
export function readBoardSearch(parameters: URLSearchParams): BoardSearch {
  const state = parameters.get('state') ?? 'all';
  const page = Number(parameters.get('page') ?? 1);
  return {
    filter: filters.includes(state) ? (state as BoardFilter) : 'all',
    search: (parameters.get('q') ?? '').slice(0, 100),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The inverse, as `?...`; the first page of the whole board is `?`. */
export function boardSearch({ filter, search }: Pick<BoardSearch, 'filter' | 'search'>): string {
  const parameters = new URLSearchParams();
  if (filter !== 'all') parameters.set('state', filter);
  if (search !== '') parameters.set('q', search);
  return `?${parameters}`;
}

export const seatAddress = (sessionId: string, personId: string) => `/exam-sessions/${sessionId}/seats/${personId}`;
