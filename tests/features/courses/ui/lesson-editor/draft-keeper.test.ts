import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LessonText } from '#app/features/courses/core/lesson-editor/lesson-text.ts';
import {
  DraftKeeper,
  type KeeperState,
  type SaveAnswer,
} from '#app/features/courses/ui/author/lesson-editor/draft-keeper.ts';

const text = (body: string): LessonText => ({ title: 'Bài', body, minutes: 5, asOf: '', sources: [] });
const at = '2026-11-23T01:00:00.000Z';

/** A server that knows one text, and a browser that keeps things. */
function desk(base = 1) {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const server = { revision: base, text: text('một'), isAway: false, aside: [] as string[] };
  const states: KeeperState[] = [];
  const send = async (intent: string, from: number, sent: LessonText): Promise<SaveAnswer> => {
    if (server.isAway) return { kind: 'offline' };
    if (intent === 'set-aside') {
      server.aside.push(sent.body);
      return { kind: 'set-aside' };
    }
    if (from !== server.revision)
      return { kind: 'conflict', by: 'An', isSelf: false, at, revision: server.revision, theirs: server.text };
    server.revision += 1;
    server.text = sent;
    return { kind: 'saved', revision: server.revision, at };
  };
  const open = () =>
    new DraftKeeper({
      lessonId: 'x',
      base: { revision: server.revision, text: server.text },
      send,
      storage,
      onState: (state) => states.push(state),
    });
  return { server, states, kept, open, last: () => states.at(-1)?.status };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('What is typed in a lesson', () => {
  it('is saved when typing rests, and does not wait longer than ten seconds', async () => {
    const { open, server, last } = desk();
    const keeper = open();
    for (let count = 0; count < 12; count += 1) {
      keeper.change(text(`gõ ${count}`));
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(server.revision).toBeGreaterThan(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect([server.text.body, last()]).toEqual(['gõ 11', 'saved']);
  });

  it('stays in this browser while the network is away, and goes on from there', async () => {
    const { open, server, kept, last } = desk();
    const keeper = open();
    server.isAway = true;
    keeper.change(text('lúc mất mạng'));
    await vi.advanceTimersByTimeAsync(3000);
    expect([last(), kept.size]).toEqual(['offline', 1]);
    // The page is closed; another day it is opened again.
    keeper.stop();
    server.isAway = false;
    const next = open();
    const copy = next.leftBehind()!;
    expect(next.goOn(copy, { by: null, at })).toBe('went-on');
    await vi.advanceTimersByTimeAsync(3000);
    expect([server.text.body, kept.size]).toEqual(['lúc mất mạng', 0]);
  });

  it('clashes with what another saved meanwhile, and sends nothing until the author has chosen', async () => {
    const { open, server, last, states } = desk();
    const keeper = open();
    Object.assign(server, { revision: 5, text: text('của An') });
    keeper.change(text('của tôi'));
    await vi.advanceTimersByTimeAsync(3000);
    keeper.change(text('của tôi, viết tiếp'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect([last(), server.text.body]).toEqual(['conflict', 'của An']);
    expect(states.at(-1)?.clash).toMatchObject({ by: 'An', revision: 5 });
    await keeper.settle(text('của An'), text('của tôi, viết tiếp'));
    expect(server.aside).toEqual(['của tôi, viết tiếp']);
    keeper.change(text('của tôi và của An'));
    await vi.advanceTimersByTimeAsync(3000);
    expect(server.text.body).toBe('của tôi và của An');
  });

  it('left behind on an older revision is a clash, not an overwriting', () => {
    const { open, server } = desk();
    const copy = { base: { revision: 1, text: text('một') }, text: text('cũ ở máy này') };
    Object.assign(server, { revision: 3, text: text('mới ở máy chủ') });
    expect(open().goOn(copy, { by: 'An', at })).toBe('clash');
  });
});
