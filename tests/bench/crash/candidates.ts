import http from 'node:http';
import { call } from '../measure.ts';
import { responseOf, SLOT_COUNT } from './crash-exam.ts';
import { type AttemptNote, Journal } from './journal.ts';
import type { CrashStage } from './stage-crash-exam.ts';

/** Nobody knows whether the request was carried out: the connection broke, or the server said that it cannot now. */
class Unknown extends Error {}

/** The most rounds through the slots before a candidate hands in. */
const MOST_ROUNDS = 8;

/**
 * A room of candidates who save, hand in and begin again without a pause. They stand still while there is no server, and
 * then repeat what they do not know the outcome of, as browsers do. All they know for certain is in the journal.
 */
export class Candidates {
  readonly journal = new Journal();
  /** Answers that no rule of the product explains; must stay empty. */
  readonly surprises: string[] = [];
  #port: number | null = null;
  #waiting: (() => void)[] = [];
  #busy = 0;
  #isOver = false;
  #agent = new http.Agent({ keepAlive: true });
  readonly #all: Promise<unknown>;

  constructor(private readonly stage: CrashStage) {
    this.#all = Promise.all(stage.cookies.map((cookie) => this.#live(cookie)));
  }

  /** Lets them work against the server at this port. */
  resume(port: number): void {
    this.#port = port;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** They stop before their next request; resolves once what was under way has ended or broken. */
  async pause(): Promise<void> {
    this.#port = null;
    this.#agent.destroy();
    this.#agent = new http.Agent({ keepAlive: true });
    while (this.#busy > 0) await new Promise((resolve) => setTimeout(resolve, 2));
  }

  /** Ends all of them, where they are. */
  async end(): Promise<void> {
    await this.pause();
    this.#isOver = true;
    for (const go of this.#waiting.splice(0)) go();
    await this.#all;
    this.#agent.destroy();
  }

  async #live(cookie: string): Promise<void> {
    // Every second attempt is of an exam session while there are any.
    const sessions = [...this.stage.sessionIds];
    let isOfSession = true;
    let note: AttemptNote | null = null;
    while (!this.#isOver) {
      try {
        if (note === null && isOfSession) note = await this.#startPrepared(cookie, sessions);
        note ??= await this.#start(cookie);
        if (note === null) return;
        if (note.submission !== 'none' || Math.random() < 1 / (SLOT_COUNT * 4) || isWorn(note)) {
          await this.#submit(cookie, note);
          note = null;
          isOfSession = !isOfSession;
        } else if (!(await this.#save(cookie, note))) note = null;
      } catch (error) {
        if (!(error instanceof Unknown)) throw error;
      }
    }
  }

  /** In the first session whose attempt has not ended; null when none is left. */
  async #startPrepared(cookie: string, sessions: string[]): Promise<AttemptNote | null> {
    for (let [sessionId] = sessions; sessionId; [sessionId] = sessions) {
      const { status, text } = await this.#post(cookie, `/exam-sessions/${sessionId}/start`, '{}');
      const said = status === 200 ? (JSON.parse(text) as { kind: string; attemptId: string }) : null;
      if (said?.kind === 'started' || said?.kind === 'resumed') return this.journal.started(said.attemptId);
      if (said?.kind !== 'ended') this.#surprise(`start in a session: ${status} ${text.slice(0, 200)}`);
      sessions.shift();
    }
    return null;
  }

  async #start(cookie: string): Promise<AttemptNote | null> {
    const { status, location } = await this.#post(cookie, `/quizzes/${this.stage.quizId}/attempts`, '');
    const attemptId = /^\/attempts\/([^/?]+)$/.exec(location)?.[1];
    if (!attemptId) return this.#surprise(`start: ${status} ${location}`);
    return this.journal.started(attemptId);
  }

  /** Answers false when the attempt takes no more. */
  async #save(cookie: string, note: AttemptNote): Promise<boolean> {
    const slot = 1 + Math.floor(Math.random() * SLOT_COUNT);
    const { acknowledged = 0, sent = 0 } = note.slots.get(slot) ?? {};
    // What was sent and not acknowledged is sent again as it was, or overtaken by the next change.
    const sequence = sent > acknowledged && Math.random() < 0.5 ? sent : sent + 1;
    this.journal.sent(note, slot, sequence);
    const body = JSON.stringify({ slot, sequence, response: responseOf(slot, sequence) });
    const { status, text } = await this.#post(cookie, `/attempts/${note.attemptId}/answers`, body);
    const said = status === 200 ? (JSON.parse(text) as { outcome: string; receipt: string | null }) : null;
    if (said && /^(kept|unchanged)$/.test(said.outcome)) {
      this.journal.saved(note, slot, sequence, said.receipt);
      return true;
    }
    this.#surprise(`save: ${status} ${text.slice(0, 200)}`);
    return false;
  }

  async #submit(cookie: string, note: AttemptNote): Promise<void> {
    note.submission = 'sent';
    const { status, location } = await this.#post(cookie, `/attempts/${note.attemptId}/submission`, '');
    if (location.endsWith('/result')) this.journal.submitted(note);
    else this.#surprise(`submit: ${status} ${location}`);
  }

  #surprise(text: string): null {
    this.surprises.push(text);
    return null;
  }

  async #post(cookie: string, path: string, body: string) {
    while (this.#port === null && !this.#isOver) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.#port === null) throw new Unknown();
    const type = body === '' ? 'application/x-www-form-urlencoded' : 'application/json';
    this.#busy += 1;
    try {
      const headers = { Cookie: cookie, 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin' };
      const answer = await call(this.#agent, this.#port, { method: 'POST', path, headers, body });
      if (answer.status === 503) throw new Unknown();
      return answer;
    } catch {
      throw new Unknown();
    } finally {
      this.#busy -= 1;
    }
  }
}

/** Who has changed every answer so often hands in: the key knows the first sequences alone. */
function isWorn({ slots }: AttemptNote): boolean {
  let sent = 0;
  for (const note of slots.values()) sent += note.sent;
  return sent > MOST_ROUNDS * SLOT_COUNT;
}
