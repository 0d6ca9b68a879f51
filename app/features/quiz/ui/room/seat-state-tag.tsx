import { formatDuration } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import type { BoardSeat } from '../../core/room/board.ts';
import type { SeatState } from '../../core/room/seat.ts';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';

const kinds: Record<SeatState, TagKind> = {
  silent: 'late',
  'not-arrived': 'open',
  waiting: 'neutral',
  working: 'started',
  submitted: 'done',
  voided: 'wrong',
};

type Props = { seat: Pick<BoardSeat, 'state' | 'isPaused' | 'seenAt'>; now: number };

/** Where a seat stands, in a word with a sign; of who is silent, since when. */
export function SeatStateTag({ seat, now }: Props) {
  const words = useMessages(boardVi, boardEn);
  const lang = useLang();
  const { state, isPaused, seenAt } = seat;
  const silence = seenAt === null ? 0 : Math.max(0, (now - seenAt) / 1000);
  return (
    <span className="flex flex-wrap gap-1">
      <Tag kind={kinds[state]}>
        {state === 'silent' ? words.silentFor(formatDuration(lang, silence)) : words.states[state]}
      </Tag>
      {isPaused && <Tag kind="soon">{words.states.paused}</Tag>}
    </span>
  );
}
