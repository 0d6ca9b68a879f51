import { Form, Link, useNavigation } from '@remix-run/react';
import { useCallback, useEffect, useState } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { CheckIcon, CircleIcon, FlagIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../messages/en.ts';
import { en as sheetsEn } from '../messages/sheets-en.ts';
import { vi as sheetsVi } from '../messages/sheets-vi.ts';
import { vi } from '../messages/vi.ts';
import type { AttemptOverview } from '../queries/attempt-overview.server.ts';
import { Countdown } from './countdown.tsx';
import { readOutbox } from './outbox-store.ts';
import { askStanding } from './talk-to-attempt.ts';
import { heardNow } from './use-countdown.ts';
import { useGoToResult } from './use-go-to-result.ts';

/** What is answered and what is not, before what cannot be undone. */
export function AttemptReviewBeforeEnd({ overview }: { overview: AttemptOverview }) {
  const said = useMessages(sheetsVi, sheetsEn);
  const { incomplete, attemptId, map, openSlots } = overview;
  const words = useMessages(vi, en);
  const unsent = useUnsent(attemptId);
  const navigation = useNavigation();
  const open = map.filter(({ isAnswered }) => !isAnswered);
  const flagged = map.filter((entry) => entry.flagged);
  const isShut = (slot: number) => openSlots !== null && !openSlots.includes(slot);
  const first = open[0];
  const next = open.find(({ slot }) => !isShut(slot));
  const to = ({ slot, page }: { slot: number; page: number }) => `/attempts/${attemptId}?page=${page}#cau-${slot}`;
  const list = (entries: readonly { slot: number }[]) => entries.map(({ slot }) => slot).join(', ');
  return (
    <>
      <TimeLine overview={overview} />
      {unsent > 0 && (
        <Notice kind="warning" title={words.overview.unsent(unsent)}>
          {words.overview.unsentText}
        </Notice>
      )}
      {first ? (
        <Notice kind="warning" title={words.overview.open(open.length)}>
          <p>{words.overview.openList(list(open))}</p>
          <p>{words.overview.incompleteText}</p>
        </Notice>
      ) : (
        <Notice kind="success" title={words.overview.complete}>
          {words.overview.completeText}
        </Notice>
      )}
      {incomplete.length > 0 && <Notice kind="warning" title={said.incomplete(incomplete.join(', '))} />}
      {flagged.length > 0 && <p>{words.overview.flaggedList(list(flagged))}</p>}
      <Form method="post" action={`/attempts/${attemptId}/submission`}>
        <ButtonRow>
          {next && (
            <LinkButton to={to(next)} look="primary">
              {words.overview.goTo(next.slot)}
            </LinkButton>
          )}
          <Button type="submit" look={next ? 'secondary' : 'primary'} busy={navigation.state !== 'idle'}>
            {first ? words.overview.submitAnyway : words.overview.submit}
          </Button>
          <LinkButton to={`/attempts/${attemptId}`} look="quiet">
            {words.overview.back}
          </LinkButton>
        </ButtonRow>
      </Form>
      <ol className="grid grid-cols-1 border-t border-line sm:grid-cols-2 sm:gap-x-8">
        {map.map((entry) => {
          const Sign = entry.isAnswered ? CheckIcon : CircleIcon;
          return (
            <li key={entry.slot} className="flex flex-wrap items-center gap-x-3 border-b border-line py-2">
              {isShut(entry.slot) ? (
                <span className="min-w-[4.5rem] py-1">{words.attempt.question(entry.slot)}</span>
              ) : (
                <Link to={to(entry)} className="min-w-[4.5rem] py-1">
                  {words.attempt.question(entry.slot)}
                </Link>
              )}
              <span className={`flex items-center gap-1.5 ${entry.isAnswered ? '' : 'text-muted'}`}>
                <Sign className="h-4 w-4" />
                {words.attempt.states[entry.isAnswered ? 'answered' : 'open']}
              </span>
              {entry.flagged && (
                <span className="flex items-center gap-1.5 text-gold">
                  <FlagIcon className="h-4 w-4" />
                  {words.attempt.states.flagged}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** The time runs here too; when it is up, the server says so and the result is shown. */
function TimeLine({ overview: { attemptId, secondsLeft } }: { overview: AttemptOverview }) {
  const goToResult = useGoToResult(attemptId);
  const [time] = useState(() => (secondsLeft === null ? null : heardNow(secondsLeft)));
  const look = useCallback(async () => {
    const standing = await askStanding(attemptId);
    if (standing && !standing.isOpen) goToResult();
  }, [attemptId, goToResult]);
  return <Countdown time={time} deadlineAt={null} onZero={look} />;
}

/** How many answers wait on this device. Known only in the browser. */
function useUnsent(attemptId: string): number {
  const [unsent, setUnsent] = useState(0);
  useEffect(() => setUnsent(readOutbox(localStorage, attemptId).length), [attemptId]);
  return unsent;
}
