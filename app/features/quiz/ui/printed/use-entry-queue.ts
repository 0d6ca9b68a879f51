import { useCallback, useEffect, useRef, useState } from 'react';
import type { EntryOutcome } from '../../commands/printed/enter-sheet.server.ts';

/** One sheet as it was typed, on its way to the server. */
export interface TypedEntry {
  readonly key: string;
  readonly variant: string;
  readonly who: string;
  readonly letters: string;
  readonly written: Readonly<Record<string, string>>;
  readonly replaces: boolean;
}

export type SentEntry = TypedEntry & {
  /** waiting: kept on this machine until it is through. */
  readonly status: 'sending' | 'waiting' | 'saved' | 'refused';
  readonly outcome?: EntryOutcome;
};

const RETRY_MS = 4000;
const MOST_SHOWN = 50;

/**
 * Sends typed sheets one after the other and keeps each on this machine until the server has stored it: a line that is
 * down, or a page that is closed, loses nothing. The server takes the same sheet twice as one.
 */
export function useEntryQueue(setId: string, round: 1 | 2) {
  const place = `paper-entry:${setId}:${round}`;
  const [entries, setEntries] = useState<readonly SentEntry[]>([]);
  const kept = useRef<TypedEntry[]>([]);
  const isSending = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const keep = useCallback(() => {
    try {
      localStorage.setItem(place, JSON.stringify(kept.current));
    } catch {
      // Without storage it is kept on the page alone.
    }
  }, [place]);

  const note = useCallback((entry: TypedEntry, status: SentEntry['status'], outcome?: EntryOutcome) => {
    setEntries((all) => {
      const others = all.filter(({ key }) => key !== entry.key);
      return [{ ...entry, status, ...(outcome && { outcome }) }, ...others].slice(0, MOST_SHOWN);
    });
  }, []);

  const send = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    clearTimeout(timer.current);
    for (let entry = kept.current[0]; entry; entry = kept.current[0]) {
      note(entry, 'sending');
      const outcome = await post(setId, round, entry);
      if (!outcome) {
        for (const each of kept.current) note(each, 'waiting');
        timer.current = setTimeout(() => void send(), RETRY_MS);
        break;
      }
      const { key } = entry;
      kept.current = kept.current.filter((each) => each.key !== key);
      keep();
      note(entry, outcome.kind === 'refused' ? 'refused' : 'saved', outcome);
    }
    isSending.current = false;
  }, [setId, round, note, keep]);

  useEffect(() => {
    kept.current = readKept(place);
    for (const entry of kept.current) note(entry, 'waiting');
    void send();
    const again = () => void send();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      clearTimeout(timer.current);
    };
  }, [place, note, send]);

  const add = useCallback(
    (entry: Omit<TypedEntry, 'key'>) => {
      kept.current = [...kept.current, { ...entry, key: `${Date.now()}-${Math.random().toString(36).slice(2)}` }];
      keep();
      void send();
    },
    [keep, send],
  );
  const drop = useCallback((key: string) => setEntries((all) => all.filter((each) => each.key !== key)), []);
  return { entries, add, drop };
}

function readKept(place: string): TypedEntry[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(read) ? (read as TypedEntry[]) : [];
  } catch {
    return [];
  }
}

/** Null when it did not get through: it is tried again. */
async function post(setId: string, round: 1 | 2, entry: TypedEntry): Promise<EntryOutcome | null> {
  try {
    const response = await fetch(`/paper-sets/${setId}/entries`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...entry,
        round: String(round),
        replaces: entry.replaces ? 'yes' : undefined,
        key: undefined,
      }),
    });
    return response.ok ? ((await response.json()) as EntryOutcome) : null;
  } catch {
    return null;
  }
}
