import { Connection } from './connection.ts';

/** Milliseconds of each request of a kind. */
export type Times = Record<'start' | 'paper' | 'begin' | 'save' | 'saveOnceStarted' | 'submit', number[]>;

/** How many of this process read their paper already: the saves after the last one are those of a room that works. */
export interface Room {
  begun: number;
}

export interface RushPlan {
  port: number;
  sessionId: string;
  people: { cookie: string; answers: unknown[] }[];
  /** Milliseconds of thought before each answer on average; 0 = none. */
  thinkMs: number;
  /** Over how many milliseconds browsers spread their start after the release, as the lobby page does. */
  spreadMs: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One soldier from the lobby to the submission, on a connection of his own. */
export class RushCandidate {
  readonly #connection: Connection;

  constructor(
    private readonly plan: RushPlan,
    private readonly person: RushPlan['people'][number],
    private readonly times: Times,
    private readonly room: Room,
    private readonly fail: (what: string) => void,
  ) {
    this.#connection = new Connection(
      plan.port,
      `Host: 127.0.0.1:${plan.port}\r\nCookie: ${person.cookie}\r\nSec-Fetch-Site: same-origin\r\nAccept-Encoding: gzip\r\n`,
    );
  }

  /** Comes into the lobby; resolves when the page has been read and the first sign of life given. */
  async arrive(): Promise<void> {
    const { sessionId } = this.plan;
    const page = await this.#connection.ask('GET', `/exam-sessions/${sessionId}`);
    if (page.status !== 200) this.fail(`lobby ${page.status}`);
    const sign = await this.#connection.ask(
      'POST',
      `/exam-sessions/${sessionId}/presence`,
      '{"wait":false,"knows":"lobby"}',
    );
    if (sign.status !== 200) this.fail(`presence ${sign.status} ${sign.body.toString().slice(0, 200)}`);
  }

  /** Waits for the release as the page does, then sits the whole exam. */
  async sit(): Promise<void> {
    await this.#release();
    await pause(Math.random() * this.plan.spreadMs);
    const pressed = performance.now();
    const attemptId = await this.#start();
    if (!attemptId) return;
    const asked = performance.now();
    const paper = await this.#connection.ask('GET', `/attempts/${attemptId}.data`);
    const read = performance.now();
    this.times.paper.push(read - asked);
    this.times.begin.push(read - pressed);
    this.room.begun += 1;
    if (paper.status !== 200 || paper.body.length < 1000)
      return this.fail(`paper ${paper.status} ${paper.body.length}`);
    if (this.person.answers.length === 0) return this.#connection.close();
    for (const [index, response] of this.person.answers.entries()) await this.#save(attemptId, index + 1, response);
    await this.#think();
    const from = performance.now();
    const form = 'application/x-www-form-urlencoded';
    const end = await this.#connection.ask('POST', `/attempts/${attemptId}/submission`, '', form);
    this.times.submit.push(performance.now() - from);
    if (!end.location.endsWith('/result')) this.fail(`submit ${end.status} ${end.location}`);
    this.#connection.close();
  }

  async #release(): Promise<void> {
    const body = '{"wait":true,"knows":"lobby"}';
    for (;;) {
      const { status, body: text } = await this.#connection.ask(
        'POST',
        `/exam-sessions/${this.plan.sessionId}/presence`,
        body,
      );
      if (status !== 200) this.fail(`presence ${status}`);
      if (status === 200 && JSON.parse(text.toString()).state === 'released') return;
    }
  }

  async #start(): Promise<string | null> {
    const from = performance.now();
    const { status, body } = await this.#connection.ask('POST', `/exam-sessions/${this.plan.sessionId}/start`, '{}');
    this.times.start.push(performance.now() - from);
    const said = status === 200 ? JSON.parse(body.toString()) : {};
    if (said.kind === 'started') return said.attemptId;
    this.fail(`start ${status} ${body.toString().slice(0, 200)}`);
    return null;
  }

  async #save(attemptId: string, slot: number, response: unknown): Promise<void> {
    await this.#think();
    const body = JSON.stringify({ slot, sequence: 1, response });
    const hasEverybodyStarted = this.room.begun === this.plan.people.length;
    const from = performance.now();
    const { status, body: text } = await this.#connection.ask('POST', `/attempts/${attemptId}/answers`, body);
    const took = performance.now() - from;
    this.times.save.push(took);
    if (hasEverybodyStarted) this.times.saveOnceStarted.push(took);
    if (status !== 200 || !text.includes('"kept"')) this.fail(`save ${status} ${text.toString().slice(0, 200)}`);
  }

  /** Between nothing and twice the mean. */
  async #think(): Promise<void> {
    if (this.plan.thinkMs > 0) await pause(Math.random() * 2 * this.plan.thinkMs);
  }
}
