import { useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SaveImportResult } from '../../commands/imports/save-import.server.ts';
import type { NearDuplicate } from '../../core/imports/decisions.ts';

const PAUSE_MS = 1000;
const AGAIN_MS = 8000;
/** What a browser sends along while it closes a page. */
const MOST_AT_THE_END = 60_000;

export type SaveState =
  | { kind: 'saved'; at: string }
  /** too-long: nothing is sent before it is shortened. closed: another window has put the import away. */
  | { kind: 'saving' | 'unsaved' | 'too-long' | 'signed-out' | 'closed' }
  | { kind: 'conflict'; revision: number; at: string };

/** Everything that the form of the screen sends of an import but its revision. */
export type ImportFields = Record<'source' | 'format' | 'categoryId' | 'difficulty' | 'tags' | 'choices', string>;

type Given = { revision: number; at: string; source: string; longest: number };

/**
 * Keeps on the server what is typed and chosen, a moment after the last change. When another window was faster nothing is written
 * until the author has said which text goes on. After each save the near-duplicates are asked for anew.
 */
export function useImportAutosave(
  importId: string,
  given: Given,
  fields: ImportFields,
  onNears: (nears: NearDuplicate[]) => void,
) {
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: given.at });
  const { revalidate } = useRevalidator();
  const revision = useRef(given.revision);
  const body = JSON.stringify(fields);
  const stored = useRef(body);
  const latest = useRef(body);
  latest.current = body;
  const under = useRef<Promise<void> | null>(null);
  const isStopped = useRef(false);
  const { revision: newest, source, longest } = given;
  useEffect(() => {
    // A form of this window has moved the import on (a category was made for it): its text is the one that was saved here.
    const isOwn = (JSON.parse(stored.current || '{}') as Partial<ImportFields>).source === source;
    if (newest > revision.current && isOwn) revision.current = newest;
  }, [newest, source]);

  const save = useCallback(
    async (isEnd = false) => {
      if (isStopped.current || latest.current === stored.current) return;
      const sent = latest.current;
      const sending = JSON.parse(sent) as ImportFields;
      if (sending.source.length > longest) return setState({ kind: 'too-long' });
      const form = new FormData();
      for (const [name, value] of Object.entries(sending)) form.set(name, value);
      form.set('revision', String(revision.current));
      setState({ kind: 'saving' });
      try {
        const keepalive = isEnd && sent.length * 2 < MOST_AT_THE_END;
        const answer = await fetch(`/author/imports/${importId}/source`, { method: 'POST', body: form, keepalive });
        if (answer.redirected) return setState({ kind: 'signed-out' });
        if (!answer.ok) throw new Error(String(answer.status));
        const result = (await answer.json()) as SaveImportResult;
        if (result.kind === 'conflict' || result.kind === 'closed') {
          isStopped.current = true;
          return setState(
            result.kind === 'closed' ? result : { kind: 'conflict', revision: result.revision, at: String(result.at) },
          );
        }
        stored.current = sent;
        revision.current = result.revision;
        setState({ kind: 'saved', at: 'at' in result ? String(result.at) : new Date().toISOString() });
        // Another window has taken the same text: this one shows what was taken.
        if (result.kind === 'taken') revalidate();
        const nears = await fetch(`/author/imports/${importId}/near-duplicates`);
        if (nears.ok && !nears.redirected) onNears((await nears.json()) as NearDuplicate[]);
      } catch {
        setState({ kind: 'unsaved' });
      }
    },
    [importId, longest, onNears, revalidate],
  );

  /** Saves at once; answers whether the server has everything. */
  const flush = useCallback(
    async (isEnd = false): Promise<boolean> => {
      await under.current;
      under.current = save(isEnd).finally(() => {
        under.current = null;
      });
      await under.current;
      return !isStopped.current && latest.current === stored.current;
    },
    [save],
  );

  useEffect(() => {
    if (body === stored.current || isStopped.current) return;
    const timer = setTimeout(flush, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [body, flush]);

  useEffect(() => {
    if (state.kind !== 'unsaved' && state.kind !== 'signed-out') return;
    const timer = setTimeout(flush, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [state, flush]);

  useEffect(() => {
    const leave = () => void (document.visibilityState === 'hidden' && flush(true));
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      // Whoever goes on to another page within the pause loses nothing.
      void flush(true);
    };
  }, [flush]);

  /** Goes on from the revision of the other window with the text of this one. */
  const override = useCallback(() => {
    if (state.kind !== 'conflict') return;
    revision.current = state.revision;
    isStopped.current = false;
    stored.current = '';
    void flush();
  }, [state, flush]);

  return { state, revision, flush, override };
}
