import { isSameText, type LessonText } from '../../../core/lesson-editor/lesson-text.ts';

/** Somebody else's text, which stands where ours should be saved. */
export interface Clash {
  by: string | null;
  isSelf: boolean;
  at: string;
  revision: number;
  theirs: LessonText;
}

export type SaveAnswer =
  | { kind: 'saved' | 'unchanged'; revision: number; at: string }
  | ({ kind: 'conflict' } & Clash)
  | { kind: 'set-aside' }
  | { kind: 'offline' | 'signed-out' | 'refused' };

export interface KeeperState {
  status: 'fresh' | 'dirty' | 'saving' | 'saved' | 'kept' | 'offline' | 'signed-out' | 'refused' | 'conflict';
  at: string | null;
  clash: Clash | null;
}

/** What the page and the server agree on, and what grew from it. */
export interface LocalCopy {
  base: { revision: number; text: LessonText };
  text: LessonText;
}

type Wiring = {
  lessonId: string;
  base: { revision: number; text: LessonText };
  send: (intent: 'save' | 'keep' | 'set-aside', base: number, text: LessonText) => Promise<SaveAnswer>;
  /** Where the text lies until the server has it; null where the browser has no such place. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  onState: (state: KeeperState) => void;
};

/** Typing rests so long before it is saved, but a text never waits longer than `longest`. */
const REST_MS = 2000;
const LONGEST_MS = 10_000;
const AGAIN_MS = 8000;
const LOCAL_MS = 250;

/**
 * Brings what is typed to the server: after each rest, one at a time, the newest only. Until the server has it, it lies in
 * this browser; when another was faster, nothing is sent any more until the author has chosen.
 */
export class DraftKeeper {
  #base: { revision: number; text: LessonText };
  #text: LessonText;
  #state: KeeperState = { status: 'fresh', at: null, clash: null };
  #timer: ReturnType<typeof setTimeout> | null = null;
  #localTimer: ReturnType<typeof setTimeout> | null = null;
  #waitsSince: number | null = null;
  #isSending = false;
  readonly #wiring: Wiring;

  constructor(wiring: Wiring) {
    this.#wiring = wiring;
    this.#base = wiring.base;
    this.#text = wiring.base.text;
  }

  get base() {
    return this.#base;
  }

  /** What an earlier visit left in this browser, if it says something that the server does not. */
  leftBehind(): LocalCopy | null {
    try {
      const copy = JSON.parse(this.#wiring.storage?.getItem(this.#key) ?? 'null') as LocalCopy | null;
      if (!copy?.text || isSameText(copy.text, this.#base.text)) return null;
      return copy;
    } catch {
      return null;
    }
  }

  /** Goes on from what was left behind: silently where nobody changed the text meanwhile, else as a clash. */
  goOn(copy: LocalCopy, server: { by: string | null; at: string }): 'went-on' | 'clash' {
    const { revision, text } = this.#base;
    this.#text = copy.text;
    if (copy.base.revision === revision) {
      this.change(copy.text);
      return 'went-on';
    }
    this.#base = copy.base;
    this.#say({ status: 'conflict', at: null, clash: { ...server, isSelf: false, revision, theirs: text } });
    return 'clash';
  }

  change(text: LessonText): void {
    this.#text = text;
    this.#keepLocally();
    if (this.#state.status === 'conflict') return;
    if (isSameText(text, this.#base.text) && !this.#isSending) {
      this.#forgetLocally();
      if (this.#timer) clearTimeout(this.#timer);
      this.#waitsSince = null;
      this.#say({ ...this.#state, status: this.#state.at === null ? 'fresh' : 'saved' });
      return;
    }
    if (this.#state.status !== 'saving') this.#say({ ...this.#state, status: 'dirty' });
    const now = Date.now();
    this.#waitsSince ??= now;
    this.#later(Math.max(0, Math.min(REST_MS, this.#waitsSince + LONGEST_MS - now)));
  }

  /** Saves at once what is not saved. */
  async flush(intent: 'save' | 'keep' = 'save'): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#state.status === 'conflict' || this.#isSending) return;
    if (intent === 'save' && isSameText(this.#text, this.#base.text)) return;
    this.#isSending = true;
    this.#waitsSince = null;
    const text = this.#text;
    this.#say({ ...this.#state, status: 'saving' });
    const answer = await this.#wiring.send(intent, this.#base.revision, text);
    this.#isSending = false;
    this.#heard(answer, text, intent);
  }

  #heard(answer: SaveAnswer, sent: LessonText, intent: 'save' | 'keep'): void {
    switch (answer.kind) {
      case 'saved':
      case 'unchanged': {
        this.#base = { revision: answer.revision, text: sent };
        const isBehind = !isSameText(this.#text, sent);
        if (isBehind) this.#keepLocally();
        else this.#forgetLocally();
        const status = isBehind ? 'dirty' : intent === 'keep' ? 'kept' : 'saved';
        this.#say({ status, at: intent === 'keep' ? new Date().toISOString() : answer.at, clash: null });
        if (isBehind) this.#later(REST_MS);
        return;
      }
      case 'conflict': {
        const { kind: _, ...clash } = answer;
        this.#say({ status: 'conflict', at: this.#state.at, clash });
        return;
      }
      case 'set-aside':
        return;
      default:
        this.#say({ ...this.#state, status: answer.kind });
        // What is refused stays so until it is changed; a network comes back.
        if (answer.kind !== 'refused') this.#later(AGAIN_MS);
    }
  }

  /** The author has chosen: `text` goes on, from their revision. What is given up is kept beside first. */
  async settle(text: LessonText, givenUp: LessonText | null): Promise<void> {
    const { clash } = this.#state;
    if (!clash) return;
    if (givenUp && !isSameText(givenUp, text)) await this.#wiring.send('set-aside', clash.revision, givenUp);
    this.#base = { revision: clash.revision, text: clash.theirs };
    this.#text = text;
    this.#say({ status: 'dirty', at: this.#state.at, clash: null });
    this.#keepLocally();
    await this.flush();
    if (this.#state.status === 'dirty') this.change(text);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#localTimer) clearTimeout(this.#localTimer);
  }

  /** The page goes away: what is not saved is written down here at once. */
  leave(): void {
    if (isSameText(this.#text, this.#base.text)) return;
    this.#writeLocally();
    void this.flush();
  }

  get #key(): string {
    return `lesson-draft:${this.#wiring.lessonId}`;
  }

  #later(ms: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #keepLocally(): void {
    this.#localTimer ??= setTimeout(() => this.#writeLocally(), LOCAL_MS);
  }

  #writeLocally(): void {
    if (this.#localTimer) clearTimeout(this.#localTimer);
    this.#localTimer = null;
    if (isSameText(this.#text, this.#base.text)) return;
    try {
      const copy: LocalCopy = { base: this.#base, text: this.#text };
      this.#wiring.storage?.setItem(this.#key, JSON.stringify(copy));
    } catch {
      // A browser that keeps nothing: the server has the text within seconds.
    }
  }

  #forgetLocally(): void {
    if (this.#localTimer) clearTimeout(this.#localTimer);
    this.#localTimer = null;
    try {
      this.#wiring.storage?.removeItem(this.#key);
    } catch {
      // Likewise.
    }
  }

  #say(state: KeeperState): void {
    this.#state = state;
    this.#wiring.onState(state);
  }
}
