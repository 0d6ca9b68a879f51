import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import type { Certainty } from '../core/certainty.ts';
import { isEnd, mayBeOpenedAgain, type OutboxOptions, type OutboxState, type SendAnswer } from './outbox-state.ts';
import { type Pending, readOutbox, writeOutbox } from './outbox-store.ts';

const retrySeconds = [1, 2, 4, 8, 15];

/**
 * Sends each changed answer at once and keeps it on this device until the server has acknowledged it. Of one slot only
 * the newest answer waits; each change takes the next sequence after the last that is known, so that the newest wins on
 * the server too. What cannot be sent is tried again, later each time, and at once by `retry`.
 */
export class Outbox {
  readonly #pending = new Map<number, Pending>();
  /** By slot: the last sequence that the server is known to hold, and the last used here. */
  readonly #acknowledged = new Map<number, number>();
  readonly #used = new Map<number, number>();
  /** Slots that were answered in this page, or restored by it: only of these does it keep the store. */
  readonly #touched = new Set<number>();
  /** By slot: every sequence that was sent from here. */
  readonly #sent = new Map<number, Set<number>>();
  readonly #inFlight = new Map<number, Promise<void>>();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isEnded = false;
  #state: OutboxState = { waiting: 0, trouble: null, lastSave: null, elsewhere: [], overtook: [], broken: [] };

  constructor(private readonly options: OutboxOptions) {}

