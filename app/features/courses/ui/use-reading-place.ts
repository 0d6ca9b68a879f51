import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** A reader who rests this long at a place is reading there; what flies by is not noted. */
const restMilliseconds = 3_000;
/** Readers go back to the top of the page to leave it: so near the beginning nothing is noted. */
const beginning = 0.05;
/** A smaller move is not worth a request. */
const smallestMove = 0.02;

type Options = {
  lessonId: string;
  /** Where the reader was last time, 0..1; null = no offer. */
  offered: number | null;
  /** False: nothing is sent (the lesson is read, or somebody looks at it without studying). */
  isKept: boolean;
};

/**
 * Remembers how far the reader is in the text of one lesson, and brings the reader back there. `offer` stands until it is
 * taken; while it stands, a glance at the beginning does not overwrite the remembered place.
 */
export function useReadingPlace(text: RefObject<HTMLElement>, { lessonId, offered, isKept }: Options) {
  const [isTaken, setIsTaken] = useState(false);
  const floor = isTaken ? 0 : (offered ?? 0);
  const sent = useRef(0);
  useEffect(() => {
    if (!isKept) return;
    let here: number | null = null;
    let rested: number | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = (place: number | null) => {
      if (place === null || place < floor || Math.abs(place - sent.current) < smallestMove) return;
      sent.current = place;
      sendPlace(lessonId, place);
    };
    const rest = () => {
      if (here === null || here <= beginning) return;
      rested = here;
      send(here);
    };
    const moved = () => {
      // Null: the page is already another one; what was seen of the text stays.
      here = placeIn(text.current) ?? here;
      clearTimeout(timer);
      timer = setTimeout(rest, restMilliseconds);
    };
    const leave = () => {
      clearTimeout(timer);
      send(here !== null && here > beginning ? here : rested);
    };
    const hidden = () => {
      if (document.visibilityState === 'hidden') leave();
    };
    window.addEventListener('scroll', moved, { passive: true });
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('scroll', moved);
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hidden);
      // Gone to another page of the product.
      leave();
    };
  }, [lessonId, isKept, floor, text]);

  // After the offer has gone from above the text, which moves up by its height.
  useEffect(() => {
    if (isTaken && offered !== null) goTo(text.current, offered);
  }, [isTaken, offered, text]);
  const jump = useCallback(() => setIsTaken(true), []);

  return { offer: isTaken ? null : offered, jump };
}

/** The share of the text above the upper edge of the window; 1 when its end is in sight. */
export function placeIn(text: HTMLElement | null): number | null {
  if (!text) return null;
  const { top, bottom, height } = text.getBoundingClientRect();
  if (height === 0) return null;
  if (bottom <= window.innerHeight) return 1;
  return Math.min(1, Math.max(0, -top / height));
}

function goTo(text: HTMLElement | null, place: number): void {
  if (!text) return;
  const { top, height } = text.getBoundingClientRect();
  window.scrollTo({ top: window.scrollY + top + place * height });
  // The keyboard goes on from there too.
  text.tabIndex = -1;
  text.focus({ preventScroll: true });
}

// Outlives the page. A lost note costs the reader a few seconds of scrolling, so nobody is told.
function sendPlace(lessonId: string, scroll: number): void {
  const body = new Blob([JSON.stringify({ intent: 'place', scroll })], { type: 'application/json' });
  navigator.sendBeacon?.(`/lessons/${lessonId}/reading`, body);
}
