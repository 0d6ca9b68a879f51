import type { BoardSeat } from '../../core/room/board.ts';

/** Seconds that a seat has left at `now` (milliseconds, the server's); null without a limit or without a running attempt. */
export function secondsLeftOf({ deadlineAt, pausedAt }: BoardSeat, now: number): number | null {
  if (deadlineAt === null) return null;
  return Math.max(0, Math.ceil((deadlineAt - (pausedAt ?? now)) / 1000));
}

/** "24:05", or "1:24:05": figures that stand under one another. */
export function clockFace(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
