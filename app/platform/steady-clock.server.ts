/** Beyond this somebody (or a sleep of the machine) has set the clock; below, it is only being kept right. */
const jumpMs = 30_000;

/**
 * The system's clock without its jumps. While the two differ little it follows the system's clock; when that leaps, it goes
 * on at the even pace of a clock that nobody sets, so that no exam loses or gains an hour, until `adopt` is called.
 */
export class SteadyClock {
  #offset: number;
  #told = false;

  constructor(
    private readonly wall: () => number,
    /** Milliseconds of a clock that only goes forward. */
    private readonly even: () => number,
    private readonly onJump: (jumpMs: number) => void,
  ) {
    this.#offset = wall() - even();
  }

  now(): Date {
    const jump = this.jump();
    if (jump === 0) this.adopt();
    else if (!this.#told) {
      this.#told = true;
      this.onJump(jump);
    }
    return new Date(this.#offset + this.even());
  }

  /** How far the system's clock has leapt away, in milliseconds; 0 while it is followed. */
  jump(): number {
    const difference = this.wall() - (this.#offset + this.even());
    return Math.abs(difference) <= jumpMs ? 0 : difference;
  }

  /** Takes the system's clock as right again. */
  adopt(): void {
    this.#offset = this.wall() - this.even();
    this.#told = false;
  }
}
