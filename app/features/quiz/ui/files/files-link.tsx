import { Link } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../messages/files-en.ts';
import { vi } from '../../messages/files-vi.ts';

/** In the sheet of an essay: the way to its files. In another tab, so that nothing typed is left behind. */
export function FilesLink({ attemptId, slot, maxFiles }: { attemptId: string; slot: number; maxFiles: number }) {
  const words = useMessages(vi, en);
  return (
    <p className="mt-3">
      <Link to={`/attempts/${attemptId}/files?slot=${slot}`} target="_blank" rel="noreferrer" className="font-semibold">
        {words.attach}
      </Link>
      <span className="block text-sm text-muted">{words.room(String(maxFiles))}</span>
    </p>
  );
}
