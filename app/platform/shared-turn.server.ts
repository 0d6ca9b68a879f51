import { isOutage } from './db/conflict.server.ts';

interface Waiting<Ask, Answer> {
  readonly ask: Ask;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Serves together what arrives together: an ask that comes while others of its group are being served shares the next turn
 * with all that did, in one call of `serve`. A turn holds one ask of each `keyOf`; a second one is served in the next turn.
 */
export class SharedTurn<Ask, Answer> {
  readonly #waiting = new Map<string, Waiting<Ask, Answer>[]>();

  constructor(
    private readonly mostAtOnce: number,
    private readonly keyOf: (ask: Ask) => string,
    /** Answers each ask of the turn by its key. */
    private readonly serve: (group: string, asks: readonly Ask[]) => Promise<ReadonlyMap<string, Answer>>,
  ) {}

  /** Rejects with what `serve` throws for this ask. */
  join(group: string, ask: Ask): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const others = this.#waiting.get(group);
      if (others) {
        others.push({ ask, resolve, reject });
        return;
      }
      this.#waiting.set(group, [{ ask, resolve, reject }]);
      setImmediate(() => void this.#run(group));
    });
  }

  async #run(group: string): Promise<void> {
    for (let turn = this.#take(group); turn.length > 0; turn = this.#take(group)) await this.#settle(group, turn);
    this.#waiting.delete(group);
  }

  #take(group: string): Waiting<Ask, Answer>[] {
    const turn = new Map<string, Waiting<Ask, Answer>>();
    const later: Waiting<Ask, Answer>[] = [];
    for (const one of this.#waiting.get(group) ?? []) {
      const key = this.keyOf(one.ask);
      if (turn.size < this.mostAtOnce && !turn.has(key)) turn.set(key, one);
      else later.push(one);
    }
    this.#waiting.set(group, later);
    return [...turn.values()];
  }

  async #settle(group: string, turn: readonly Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const answers = await this.serve(
        group,
        turn.map(({ ask }) => ask),
      );
      for (const { ask, resolve } of turn) resolve(answers.get(this.keyOf(ask)) as Answer);
    } catch (error) {
      // Without a database nobody is served; but what one ask makes fail keeps nobody else waiting.
      if (turn.length === 1 || isOutage(error)) for (const { reject } of turn) reject(error);
      else for (const one of turn) await this.#settle(group, [one]);
    }
  }
}
