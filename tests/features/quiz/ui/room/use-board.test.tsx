// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BoardSeat } from '#app/features/quiz/core/room/board.ts';
import type { Board } from '#app/features/quiz/queries/room/board-reading.server.ts';
import { useBoard } from '#app/features/quiz/ui/room/use-board.ts';

/** The browser's side of a stream: what the server tells comes when the test says so. */
class Stream extends EventTarget {
  static all: Stream[] = [];
  onerror: (() => void) | null = null;
  isClosed = false;
  constructor(readonly address: string) {
    super();
    Stream.all.push(this);
  }
  close() {
    this.isClosed = true;
  }
  tell(type: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
}

const seat: BoardSeat = {
  ...{ personId: 'p1', number: 1, name: 'Nguyễn Văn An', rank: '', unit: 'c1', state: 'waiting', isPaused: false },
  ...{ answered: null, questions: null, deadlineAt: null, pausedAt: null, seenAt: null, extraSeconds: 0 },
};
const session = { releasedAt: 1, pausedAt: null, closedAt: null };
const board = (at: number, state: BoardSeat['state'], more: Partial<Board> = {}): Board => ({
  ...{ at, session, seats: [{ ...seat, state }], outages: [] },
  ...more,
});
/** What the server answers to who asks instead of listening. */
let answer: () => Promise<Response>;

beforeEach(() => {
  vi.useFakeTimers();
  Stream.all = [];
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('fetch', () => answer());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const watch = () => renderHook(() => useBoard('k1', first));
const first = board(1000, 'waiting');
const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const stateOf = ({ current }: { current: ReturnType<typeof useBoard> }) => [
  current.link,
  current.board.seats[0]?.state,
];

it('is told the whole and then what changes, while the clock of the server goes on', async () => {
  const { result } = watch();
  const [stream] = Stream.all;
  expect(stream!.address).toBe('/exam-sessions/k1/events');
  act(() => stream!.tell('whole', board(2000, 'working')));
  expect(stateOf(result)).toEqual(['live', 'working']);
  const { seats: _, ...rest } = board(3000, 'working');
  act(() => stream!.tell('change', { ...rest, changed: [{ ...seat, state: 'submitted' }], gone: [] }));
  expect(stateOf(result)).toEqual(['live', 'submitted']);
  await pass(4000);
  expect(result.current.now).toBeGreaterThanOrEqual(7000);
  act(() => stream!.tell('end', 'closed'));
  expect([result.current.link, stream!.isClosed]).toEqual(['ended', true]);
});

it('asks every five seconds where nothing is told, says so, and listens again after a while', async () => {
  const { result } = watch();
  answer = async () => Response.json(board(5000, 'working'));
  await act(async () => Stream.all[0]!.onerror?.());
  await pass(0);
  expect([...stateOf(result), Stream.all[0]!.isClosed]).toEqual(['polling', 'working', true]);
  answer = async () => Response.json(board(10_000, 'submitted'));
  await pass(5000);
  expect(stateOf(result)).toEqual(['polling', 'submitted']);
  // The machine is gone: what is shown stays, and the page says that it may be old.
  answer = async () => Promise.reject(new TypeError('network'));
  await pass(5000);
  expect(stateOf(result)).toEqual(['lost', 'submitted']);
  answer = async () => Response.json(board(20_000, 'submitted'));
  await pass(5000);
  expect(result.current.link).toBe('polling');
  await pass(15_000);
  expect(Stream.all).toHaveLength(2);
  act(() => Stream.all[1]!.tell('whole', board(31_000, 'voided')));
  expect(stateOf(result)).toEqual(['live', 'voided']);
  // Told again, it asks no more.
  answer = async () => Response.json(board(99_000, 'waiting'));
  await pass(20_000);
  expect(stateOf(result)).toEqual(['live', 'voided']);
});

it.each([
  [
    'a session that was closed meanwhile',
    async () => Response.json(board(2, 'submitted', { session: { ...session, closedAt: 2 } })),
    'ended',
  ],
  ['a right that was taken away', async () => new Response('', { status: 403 }), 'refused'],
  ['the page to sign in', async () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }), 'refused'],
] as const)('stops asking at %s', async (_, given, link) => {
  vi.stubGlobal('EventSource', undefined);
  answer = given;
  const { result } = watch();
  await pass(0);
  expect(result.current.link).toBe(link);
  answer = async () => Response.json(board(9, 'working'));
  await pass(60_000);
  expect(result.current.link).toBe(link);
});
