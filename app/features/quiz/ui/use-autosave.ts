import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import type { Certainty } from '../core/certainty.ts';
import type { OpenAttempt } from '../queries/attempt-page.server.ts';
import { Outbox } from './outbox.ts';
import type { OutboxState } from './outbox-state.ts';
import { askStanding, isSameAnswer, sendAnswer } from './talk-to-attempt.ts';
import { heardNow, type TimeLeft } from './use-countdown.ts';

/** What is answered to one question, and how sure the learner is of it. */
export interface Given {
  response: PresentedResponse;
  certainty: Certainty | null;
}
type Answers = ReadonlyMap<number, Given>;

const nothing: Given = { response: null, certainty: null };
const isSame = (a: Given, b: Given) => a.certainty === b.certainty && isSameAnswer(a.response, b.response);

/** How long typing must rest before it is sent; a long text is sent less often. */
const typingRest = 400;
const writingRest = 1500;
const isLong = (response: PresentedResponse) => typeof response === 'string' && response.length > 500;
/** How often a page asks whether another device has answered, and what time it is. */
const lookEvery = 30_000;

export interface Autosave {
  answers: Answers;
  /** `isTyping`: wait until the typing rests, or `settle`. */
  change: (slot: number, response: PresentedResponse, options?: { isTyping?: boolean }) => void;
  /** Whoever takes an answer back is not sure of it either. */
  changeCertainty: (slot: number, certainty: Certainty) => void;
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
  /** The server has said how much time is left. */
  hear: (secondsLeft: number | null) => void;
}

/** The answers of an open attempt in this page, and their way to the server. `onEnded`: it takes no more answers. */
export function useAutosave(attempt: OpenAttempt, onEnded: () => void): Autosave {
  const { attemptId, questions, certainty: asksCertainty } = attempt;
  const [answers, setAnswers] = useState<Answers>(
    () => new Map(questions.map(({ slot, answer, certainty }) => [slot, { response: answer, certainty }])),
  );
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

  const show = useCallback((slot: number, given: Given) => {
    shown.current = new Map(shown.current).set(slot, given);
    setAnswers(shown.current);
  }, []);

  const hear = useCallback((seconds: number | null) => setTime(seconds === null ? null : heardNow(seconds)), []);

  const outbox = useMemo(
    () =>
      new Outbox({
        attemptId,
        storage: typeof localStorage === 'undefined' ? null : localStorage,
        send: (pending) => sendAnswer(attemptId, pending),
        onChange: (next) => setState((before) => ({ ...next, lastSave: next.lastSave ?? before.lastSave })),
        onStored: (slot, response, certainty) => show(slot, { response, certainty }),
        onSecondsLeft: hear,
        onEnded: () => ended.current(),
      }),
    [attemptId, show, hear],
  );

  const put = useCallback(
    (slot: number) => {
      const { response, certainty } = shown.current.get(slot) ?? nothing;
      outbox.put(slot, response, asksCertainty ? certainty : undefined);
    },
    [outbox, asksCertainty],
  );

  const settle = useCallback(() => {
    for (const [slot, timer] of typing.current) {
      clearTimeout(timer);
      put(slot);
    }
    typing.current.clear();
  }, [put]);

  const give = useCallback(
    (slot: number, given: Given, isTyping: boolean) => {
      if (isSame(shown.current.get(slot) ?? nothing, given)) return;
      show(slot, given);
      clearTimeout(typing.current.get(slot));
      typing.current.delete(slot);
      const rest = isLong(given.response) ? writingRest : typingRest;
      if (isTyping) typing.current.set(slot, setTimeout(settle, rest));
      else put(slot);
    },
    [put, settle, show],
  );

  const change = useCallback<Autosave['change']>(
    (slot, response, { isTyping = false } = {}) => {
      const certainty = response === null ? null : (shown.current.get(slot)?.certainty ?? null);
      give(slot, { response, certainty }, isTyping);
    },
    [give],
  );

  const changeCertainty = useCallback<Autosave['changeCertainty']>(
    (slot, certainty) => give(slot, { ...(shown.current.get(slot) ?? nothing), certainty }, false),
    [give],
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
    for (const { slot, sequence, response, certainty = null } of standing.answers) {
      const isOlder = sequence < outbox.sequenceOf(slot);
      const isBusy = outbox.has(slot) || typing.current.has(slot) || asked.get(slot) !== shown.current.get(slot);
      outbox.learn(slot, sequence);
      const given = { response, certainty };
      if (isOlder || isBusy || isSame(shown.current.get(slot) ?? nothing, given)) continue;
      show(slot, given);
      news.push(slot);
    }
    outbox.noteElsewhere(news);
  }, [attemptId, outbox, show]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, with what the page was loaded with
  useEffect(() => {
    for (const { slot, response, certainty = null } of outbox.open(questions)) show(slot, { response, certainty });
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

  return { answers, change, changeCertainty, settle, leave, state, time, forgetNotes, look, hear };
}
