import { startTransition, useEffect, useState } from 'react';

/** What the page is sent with, and comes to life with, at once. */
const AT_FIRST = 60;
const AT_ONCE = 30;
/** Between two steps keys and presses have their turn. */
const PAUSE_MS = 30;

/**
 * How many of a long list are drawn whole: the first of them at once, the others step by step once the page is alive, so that a
 * thousand questions open as quickly as sixty.
 */
export function useGrowing(all: number): number {
  const [drawn, setDrawn] = useState(AT_FIRST);
  const isWhole = drawn >= all;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step asks for the next one
  useEffect(() => {
    if (isWhole) return;
    const timer = setTimeout(() => startTransition(() => setDrawn((before) => before + AT_ONCE)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [drawn, isWhole]);
  return Math.min(drawn, all);
}
