import { type RefObject, useEffect, useState } from 'react';
import type { QuestionDraft } from '../core/question-draft.ts';
import type { QuestionPreview } from '../queries/question-preview.server.ts';

const WAIT_MS = 500;

/** The preview of what is typed, drawn by the server a moment after the last change; until then the one before. */
export function useQuestionPreview(
  form: RefObject<HTMLFormElement>,
  draft: QuestionDraft,
  given: QuestionPreview,
): QuestionPreview {
  const [preview, setPreview] = useState(given);
  const [source, setSource] = useState(given);
  if (source !== given) {
    setSource(given);
    setPreview(given);
  }
  const typed = JSON.stringify(draft);
  const [drawn, setDrawn] = useState(typed);
  useEffect(() => {
    if (typed === drawn || !form.current) return;
    const stop = new AbortController();
    const body = new FormData(form.current);
    body.set('intent', 'preview');
    const timer = setTimeout(async () => {
      try {
        const response = await fetch('/author/question-preview', { method: 'POST', body, signal: stop.signal });
        if (!response.ok) return;
        setPreview((await response.json()) as QuestionPreview);
        setDrawn(typed);
      } catch {
        // Without the network the last preview stays; saving says what is wrong.
      }
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [form, typed, drawn]);
  return preview;
}
