import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { ShownSignOff } from '../queries/figures-page.server.ts';

/** Who stands for a unit's figures, and what is another number since. */
export function SignOffState({ signOff }: { signOff: ShownSignOff }) {
  const { figures: say } = useMessages(vi, en);
  const lang = useLang();
  const n = (value: number) => formatNumber(lang, value);
  return (
    <div>
      <p>{say.signed(signOff.signedBy, formatDateTime(lang, signOff.signedAt))}</p>
      {signOff.note && <p className="text-muted">{signOff.note}</p>}
      {signOff.changes.length === 0 ? (
        <Tag kind="done">{say.holds}</Tag>
      ) : (
        <>
          <Tag kind="late">{say.changedSince}</Tag>
          <ul className="list-disc pl-6 text-sm">
            {signOff.changes.map(({ figure, before, after }) => (
              <li key={figure}>{say.change(say.names[figure], n(before), n(after))}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
