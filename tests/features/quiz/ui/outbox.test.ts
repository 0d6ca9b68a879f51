import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Outbox } from '#app/features/quiz/ui/outbox.ts';
import type { OutboxState, SendAnswer } from '#app/features/quiz/ui/outbox-state.ts';
import { outboxKey, type Pending, readOutbox } from '#app/features/quiz/ui/outbox-store.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const saved = (sequence: number, previousSequence = sequence - 1): SendAnswer => ({
  ...{
    kind: 'saved',
    isNew: true,
    sequence,
    previousSequence,
    savedAt: '2026-11-22T01:15:32.000Z',
    receipt: '4F7K',
    secondsLeft: 60,
  },
});

/** An outbox whose server is a function, with all that it told the page. */
function outbox(answer: (pending: Pending) => SendAnswer | Promise<SendAnswer>, storage = memory()) {
  const sent: Pending[] = [];
  const stored: [number, unknown][] = [];
  const told = { state: null as OutboxState | null, ended: 0, seconds: null as number | null };
  const box = new Outbox({
    attemptId: 'a1',
    storage,
    send: async (pending) => {
      sent.push(pending);
      return answer(pending);
    },
    onChange: (state) => {
      told.state = state;
    },
    onStored: (slot, response) => stored.push([slot, response]),
    onSecondsLeft: (seconds) => {
      told.seconds = seconds;
    },
    onEnded: () => {
      told.ended += 1;
    },
  });
  return { box, sent, stored, told, storage };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('an outbox with the network there', () => {
  it('sends each change at once under the next sequence, and forgets it on the receipt', async () => {
    const { box, sent, told, storage } = outbox(({ sequence }) => saved(sequence));
    box.open([{ slot: 3, sequence: 7 }]);
    box.put(3, 1);
    expect(readOutbox(storage, 'a1')).toEqual([{ slot: 3, sequence: 8, response: 1 }]);
    await settle();
    expect(sent).toEqual([{ slot: 3, sequence: 8, response: 1 }]);
    expect(told.state).toMatchObject({ waiting: 0, trouble: null, lastSave: { receipt: '4F7K' } });
    expect(told.seconds).toBe(60);
    expect(storage.kept.has(outboxKey('a1'))).toBe(false);
  });

  it('sends of several quick changes the first and the newest', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { box, sent } = outbox(async ({ sequence }) => {
      if (sequence === 1) await held;
      return saved(sequence);
    });
    for (const response of ['a', 'b', 'c']) box.put(1, response);
    await settle();
    release();
    await settle();
    expect(sent.map(({ sequence, response }) => [sequence, response])).toEqual([
      [1, 'a'],
      [3, 'c'],
    ]);
  });

  it('shows what another device stored, and says so', async () => {
    const { box, stored, told } = outbox(() => ({
      ...{ kind: 'refused', reason: 'old-sequence', holdsSame: false, secondsLeft: 5 },
      stored: { response: 2, sequence: 9 },
    }));
    box.put(4, 0);
    await settle();
    expect(stored).toEqual([[4, 2]]);
    expect(told.state).toMatchObject({ waiting: 0, elsewhere: [4] });
    expect(box.sequenceOf(4)).toBe(9);
  });

  it('says that it replaced what another device had stored, but not what it stored itself', async () => {
    const { box, told } = outbox(({ sequence }) => saved(sequence, sequence === 1 ? 0 : 5));
    box.put(1, 0);
    await settle();
    expect(told.state?.overtook).toEqual([]);
    box.put(1, 1);
    await settle();
    expect(told.state?.overtook).toEqual([1]);
  });

  it('says so for the same sequence too, and not where only its own receipt went astray', async () => {
    const tie = outbox(({ sequence }) => saved(sequence, sequence));
    tie.box.put(1, 0);
    await settle();
    expect(tie.told.state?.overtook).toEqual([1]);
    let isLost = true;
    const lost = outbox(({ sequence }) => (isLost ? { kind: 'unreachable' } : saved(sequence)));
    lost.box.put(1, 0);
    await settle();
    isLost = false;
    lost.box.put(1, 1);
    await settle();
    expect(lost.told.state).toMatchObject({ waiting: 0, overtook: [] });
  });

  it.each(['submitted', 'abandoned', 'not-started'])(
    'ends when the attempt has ended (%s), and sends nothing more',
    async (reason) => {
      const { box, sent, told, storage } = outbox(() => ({
        ...{ kind: 'refused', reason, holdsSame: false, stored: null, secondsLeft: 0 },
      }));
      box.put(1, 0);
      await settle();
      box.put(2, 0);
      await settle();
      expect([sent.length, told.ended]).toEqual([1, 1]);
      expect(storage.kept.size).toBe(0);
    },
  );

  it('keeps what came too late for the case that the attempt is opened again, and sends it then', async () => {
    const reason = 'time-up';
    const late = outbox(({ slot }) => ({
      // The receipt of the first went astray before the time was up: nothing of it is late.
      ...{ kind: 'refused', reason, holdsSame: slot === 1, stored: null, secondsLeft: 0 },
    }));
    for (const slot of [1, 2, 3]) late.box.put(slot, 0);
    await settle();
    expect(late.told.ended).toBeGreaterThan(0);
    expect(late.told.state).toMatchObject({ waiting: 0 });
    const kept = readOutbox(late.storage, 'a1').map(({ slot }) => slot);
    expect(kept).toEqual(expect.arrayContaining([2, 3]));
    // The page of the paper is back; another device was faster with question 3.
    const again = outbox(({ sequence }) => saved(sequence), late.storage);
    again.box.open([2, 3].map((slot) => ({ slot, sequence: slot === 3 ? 5 : 0 })));
    await settle();
    expect(again.sent.map(({ slot }) => slot)).toContain(2);
    expect(again.sent.map(({ slot }) => slot)).not.toContain(3);
    expect(readOutbox(late.storage, 'a1')).toEqual([]);
  });

  it('names a question that the server cannot take', async () => {
    const { box, told } = outbox(() => ({ kind: 'broken' }));
    box.put(6, 'x');
    await settle();
    expect(told.state).toMatchObject({ waiting: 0, broken: [6] });
  });
});

