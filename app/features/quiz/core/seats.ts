/** A place in the paper for one question of a random slot, with the questions that may sit there, best first. */
export interface Seat {
  /** The author's slot, any number. */
  readonly slot: number;
  readonly wishes: readonly string[];
}

/**
 * Gives each seat a question of its wishes, no question to two seats; answers the questions of each slot, by `slot`.
 *
 * Seats with few wishes choose first. Who finds all wishes taken asks the holders to move on, along a chain (Kuhn's
 * augmenting paths): as many seats are filled as can be at all, and a seat that sits stays seated.
 */
export function fillSeats(seats: readonly Seat[]): Map<number, string[]> {
  const holders = new Map<string, Seat>();
  const narrowFirst = [...seats].sort((a, b) => a.wishes.length - b.wishes.length);
  for (const seat of narrowFirst) sit(seat, holders, new Set());

  const questions = new Map<Seat, string>();
  for (const [question, seat] of holders) questions.set(seat, question);
  const bySlot = new Map<number, string[]>();
  for (const seat of seats) {
    const question = questions.get(seat);
    if (question === undefined) continue;
    const sofar = bySlot.get(seat.slot);
    if (sofar) sofar.push(question);
    else bySlot.set(seat.slot, [question]);
  }
  return bySlot;
}

function sit(seat: Seat, holders: Map<string, Seat>, asked: Set<string>): boolean {
  const isFree = (question: string) => !holders.has(question);
  const question = seat.wishes.find(isFree) ?? seat.wishes.find((wish) => canMove(wish, holders, asked));
  if (question === undefined) return false;
  holders.set(question, seat);
  return true;
}

/** Whether the holder of a question finds another; then the question is there for who asked. */
function canMove(question: string, holders: Map<string, Seat>, asked: Set<string>): boolean {
  if (asked.has(question)) return false;
  asked.add(question);
  return sit(holders.get(question)!, holders, asked);
}
