import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { type LessonText, textOf } from '../../../core/lesson-editor/lesson-text.ts';
import type { LessonEditor } from '../../../queries/lesson-editor.server.ts';
import { DraftKeeper, type KeeperState, type SaveAnswer } from './draft-keeper.ts';

export interface LessonDraftState {
  text: LessonText;
  change: (part: Partial<LessonText>) => void;
  state: KeeperState;
  keeper: DraftKeeper;
  /** Something was still in this browser from an earlier visit. */
  wasRestored: boolean;
}

/** Texts compare letter by letter with what the server keeps: composed letters, single spaces in what is one line. */
function asKept(text: LessonText): LessonText {
  const line = (words: string) => nfc(words).replace(/\s+/g, ' ').trim();
  return {
    title: line(text.title),
    body: nfc(text.body).replace(/\r\n?/g, '\n'),
    minutes: text.minutes,
    asOf: text.asOf,
    sources: text.sources.map(line).filter((source) => source !== ''),
  };
}

/** The lesson in this page and its way to the server. */
export function useLessonDraft(editor: LessonEditor): LessonDraftState {
  const { course, lessonId, revision } = editor;
  const [text, setText] = useState<LessonText>(() => textOf(editor.text));
  const [state, setState] = useState<KeeperState>({ status: 'fresh', at: null, clash: null });
  const [wasRestored, setWasRestored] = useState(false);
  const shown = useRef(text);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one keeper for the life of the page
  const keeper = useMemo(
    () =>
      new DraftKeeper({
        lessonId,
        base: { revision, text: textOf(editor.text) },
        storage: typeof localStorage === 'undefined' ? null : localStorage,
        send: (intent, base, sent) =>
          sendDraft(`/author/courses/${course.id}/lessons/${lessonId}/draft`, { intent, base, text: sent }),
        onState: setState,
      }),
    [],
  );

  const change = useCallback(
    (part: Partial<LessonText>) => {
      shown.current = { ...shown.current, ...part };
      setText(shown.current);
      keeper.change(asKept(shown.current));
    },
    [keeper],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with what the page was loaded with
  useEffect(() => {
    const copy = keeper.leftBehind();
    if (copy) {
      shown.current = copy.text;
      setText(copy.text);
      const went = keeper.goOn(copy, { by: editor.savedBy, at: new Date(editor.savedAt).toISOString() });
      setWasRestored(went === 'went-on');
    }
    const leave = () => keeper.leave();
    const hide = () => document.visibilityState === 'hidden' && keeper.leave();
    const online = () => void keeper.flush();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('online', online);
      keeper.leave();
      keeper.stop();
    };
  }, []);

  return { text, change, state, keeper, wasRestored };
}

/** Bodies beyond this are not sent once the page is gone; they lie in the browser then. */
const KEEPALIVE_LIMIT = 60_000;

async function sendDraft(
  url: string,
  message: { intent: 'save' | 'keep' | 'set-aside'; base: number; text: LessonText },
): Promise<SaveAnswer> {
  const body = JSON.stringify(message);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      keepalive: body.length < KEEPALIVE_LIMIT / 3,
    });
    if (response.ok || response.status === 409) return (await response.json()) as SaveAnswer;
    if (response.status === 401 || response.redirected) return { kind: 'signed-out' };
    return { kind: response.status >= 500 ? 'offline' : 'refused' };
  } catch {
    return { kind: 'offline' };
  }
}