describe('an outbox without the network', () => {
  it('keeps the newest answer of each question and tries again, later each time, until all are through', async () => {
    let isThere = false;
    const { box, sent, told, storage } = outbox(({ sequence }) => {
      if (!isThere) throw new TypeError('Failed to fetch');
      return saved(sequence);
    });
    box.put(1, 0);
    box.put(1, 1);
    box.put(2, 'x');
    await settle();
    expect(told.state).toMatchObject({ waiting: 2, trouble: 'unreachable' });
    expect(readOutbox(storage, 'a1').map(({ slot, response }) => [slot, response])).toEqual([
      [1, 1],
      [2, 'x'],
    ]);
    const before = sent.length;
    await vi.advanceTimersByTimeAsync(1100);
    expect(sent.length).toBeGreaterThan(before);
    isThere = true;
    await vi.advanceTimersByTimeAsync(2100);
    expect(told.state).toMatchObject({ waiting: 0, trouble: null });
    expect(storage.kept.size).toBe(0);
  });

  it('gives what waits to the next visit, except what the server has newer', async () => {
    const storage = memory();
    const first = outbox(() => ({ kind: 'signed-out' }), storage);
    first.box.put(1, 0);
    first.box.put(2, 1);
    await settle();
    expect(first.told.state?.trouble).toBe('signed-out');
    first.box.close();
    const second = outbox(({ sequence }) => saved(sequence), storage);
    expect(second.box.open([{ slot: 2, sequence: 4 }])).toEqual([{ slot: 1, sequence: 1, response: 0 }]);
    await settle();
    expect(second.sent).toEqual([{ slot: 1, sequence: 1, response: 0 }]);
    second.box.put(2, 0);
    await settle();
    expect(second.sent.at(-1)).toEqual({ slot: 2, sequence: 5, response: 0 });
    expect(storage.kept.size).toBe(0);
  });

  it('leaves alone what another page of this device keeps', async () => {
    const storage = memory();
    const offline = outbox(() => ({ kind: 'unreachable' }), storage);
    offline.box.put(1, 0);
    await settle();
    const other = outbox(({ sequence }) => saved(sequence), storage);
    other.box.put(2, 0);
    await settle();
    expect(readOutbox(storage, 'a1')).toEqual([{ slot: 1, sequence: 1, response: 0 }]);
  });

  it('says whether everything is through before the learner goes on', async () => {
    let isThere = false;
    const { box } = outbox(({ sequence }) => (isThere ? saved(sequence) : { kind: 'unreachable' }));
    box.put(1, 0);
    expect(await box.retry()).toBe(false);
    isThere = true;
    expect(await box.retry()).toBe(true);
  });

  it('takes a damaged or forbidden store as an empty one', () => {
    const storage = memory();
    storage.setItem(outboxKey('a1'), '{"a":');
    expect(readOutbox(storage, 'a1')).toEqual([]);
    storage.setItem(outboxKey('a1'), '[null,{"slot":"x"},{"slot":1,"sequence":2,"response":0}]');
    expect(readOutbox(storage, 'a1')).toEqual([{ slot: 1, sequence: 2, response: 0 }]);
    const refusing = () => {
      throw new Error('denied');
    };
    const { box, told } = outbox(({ sequence }) => saved(sequence), {
      ...memory(),
      setItem: refusing,
      getItem: refusing,
    });
    box.put(1, 0);
    expect(told.state?.waiting).toBe(1);
  });
});

describe('an outbox of richer answers', () => {
  it('sends records of parts and, where it is asked for, the certainty', async () => {
    const { box, sent } = outbox(({ sequence }) => saved(sequence));
    box.put(1, { 0: 'true', 2: 'false' });
    box.put(2, 1, 3);
    box.put(3, 1, null);
    await settle();
    expect(sent).toEqual([
      { slot: 1, sequence: 1, response: { 0: 'true', 2: 'false' } },
      { slot: 2, sequence: 1, response: 1, certainty: 3 },
      { slot: 3, sequence: 1, response: 1, certainty: null },
    ]);
  });

  it('keeps what the server refuses while the clock is stopped, says so, and sends it once the clock runs', async () => {
    let isPaused = true;
    const paused: SendAnswer = { kind: 'refused', reason: 'paused', holdsSame: false, stored: null, secondsLeft: 60 };
    const { box, sent, told } = outbox(({ sequence }) => (isPaused ? paused : saved(sequence)));
    box.put(1, 2);
    await settle();
    expect(told).toMatchObject({ state: { waiting: 1, trouble: 'paused' }, ended: 0 });
    isPaused = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(2);
    expect(told.state).toMatchObject({ waiting: 0, trouble: null });
  });

  it.each(['answer-stands', 'page-left'])('shows what is kept when an answer takes no change: %s', async (reason) => {
    const keeps = { response: 0, certainty: 2, sequence: 4 } as const;
    const { box, stored, told } = outbox(() => ({
      ...{ kind: 'refused', reason, holdsSame: false, stored: keeps, secondsLeft: 60 },
    }));
    box.put(1, 2);
    await settle();
    expect(stored).toEqual([[1, 0]]);
    expect(told).toMatchObject({ state: { waiting: 0 }, ended: 0 });
    expect(box.sequenceOf(1)).toBe(4);
  });
});
