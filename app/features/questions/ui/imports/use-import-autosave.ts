import { useCallback, useEffect, useRef, useState } from 'react';
import type { SaveImportResult } from '../../commands/imports/save-import.server.ts';
import type { NearDuplicate } from '../../core/imports/decisions.ts';

const PAUSE_MS = 1000;
const AGAIN_MS = 8000;

export type SaveState =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' | 'unsaved' }
  | { kind: 'conflict'; revision: number; at: string };

/** Everything that the form of the screen sends of an import but its revision. */
export type ImportFields = Record<'source' | 'format' | 'categoryId' | 'difficulty' | 'tags' | 'choices', string>;

/**
 * Keeps on the server what is typed and chosen, a moment after the last change. When another window was faster nothing is written
 * until the author has said which text goes on. After each save the near-duplicates are asked for anew.
 */
export function useImportAutosave(
  importId: string,
  given: { revision: number; at: string; source: string },
  fields: ImportFields,
  onNears: (nears: NearDuplicate[]) => void,
) {
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: given.at });
  const revision = useRef(given.revision);
  const body = JSON.stringify(fields);
  const stored = useRef(body);
  const latest = useRef(body);
  latest.current = body;
  const under = useRef<Promise<void> | null>(null);
  const isStopped = useRef(false);
  const { revision: newest, source } = given;
  useEffect(() => {
    // A form of this window has moved the import on (a category was made for it): its text is the one that was saved here.
    const isOwn = (JSON.parse(stored.current || '{}') as Partial<ImportFields>).source === source;
    if (newest > revision.current && isOwn) revision.current = newest;
  }, [newest, source]);

  const save = useCallback(async () => {
    if (isStopped.current || latest.current === stored.current) return;
    const sent = latest.current;
    const form = new FormData();
    for (const [name, value] of Object.entries(JSON.parse(sent) as ImportFields)) form.set(name, value);
    form.set('revision', String(revision.current));
    setState({ kind: 'saving' });
    try {
      const answer = await fetch(`/author/imports/${importId}/source`, { method: 'POST', body: form });
      if (!answer.ok) throw new Error(String(answer.status));
      const result = (await answer.json()) as SaveImportResult;
      if (result.kind === 'conflict') {
        isStopped.current = true;
        setState({ kind: 'conflict', revision: result.revision, at: String(result.at) });
        return;
      }
      stored.current = sent;
      if ('revision' in result) revision.current = result.revision;
      setState({ kind: 'saved', at: 'at' in result ? String(result.at) : new Date().toISOString() });
      const nears = await fetch(`/author/imports/${importId}/near-duplicates`);
      if (nears.ok) onNears((await nears.json()) as NearDuplicate[]);
    } catch {
      setState({ kind: 'unsaved' });
    }
  }, [importId, onNears]);

  const flush = useCallback(async () => {
    await under.current;
    under.current = save().finally(() => {
      under.current = null;
    });
    await under.current;
  }, [save]);

  useEffect(() => {
    if (body === stored.current || isStopped.current) return;
    const timer = setTimeout(flush, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [body, flush]);

  useEffect(() => {
    if (state.kind !== 'unsaved') return;
    const timer = setTimeout(flush, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [state, flush]);

  useEffect(() => {
    const leave = () => void (document.visibilityState === 'hidden' && flush());
    document.addEventListener('visibilitychange', leave);
    return () => document.removeEventListener('visibilitychange', leave);
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
