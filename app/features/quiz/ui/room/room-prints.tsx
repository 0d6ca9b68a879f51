import { Link } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { PrintIcon } from '#app/ui/icons.tsx';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';

/** The papers of a session that are printed. */
export function RoomPrints({ sessionId }: { sessionId: string }) {
  const words = useMessages(boardVi, boardEn);
  return (
    <nav aria-label={words.prints} className="screen-only">
      <ul className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <li className="flex items-center gap-1.5 text-muted">
          <PrintIcon className="h-4 w-4" />
          {words.prints}
        </li>
        {(['attendance', 'seating', 'results', 'slips'] as const).map((kind) => (
          <li key={kind}>
            <Link to={`/exam-sessions/${sessionId}/${kind}`} className="inline-block py-1.5">
              {words[kind]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
