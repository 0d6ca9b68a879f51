import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type Attempt, stateAt } from '../../core/attempt.ts';
import type { BoardSeat } from '../../core/room/board.ts';
import { countKept, giveBack, type KeptReason } from '../../core/room/give-back.ts';
import { outagesIn } from '../../core/room/outage.ts';
import { seatStateAt } from '../../core/room/seat.ts';
import { attemptOf } from '../../data/attempts.server.ts';
import { findQuiz } from '../../data/quiz-for-attempt.server.ts';
import { type AnsweredCount, countAnswered } from '../../data/room/answered-counts.server.ts';
import { findGivableAttempts } from '../../data/room/reopening.server.ts';
import { findRoomRecord } from '../../data/room/room-record.server.ts';
import { listSeats, type SeatRow } from '../../data/room/seats.server.ts';
import { findAnySession, type StoredSession } from '../../data/room/sessions.server.ts';

/** What of a session changes while it is watched. Instants in milliseconds. */
export interface BoardSession {
  readonly releasedAt: number | null;
  readonly pausedAt: number | null;
  readonly closedAt: number | null;
}

/** An outage as the board proposes to give it back. */
export interface BoardOutage {
  readonly fromAt: number;
  /** Null while it goes on: it is given back once it is over. */
  readonly untilAt: number | null;
  readonly silent: number;
  readonly working: number;
  readonly seconds: number;
  /** Whose time ran out in it: how many are opened again by giving it back, and how many get nothing, and why. */
  readonly reopened: number;
  readonly kept: Partial<Record<KeptReason, number>>;
}

export interface Board {
  /** The server's clock when it was read. */
  readonly at: number;
  readonly session: BoardSession;
  readonly seats: readonly BoardSeat[];
  readonly outages: readonly BoardOutage[];
}

/** How many attempts at work are counted anew with one reading: 2,000 people are all counted within 16 seconds. */
const countedAtOnce = 250;
/** Outages are looked for at every so many readings. */
const outagesEvery = 5;

/** Reads one session again and again; remembers what need not be read each time. */
export class BoardReader {
  readonly #sessionId: string;
  #counts = new Map<string, AnsweredCount>();
  #open = new Set<string>();
  #cursor = 0;
  #readings = 0;
  #outages: BoardOutage[] = [];
  #graceSeconds: number | null = null;

  constructor(sessionId: string) {
    this.#sessionId = sessionId;
  }

  /** The board now, or null once the session is gone. Holds no answer and no mark: none is read. */
  async read(): Promise<Board | null> {
    const { sql } = database();
    const at = now();
    const session = await findAnySession(sql, this.#sessionId);
    if (!session) return null;
    this.#graceSeconds ??= (await findQuiz(sql, session.quizId))?.settings.graceSeconds ?? 0;
    const graceSeconds = this.#graceSeconds;
    const rows = (await listSeats(sql, this.#sessionId)).map((seat) => {
      const stored = seat.attempt && attemptOf(seat.attempt, { slotCount: 0, graceSeconds });
      return { seat, attempt: stored && stateAt(stored, at) };
    });
    await this.#count(rows);
    if (this.#readings % outagesEvery === 0 && session.releasedAt !== null) {
      this.#outages = session.closedAt === null ? await this.#findOutages(session, at) : [];
    }
    this.#readings += 1;
    return {
      at: at.getTime(),
      session: {
        releasedAt: session.releasedAt?.getTime() ?? null,
        pausedAt: session.pausedAt?.getTime() ?? null,
        closedAt: session.closedAt?.getTime() ?? null,
      },
      seats: rows.map(({ seat, attempt }) =>
        seatOf({ ...seat, isOver: session.closedAt !== null }, attempt, this.#counts, at),
      ),
      outages: this.#outages,
    };
  }

  async #findOutages({ quizId, pausedAt }: StoredSession, at: Date): Promise<BoardOutage[]> {
    const { sql } = database();
    const found = outagesIn(await findRoomRecord(sql, this.#sessionId, at), at);
    const quiz = found.length > 0 ? await findQuiz(sql, quizId) : null;
    if (!quiz) return [];
    const attempts = await findGivableAttempts(sql, this.#sessionId, { hold: false });
    const context = { review: quiz.settings.review, isRoomPaused: pausedAt !== null };
    return found.map(({ fromAt, untilAt, losses, working, seconds }) => {
      const shares = losses.map((loss) => giveBack(attempts.get(loss.personId) ?? [], loss, context, at));
      return {
        ...{ fromAt: fromAt.getTime(), untilAt: untilAt?.getTime() ?? null, silent: losses.length, working, seconds },
        ...{ reopened: shares.filter(({ kind }) => kind === 'reopened').length, kept: countKept(shares) },
      };
    });
  }

  async #count(rows: readonly { attempt: Attempt | null }[]): Promise<void> {
    const begun = rows.flatMap(({ attempt }) => (attempt && attempt.state !== 'prepared' ? [attempt] : []));
    const open = begun.filter(({ state }) => state === 'in-progress' || state === 'overdue').map(({ id }) => id);
    const isOpen = new Set(open);
    // Whoever is new on the board, and whoever has ended since the last reading.
    const due = new Set(
      begun.map(({ id }) => id).filter((id) => !this.#counts.has(id) || (this.#open.has(id) && !isOpen.has(id))),
    );
    const turns = Math.min(countedAtOnce, open.length);
    for (let turn = 0; turn < turns; turn += 1) due.add(open[(this.#cursor + turn) % open.length] as string);
    this.#cursor += turns;
    this.#open = isOpen;
    for (const [id, count] of await countAnswered(database().sql, [...due])) this.#counts.set(id, count);
  }
}

function seatOf(
  seat: SeatRow & { isOver: boolean },
  attempt: Attempt | null,
  counts: ReadonlyMap<string, AnsweredCount>,
  at: Date,
): BoardSeat {
  const { state } = seatStateAt({ ...seat, attempt: attempt?.state ?? null }, at);
  const isOpen = attempt?.state === 'in-progress' || attempt?.state === 'overdue';
  const count = attempt ? counts.get(attempt.id) : undefined;
  const pausedAt = (isOpen && attempt.pausedAt) || null;
  return {
    personId: seat.personId,
    number: seat.number,
    name: seat.fullName,
    rank: seat.rank ?? '',
    unit: seat.unitName,
    state,
    isPaused: pausedAt !== null,
    answered: count?.answered ?? null,
    questions: count?.questions ?? null,
    deadlineAt: isOpen ? (attempt.deadlineAt?.getTime() ?? null) : null,
    pausedAt: pausedAt?.getTime() ?? null,
    seenAt: seat.lastSeenAt?.getTime() ?? null,
    extraSeconds: isOpen ? (seat.attempt?.extraSeconds ?? 0) : seat.extraSeconds,
  };
}
