import { type RefObject, useEffect, useState } from 'react';
import type { AudiencePreview } from '../../queries/audience-preview.server.ts';

const WAIT_MS = 300;

/** A preview, and how it differs from the audience that stands. */
export interface CountedAudience extends AudiencePreview {
  change?: { joins: number; leaves: number };
}

const fields = ['unitIds', 'groupIds', 'classes', 'memberships', 'positions'];

/** How many people the form as it stands would reach: counted by the server a moment after each change. */
export function useAudienceSize(
  form: RefObject<HTMLFormElement>,
  given: CountedAudience | null,
): CountedAudience | null {
  const [size, setSize] = useState(given);
  useEffect(() => setSize(given), [given]);
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop = new AbortController();
    const count = async () => {
      stop.abort();
      stop = new AbortController();
      try {
        const body = new FormData(element);
        const response = await fetch('/author/audience-size', { method: 'POST', body, signal: stop.signal });
        if (response.ok) setSize((await response.json()) as CountedAudience);
      } catch {
        // Without the network the last number stays; assigning says what is wrong.
      }
    };
    const later = (event: Event) => {
      if (!fields.includes((event.target as HTMLInputElement).name)) return;
      clearTimeout(timer);
      timer = setTimeout(count, WAIT_MS);
    };
    element.addEventListener('change', later);
    return () => {
      element.removeEventListener('change', later);
      clearTimeout(timer);
      stop.abort();
    };
  }, [form]);
  return size;
}
