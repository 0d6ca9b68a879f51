import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import type { OpenAttempt } from '../queries/attempt-page.server.ts';
import { Outbox, type OutboxState } from './outbox.ts';
import { askStanding, isSameAnswer, sendAnswer } from './talk-to-attempt.ts';
import { heardNow, type TimeLeft } from './use-countdown.ts';

type Answers = ReadonlyMap<number, PresentedResponse>;

/** How long typing must rest before it is sent. */
const typingRest = 400;
/** How often a page asks whether another device has answered, and what time it is. */
const lookEvery = 30_000;

export interface Autosave {
  answers: Answers;
  /** `isTyping`: wait until the typing rests, or `settle`. */
  change: (slot: number, response: PresentedResponse, options?: { isTyping?: boolean }) => void;
  /** Sends what is being typed now. */
  settle: () => void;
  /** Sends everything; whether the server holds it all. */
  leave: () => Promise<boolean>;
  state: OutboxState;
  time: TimeLeft | null;
  /** The learner has read what was said of other devices. */
  forgetNotes: () => void;
  /** Asks the server how the attempt stands. */
  look: () => Promise<void>;
}

/** The answers of an open attempt in this page, and their way to the server. `onEnded`: it takes no more answers. */
export function useAutosave(attempt: OpenAttempt, onEnded: () => void): Autosave {
  const { attemptId, questions } = attempt;
  const [answers, setAnswers] = useState<Answers>(() => new Map(questions.map(({ slot, answer }) => [slot, answer])));
  const [time, setTime] = useState<TimeLeft | null>(() =>
    attempt.secondsLeft === null ? null : heardNow(attempt.secondsLeft),
  );
  const [state, setState] = useState<OutboxState>(() => ({
    ...{ waiting: 0, trouble: null, elsewhere: [], overtook: [], broken: [] },
    lastSave: attempt.lastSave && { ...attempt.lastSave, savedAt: new Date(attempt.lastSave.savedAt).toISOString() },
  }));
  const shown = useRef(answers);
  const typing = useRef(new Map<number, ReturnType<typeof setTimeout>>());
  const ended = useRef(onEnded);
  ended.current = onEnded;

  const show = useCallback((slot: number, response: PresentedResponse) => {
    shown.current = new Map(shown.current).set(slot, response);
    setAnswers(shown.current);
  }, []);

  const outbox = useMemo(
    () =>
      new Outbox({
        attemptId,
        storage: typeof localStorage === 'undefined' ? null : localStorage,
        send: (pending) => sendAnswer(attemptId, pending),
        onChange: (next) => setState((before) => ({ ...next, lastSave: next.lastSave ?? before.lastSave })),
        onStored: show,
        onSecondsLeft: (seconds) => setTime(seconds === null ? null : heardNow(seconds)),
        onEnded: () => ended.current(),
      }),
    [attemptId, show],
  );

  const settle = useCallback(() => {
    for (const [slot, timer] of typing.current) {
      clearTimeout(timer);
      outbox.put(slot, shown.current.get(slot) ?? null);
    }
    typing.current.clear();
  }, [outbox]);

  const change = useCallback<Autosave['change']>(
    (slot, response, { isTyping = false } = {}) => {
      if (isSameAnswer(shown.current.get(slot) ?? null, response)) return;
      show(slot, response);
      clearTimeout(typing.current.get(slot));
      typing.current.delete(slot);
      if (isTyping) typing.current.set(slot, setTimeout(settle, typingRest));
      else outbox.put(slot, response);
    },
    [outbox, settle, show],
  );

  const look = useCallback(async () => {
    const asked = shown.current;
    const standing = await askStanding(attemptId);
    if (!standing) return;
    setTime(standing.secondsLeft === null ? null : heardNow(standing.secondsLeft));
    if (!standing.isOpen) {
      ended.current();
      return;
    }
    const news: number[] = [];
    for (const { slot, sequence, response } of standing.answers) {
      const isOlder = sequence < outbox.sequenceOf(slot);
      const isBusy = outbox.has(slot) || typing.current.has(slot) || asked.get(slot) !== shown.current.get(slot);
      outbox.learn(slot, sequence);
      if (isOlder || isBusy || isSameAnswer(shown.current.get(slot) ?? null, response)) continue;
      show(slot, response);
      news.push(slot);
    }
    outbox.noteElsewhere(news);
  }, [attemptId, outbox, show]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, with what the page was loaded with
  useEffect(() => {
    for (const { slot, response } of outbox.open(questions)) show(slot, response);
    void look();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void look();
    }, lookEvery);
    const hidden = () => {
      if (document.visibilityState === 'hidden') settle();
      else void outbox.retry().then(look);
    };
    const online = () => void outbox.retry();
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', settle);
    window.addEventListener('online', online);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', settle);
      window.removeEventListener('online', online);
      settle();
    };
  }, [outbox]);

  const leave = useCallback(() => {
    settle();
    return outbox.retry();
  }, [outbox, settle]);

  const forgetNotes = useCallback(() => outbox.forgetNotes(), [outbox]);

  return { answers, change, settle, leave, state, time, forgetNotes, look };
}
