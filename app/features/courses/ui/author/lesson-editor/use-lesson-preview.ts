import { useEffect, useState } from 'react';

/** A check of the preview, which belongs to a higher feature. */
export interface PreviewedCheck {
  number: number;
}

export interface Previewed {
  html: string;
  checks: PreviewedCheck[];
  /** Films and sounds without captions. */
  uncaptioned: string[];
}

const REST_MS = 400;

/** The lesson as its readers will see it, drawn by the server a moment after the last change; until then the one before. */
export function useLessonPreview(url: string, body: string, given: Previewed): { shown: Previewed; isStale: boolean } {
  const [shown, setShown] = useState(given);
  const [drawn, setDrawn] = useState(body);
  const [isStale, setIsStale] = useState(false);
  const lacksCaptions = shown.uncaptioned.length > 0;
  useEffect(() => {
    if (!lacksCaptions) return;
    // They may have been written in another window meanwhile.
    const lookAgain = () => setDrawn('');
    window.addEventListener('focus', lookAgain);
    return () => window.removeEventListener('focus', lookAgain);
  }, [lacksCaptions]);
  useEffect(() => {
    if (body === drawn) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ body }),
          signal: stop.signal,
        });
        if (!response.ok) throw new Error(String(response.status));
        setShown((await response.json()) as Previewed);
        setDrawn(body);
        setIsStale(false);
      } catch {
        if (!stop.signal.aborted) setIsStale(true);
      }
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [url, body, drawn]);
  return { shown, isStale };
}
