import { useEffect, useRef } from 'react';
import type { CueRow } from '../../core/captions/cue.ts';

export interface KeptRows {
  base: string;
  rows: CueRow[];
}

const LATER_MS = 400;

/** What is typed lies in this browser until it is saved; what an earlier visit left is handed over once. */
export function useKeptRows(
  place: string,
  { rows, base, isDirty }: KeptRows & { isDirty: boolean },
  onLeftBehind: (kept: KeptRows) => void,
): void {
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the page that was opened
  useEffect(() => {
    const kept = readKept(place);
    if (kept) onLeftBehind(kept);
  }, []);
  const write = useRef(() => {});
  write.current = () => writeKept(place, isDirty ? { base, rows: [...rows] } : null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes is written a moment later
  useEffect(() => {
    // What was left behind is read before anything is written over it.
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const timer = setTimeout(() => write.current(), LATER_MS);
    return () => clearTimeout(timer);
  }, [place, rows, base, isDirty]);
  useEffect(() => {
    const leave = () => write.current();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
}

function readKept(place: string): KeptRows | null {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as KeptRows | null;
    const isWhole = typeof kept?.base === 'string' && Array.isArray(kept.rows);
    return isWhole && kept.rows.every((row) => [row.start, row.end, row.text].every((each) => typeof each === 'string'))
      ? kept
      : null;
  } catch {
    return null;
  }
}

function writeKept(place: string, kept: KeptRows | null): void {
  try {
    if (kept) localStorage.setItem(place, JSON.stringify(kept));
    else localStorage.removeItem(place);
  } catch {
    // A browser that keeps nothing.
  }
}
