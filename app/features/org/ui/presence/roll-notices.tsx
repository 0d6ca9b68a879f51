import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../messages/presence-en.ts';
import { vi } from '../../messages/presence-vi.ts';
import type { PresenceRoll } from '../../queries/presence/presence-roll.server.ts';

/** Whether the day stands: what was just done, who confirmed it when, or that it waits. */
export function RollNotices({ page, done }: { page: PresenceRoll; done: string | null }) {
  const { roll } = useMessages(vi, en);
  const lang = useLang();
  const { confirmed } = page;
  const when = confirmed && formatDateTime(lang, confirmed.at);
  const by = confirmed && (confirmed.byName ? roll.confirmedBy(confirmed.byName, when!) : roll.confirmedAt(when!));
  if (done === 'confirmed')
    return (
      <Notice kind="success" live title={roll.done}>
        {by}
      </Notice>
    );
  if (done === 'unchanged')
    return (
      <Notice live title={roll.unchanged}>
        {by}
      </Notice>
    );
  if (page.lines.length === 0) return null;
  if (!confirmed)
    return (
      <Notice kind="warning" title={roll.notYet}>
        {page.mayEnter && roll.notYetText}
      </Notice>
    );
  if (page.isStale)
    return (
      <Notice kind="warning" title={roll.stale}>
        {roll.staleText} {by}
      </Notice>
    );
  return <Notice kind="success" title={by} />;
}

/** Who confirmed or changed the day, the newest first. */
export function RollHistory({ history }: Pick<PresenceRoll, 'history'>) {
  const { roll } = useMessages(vi, en);
  const lang = useLang();
  const n = (value: number) => formatNumber(lang, value);
  if (history.length === 0) return null;
  return (
    <Disclosure title={roll.history}>
      <ul className="space-y-1">
        {history.map(({ id, at, byName, figures, changed }) => (
          <li key={id}>
            {formatDateTime(lang, at)}, {byName ?? roll.system}:{' '}
            {roll.historyLine(n(figures.present), n(figures.strength), n(changed))}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
