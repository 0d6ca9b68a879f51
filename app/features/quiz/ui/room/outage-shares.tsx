import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { KEPT_REASONS, type KeptReason } from '../../core/room/give-back.ts';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';

type Props = { reopened: string | null; kept: Partial<Record<KeptReason, number>> };

/** Whose attempts are opened again by giving an outage back, and who gets nothing and why; nothing where nobody is. */
export function OutageShares({ reopened, kept }: Props) {
  const words = useMessages(boardVi, boardEn).outage.kept;
  const reasons = KEPT_REASONS.flatMap((reason) => {
    const count = kept[reason] ?? 0;
    return count > 0 ? [words[reason](count)] : [];
  });
  if (reopened === null && reasons.length === 0) return null;
  return (
    <div className="max-w-reading space-y-1">
      {[...(reopened === null ? [] : [reopened]), ...reasons].map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}
