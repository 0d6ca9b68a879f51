import { Form, useNavigation, useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { formatDateTime, formatRatio, formatTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckIcon, CircleIcon, WarningIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { ProgressBar } from '#app/ui/progress-bar.tsx';
import { en } from '../../messages/room-en.ts';
import { vi } from '../../messages/room-vi.ts';
import type { SessionPlanPage } from '../../queries/room/session-plan.server.ts';
import { SessionTag } from './session-tables.tsx';

/** Is everything ready, and the one button that releases the papers. The figures renew themselves until then. */
export function ReleasePanel({ page }: { page: SessionPlanPage }) {
  const words = useMessages(vi, en).plan;
  const lang = useLang();
  const { session, papers, release } = page;
  const isBefore = session.releasedAt === null && session.closedAt === null;
  useRenewal(isBefore && papers.seats > 0);
  if (!isBefore) {
    return (
      <Section id="release" title={words.course} className="space-y-2">
        <SessionTag state={session.state} />
        {session.releasedAt && <p>{words.releasedAt(formatTime(session.releasedAt, true))}</p>}
        <p className="tabular">{words.arrivedOf(formatRatio(lang, papers.arrived, papers.seats))}</p>
      </Section>
    );
  }
  return (
    <Section id="release" title={words.checklist}>
      <Checks page={page} />
      <div className="mt-5 space-y-4">
        {release === 'release' ? (
          <ReleaseButton page={page} />
        ) : (
          release !== 'unchanged' && (
            <Notice title={words.releaseRefused[release](formatDateTime(lang, session.lobbyAt))} />
          )
        )}
      </div>
    </Section>
  );
}

function Checks({ page }: { page: SessionPlanPage }) {
  const words = useMessages(vi, en).plan;
  const lang = useLang();
  const { session, papers, release } = page;
  const ratio = (count: number) => formatRatio(lang, count, papers.seats);
  const isPreparing = session.preparation === 'waiting' || session.preparation === 'running';
  const preparation =
    session.preparation === 'none'
      ? words.preparation.none(formatDateTime(lang, session.lobbyAt))
      : words.preparation[session.preparation];
  return (
    <div className="max-w-reading space-y-3">
      <ProgressBar
        label={preparation}
        text={words.papers(ratio(papers.ready))}
        fraction={papers.seats === 0 ? 0 : papers.ready / papers.seats}
      />
      {papers.outOfDate > 0 && <p>{words.papersOld(String(papers.outOfDate))}</p>}
      {session.preparation === 'done' && papers.ready < papers.seats && <p>{words.papersMissing}</p>}
      <ul className="space-y-1">
        <Check isDone={papers.seats > 0 && papers.withAccount === papers.seats} isDoubtful={papers.seats > 0}>
          {words.accounts(ratio(papers.withAccount))}
        </Check>
        <Check isDone={release !== 'not-published'} isDoubtful>
          {release === 'not-published' ? words.notPublished : words.published}
        </Check>
        <Check isDone={papers.seats > 0 && papers.arrived === papers.seats}>
          {words.arrivedOf(ratio(papers.arrived))}
        </Check>
      </ul>
      {papers.seats > 0 && papers.ready < papers.seats && !isPreparing && (
        <Form method="post" action={`/exam-sessions/${session.id}/papers`}>
          <Button type="submit" size="small">
            {words.prepareNow}
          </Button>
        </Form>
      )}
    </div>
  );
}

function Check({ isDone, isDoubtful, children }: { isDone: boolean; isDoubtful?: boolean; children: React.ReactNode }) {
  const Sign = isDone ? CheckIcon : isDoubtful ? WarningIcon : CircleIcon;
  return (
    <li className="tabular flex items-start gap-2">
      <Sign className={`mt-[0.2em] h-5 w-5 ${isDone ? 'text-accent' : isDoubtful ? 'text-amber' : 'text-muted'}`} />
      <span>{children}</span>
    </li>
  );
}

/** Asks once, on the page itself, so that it asks without JavaScript too: the answer stands in an opened part. */
function ReleaseButton({ page }: { page: SessionPlanPage }) {
  const words = useMessages(vi, en).plan;
  const lang = useLang();
  const [isAsking, setAsking] = useState(false);
  const isBusy = useNavigation().formMethod === 'POST';
  const { session, papers } = page;
  return (
    <details open={isAsking} onToggle={(event) => setAsking(event.currentTarget.open)}>
      <summary className="inline-flex min-h-[3.25rem] cursor-pointer list-none items-center rounded border border-accent bg-accent px-8 text-lg font-semibold text-on-accent hover:bg-accent-strong [&::-webkit-details-marker]:hidden">
        {words.release}
      </summary>
      <Notice kind="warning" title={words.releaseAsk} className="mt-4 max-w-form">
        <p className="tabular">{words.releaseText(formatRatio(lang, papers.arrived, papers.seats))}</p>
        <Form method="post" action={`/exam-sessions/${session.id}/release`} className="mt-3 flex flex-wrap gap-3">
          <Button type="submit" look="primary" busy={isBusy}>
            {words.releaseConfirm}
          </Button>
          <Button type="button" onClick={() => setAsking(false)}>
            {words.back}
          </Button>
        </Form>
      </Notice>
    </details>
  );
}

/** Fetches the page's figures anew every few seconds while somebody looks at it. */
function useRenewal(isOn: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isOn || state !== 'idle') return;
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') revalidate();
    }, 4000);
    return () => clearTimeout(timer);
  }, [isOn, state, revalidate]);
}
