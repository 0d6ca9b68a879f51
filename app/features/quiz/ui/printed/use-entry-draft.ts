import { useEffect, useState } from 'react';

/** One sheet as it is being typed. */
export interface EntryDraft {
  variant: string;
  who: string;
  letters: string;
  written: Record<string, string>;
  replaces: boolean;
}

export const emptyEntry = (variant: string): EntryDraft => ({
  variant,
  who: '',
  letters: '',
  written: {},
  replaces: false,
});

/** What is being typed, kept on this machine until it is saved: a page that is closed loses nothing. */
export function useEntryDraft(place: string, first: EntryDraft): [EntryDraft, (draft: EntryDraft) => void] {
  const [draft, setDraft] = useState(first);
  useEffect(() => {
    try {
      const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as EntryDraft | null;
      if (kept && (kept.who || kept.letters)) setDraft(kept);
    } catch {
      // Nothing is kept.
    }
  }, [place]);
  return [
    draft,
    (next) => {
      setDraft(next);
      try {
        localStorage.setItem(place, JSON.stringify(next));
      } catch {
        // Kept on the page alone.
      }
    },
  ];
}
