import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { en } from '../../messages/presence-en.ts';
import { vi } from '../../messages/presence-vi.ts';
import type { PresenceOverview } from '../../queries/presence/presence-overview.server.ts';
import type { PresenceRoll } from '../../queries/presence/presence-roll.server.ts';
import { DayBar } from './day-bar.tsx';
import { OverviewTable } from './overview-table.tsx';
import { type RefusedRoll, RollForm } from './roll-form.tsx';
import { RollHistory, RollNotices } from './roll-notices.tsx';

type Props = {
  roll: PresenceRoll | null;
  overview: PresenceOverview | null;
  done: string | null;
  refused?: RefusedRoll;
  /** Why nothing could be confirmed at all. */
  refusal?: 'future' | 'no-unit-then';
};

/** Strength of a unit on a day: its roll, or its sub-units side by side. */
export function PresencePage({ roll, overview, done, refused, refusal }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const page = (roll ?? overview)!;
  const { unit, day, today } = page;
  const at = `/units/${unit.id}/presence`;
  const hasBoth = overview !== null || roll?.hasParts;
  return (
    <Page
      kicker={words.title}
      title={unit.name}
      lead={words.on(formatDate(lang, `${day}T00:00:00+07:00`))}
      actions={<Link to={`${at}/import?${new URLSearchParams({ day })}`}>{words.toImport}</Link>}
      crumbs={page.above.map(({ id, name }) => ({ to: `/units/${id}/presence?day=${day}`, label: name }))}
    >
      <DayBar day={day} today={today} view={roll && hasBoth ? 'roll' : null} />
      {hasBoth && (
        <nav aria-label={words.views} className="screen-only flex flex-wrap gap-x-2 border-b border-line">
          <ViewLink to={`${at}?${new URLSearchParams({ day })}`} isCurrent={overview !== null}>
            {words.viewParts}
          </ViewLink>
          <ViewLink to={`${at}?${new URLSearchParams({ view: 'roll', day })}`} isCurrent={roll !== null}>
            {words.ownRoll}
          </ViewLink>
        </nav>
      )}
      {refusal && <Notice kind="error" live title={refusal === 'future' ? words.roll.future : words.roll.noUnitThen} />}
      {overview && (
        <>
          <p className="text-muted">{words.overview.lead}</p>
          <OverviewTable page={overview} />
        </>
      )}
      {roll && (
        <>
          {!refused && <RollNotices page={roll} done={done} />}
          {roll.mayEnter && <p className="screen-only max-w-reading text-muted">{words.roll.lead}</p>}
          <RollForm key={`${day} ${roll.confirmed?.at}`} page={roll} refused={refused} />
          <RollHistory history={roll.history} />
        </>
      )}
    </Page>
  );
}

/** A tab that knows from the page whether it is the current one: the address may leave out both view and day. */
function ViewLink({ to, isCurrent, children }: { to: string; isCurrent: boolean; children: ReactNode }) {
  const look = isCurrent ? 'border-accent font-semibold text-accent' : 'border-transparent text-ink hover:border-edge';
  return (
    <Link
      to={to}
      aria-current={isCurrent ? 'page' : undefined}
      className={`-mb-px flex min-h-[2.75rem] items-center border-b-[3px] px-3 no-underline ${look}`}
    >
      {children}
    </Link>
  );
}
