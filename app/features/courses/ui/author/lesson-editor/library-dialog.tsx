import { useEffect, useRef, useState } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Dialog } from '#app/ui/dialog.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../../messages/lesson-editor-en.ts';
import { vi } from '../../../messages/lesson-editor-vi.ts';

/** A thing of the library, which belongs to another feature: what its address answers. */
interface Pick {
  id: string;
  kind: 'document' | 'article' | 'picture' | 'clip';
  title: string;
  topic: string;
  symbol: string;
  text: string;
}

type Found = { kind: 'searching' } | { kind: 'failed' } | { kind: 'found'; picks: Pick[] };
const REST_MS = 250;

/** Finds a thing of the library by words; pressing it puts a link to it into the text. */
export function LibraryDialog({ onClose, onInsert }: { onClose: () => void; onInsert: (link: string) => void }) {
  const { libraryDialog: words, close } = useMessages(vi, en);
  const [search, setSearch] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // The dialog itself would put the focus on its close button.
  useEffect(() => field.current?.focus(), []);
  const [found, setFound] = useState<Found>({ kind: 'searching' });
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/author/library/picks?q=${encodeURIComponent(search)}`, { signal: stop.signal });
        if (!response.ok) throw new Error(String(response.status));
        setFound({ kind: 'found', picks: ((await response.json()) as { items: Pick[] }).items });
      } catch {
        if (!stop.signal.aborted) setFound({ kind: 'failed' });
      }
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [search]);
  const picks = found.kind === 'found' ? found.picks : [];
  const told =
    found.kind === 'found'
      ? picks.length === 0
        ? search.trim() === ''
          ? words.empty
          : words.none
        : words.found(picks.length)
      : words[found.kind];
  return (
    <Dialog isOpen onClose={onClose} title={words.title} closeLabel={close}>
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = picks;
          if (first) onInsert(first.text);
        }}
      >
        <Field label={words.search} hint={words.searchHint}>
          <TextInput
            ref={field}
            type="search"
            value={search}
            maxLength={200}
            onChange={(event) => setSearch(event.target.value)}
          />
        </Field>
        <p role="status" className="text-sm text-muted">
          {told}
        </p>
        <ul className="max-h-[45vh] overflow-auto border-t border-line">
          {picks.map(({ id, kind, title, topic, symbol, text }) => (
            <li key={id} className="border-b border-line">
              <button
                type="button"
                onClick={() => onInsert(text)}
                className="block min-h-[2.75rem] w-full px-2 py-2 text-left hover:bg-sunken"
              >
                <span className="font-semibold">{title}</span>
                <span className="block text-sm text-muted">
                  {[words.kinds[kind], symbol, topic].filter(Boolean).join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <a href="/author/library" target="_blank" rel="noreferrer" className="inline-block text-sm">
          {words.open}
        </a>
      </form>
    </Dialog>
  );
}