  /** Takes over what the server holds and what an earlier visit left waiting; answers what of the latter still counts. */
  open(slots: readonly { slot: number; sequence: number }[]): Pending[] {
    for (const { slot, sequence } of slots) this.learn(slot, sequence);
    const left = readOutbox(this.options.storage, this.options.attemptId);
    for (const { slot } of left) this.#touched.add(slot);
    const restored = left.filter(({ slot, sequence }) => sequence > (this.#acknowledged.get(slot) ?? 0));
    for (const pending of restored) {
      this.#pending.set(pending.slot, pending);
      this.#used.set(pending.slot, Math.max(pending.sequence, this.#used.get(pending.slot) ?? 0));
    }
    this.#keep();
    for (const { slot } of restored) void this.#send(slot);
    return restored;
  }

  /** The server holds this sequence; true when that is news, so that another device or page must have sent it. */
  learn(slot: number, sequence: number): boolean {
    const isNews = sequence > (this.#acknowledged.get(slot) ?? 0);
    if (isNews) this.#acknowledged.set(slot, sequence);
    const isAhead = sequence > (this.#used.get(slot) ?? 0);
    if (isAhead) this.#used.set(slot, sequence);
    return isAhead;
  }

  /** `certainty` is left out where the quiz does not ask for it. */
  put(slot: number, response: PresentedResponse, certainty?: Certainty | null): void {
    if (this.#isEnded) return;
    const sequence = (this.#used.get(slot) ?? 0) + 1;
    this.#used.set(slot, sequence);
    this.#touched.add(slot);
    this.#pending.set(slot, { slot, sequence, response, ...(certainty !== undefined && { certainty }) });
    const without = (slots: readonly number[]) => slots.filter((one) => one !== slot);
    const { elsewhere, overtook } = this.#state;
    this.#keep({ elsewhere: without(elsewhere), overtook: without(overtook) });
    void this.#send(slot);
  }

  /** The last sequence that this page used for a slot, or knows the server to hold. */
  sequenceOf(slot: number): number {
    return this.#used.get(slot) ?? 0;
  }

  /** Whether this slot's answer still waits. */
  has(slot: number): boolean {
    return this.#pending.has(slot);
  }

  /** Tries what waits at once: the network is back, the page is looked at again, the learner wants to go on. */
  async retry(): Promise<boolean> {
    this.#unschedule();
    await Promise.all([...this.#pending.keys()].map((slot) => this.#send(slot)));
    return this.#pending.size === 0;
  }

  noteElsewhere(slots: readonly number[]): void {
    if (slots.length > 0) this.#keep({ elsewhere: joined(this.#state.elsewhere, slots) });
  }

  /** The learner has read what was said of other devices. */
  forgetNotes(): void {
    this.#keep({ elsewhere: [], overtook: [] });
  }

  close(): void {
    this.#unschedule();
    this.#isEnded = true;
  }

  /** One request a slot at a time; who asks for another waits for the one that is on its way. */
  #send(slot: number): Promise<void> {
    const running = this.#inFlight.get(slot);
    if (running) return running;
    const sending = this.#sendAll(slot).finally(() => this.#inFlight.delete(slot));
    this.#inFlight.set(slot, sending);
    return sending;
  }

  async #sendAll(slot: number): Promise<void> {
    // A newer answer may come while one is on its way.
    for (let pending = this.#pending.get(slot); pending && !this.#isEnded; pending = this.#pending.get(slot)) {
      this.#sent.set(slot, (this.#sent.get(slot) ?? new Set()).add(pending.sequence));
      const answer = await this.options.send(pending).catch((): SendAnswer => ({ kind: 'unreachable' }));
      this.#take(pending, answer);
      if (troubleOf(answer)) return;
    }
  }

  #take(pending: Pending, answer: SendAnswer): void {
    const { slot } = pending;
    const trouble = troubleOf(answer);
    if (trouble !== null || answer.kind === 'unreachable' || answer.kind === 'signed-out') {
      this.#keep({ trouble });
      this.#retryLater();
      return;
    }
    this.#failures = 0;
    if (this.#pending.get(slot) === pending) this.#pending.delete(slot);
    if (answer.kind === 'broken') {
      this.#keep({ trouble: null, broken: joined(this.#state.broken, [slot]) });
      return;
    }
    this.options.onSecondsLeft(answer.secondsLeft);
    if (answer.kind === 'saved') this.#taken(slot, answer);
    else this.#refused(pending, answer);
  }

  #taken(slot: number, answer: Extract<SendAnswer, { kind: 'saved' }>): void {
    // A sequence between the last receipt and this answer is another device's, unless it was sent from here and its
    // receipt went astray. The same sequence with another answer cannot be from here.
    const { sequence, previousSequence, isNew } = answer;
    const isFromHere = previousSequence !== sequence && this.#sent.get(slot)?.has(previousSequence);
    const isOther = isNew && previousSequence > (this.#acknowledged.get(slot) ?? 0) && !isFromHere;
    this.learn(slot, answer.sequence);
    const { savedAt, receipt } = answer;
    this.#keep({
      trouble: null,
      ...(savedAt && receipt && { lastSave: { savedAt, receipt } }),
      broken: this.#state.broken.filter((one) => one !== slot),
      ...(isOther && { overtook: joined(this.#state.overtook, [slot]) }),
    });
  }

  #refused(pending: Pending, { reason, holdsSame, stored }: Extract<SendAnswer, { kind: 'refused' }>): void {
    const { slot } = pending;
    if (stored) this.learn(slot, stored.sequence);
    if (isEnd(reason)) {
      this.#isEnded = true;
      // What came too late may still be taken: an examiner opens again what ran out in an outage. Until that is decided it
      // stays on this device; the page of the result says so.
      if (!mayBeOpenedAgain(reason)) this.#pending.clear();
      else if (!holdsSame && !this.#pending.has(slot)) this.#pending.set(slot, pending);
      this.#keep({ trouble: null });
      this.options.onEnded();
      return;
    }
    // Its page was left for good: that answer is lost, and the learner hears so.
    if (reason === 'page-closed' && !holdsSame) {
      this.#keep({ trouble: null, broken: joined(this.#state.broken, [slot]) });
    } else if (stored && !holdsSame && !this.#pending.has(slot)) {
      this.options.onStored(slot, stored.response, stored.certainty ?? null);
      this.#keep({ trouble: null, elsewhere: joined(this.#state.elsewhere, [slot]) });
    } else this.#keep({ trouble: null });
  }

  #unschedule(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #retryLater(): void {
    // Several answers fail together when the network goes: that is one failure.
    if (this.#timer !== undefined) return;
    const seconds = retrySeconds[Math.min(this.#failures, retrySeconds.length - 1)] as number;
    this.#failures += 1;
    this.#timer = setTimeout(() => void this.retry(), seconds * 1000);
  }

  /** Writes what waits to this device, beside what another page of it wrote, and tells the page. */
  #keep(change: Partial<OutboxState> = {}): void {
    const { storage, attemptId } = this.options;
    writeOutbox(storage, attemptId, this.#pending.values(), (slot) => this.#touched.has(slot));
    this.#state = { ...this.#state, ...change, waiting: this.#isEnded ? 0 : this.#pending.size };
    this.options.onChange(this.#state);
  }
}

/** Why what was sent is to be sent again later: the network is gone, or the clock is stopped. */
function troubleOf(answer: SendAnswer): OutboxState['trouble'] {
  if (answer.kind === 'refused') return answer.reason === 'paused' ? 'paused' : null;
  return answer.kind === 'unreachable' || answer.kind === 'signed-out' ? answer.kind : null;
}

const joined = (slots: readonly number[], more: readonly number[]) =>
  [...new Set([...slots, ...more])].sort((a, b) => a - b);
