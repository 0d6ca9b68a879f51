import { Form } from '@remix-run/react';
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../messages/roster-en.ts';
import { vi } from '../../messages/roster-vi.ts';
import type { RosterPage } from '../../queries/roster/roster-pages.server.ts';
import { AppliedPanel, ApplyPanel, PolicyPanel } from './apply-panel.tsx';
import { FileFacts } from './file-facts.tsx';
import { type Refusal, RefusedNotice } from './refused-notice.tsx';
import { RosterProgress } from './roster-progress.tsx';
import { RowViews } from './row-views.tsx';

type Words = typeof vi | typeof en;

/** One roster file in whatever state it is: what happened, what may be done now, and its rows. */
export function RosterView({
  page,
  refusal,
  made,
  done,
}: {
  page: RosterPage;
  refusal: Refusal | null;
  made: number | null;
  done: string | null;
}) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { roster, isWaiting } = page;
  const { state, failure } = roster;
  const said = done && done in words.done ? words.done[done as keyof typeof words.done] : null;
  const isUnderWay = (state === 'reading' || state === 'applying' || state === 'undoing') && failure !== 'interrupted';
  const isShown = roster.outcome !== null && ['read', 'applied', 'undone'].includes(state);
  const isAtApply = refusal?.isOfApply === true && isShown && state === 'read';
  return (
    <>
      {refusal && !isAtApply && <RefusedNotice refusal={refusal} />}
      {made !== null && <Notice kind="success" live title={words.accountsMade(formatNumber(lang, made))} />}
      {said && !failure && <Notice kind="success" live title={said} />}
      {failure && (
        <Notice
          kind="error"
          title={
            state === 'failed' ? words.failedTitle : state === 'applied' ? words.undoFailed : words.notAppliedTitle
          }
        >
          <Failure failure={failure} words={words} />
        </Notice>
      )}
      {isUnderWay && <RosterProgress roster={roster} isWaiting={isWaiting} />}
      {state === 'failed' && (
        <Form method="post">
          <Button type="submit" name="intent" value="cancel" look="quiet">
            {words.discard}
          </Button>
        </Form>
      )}
      {state === 'cancelled' && <Notice title={words.states.cancelled}>{words.discardText}</Notice>}
      {isShown && (
        <>
          {state === 'read' && <Warnings page={page} />}
          {(state === 'applied' || state === 'undone') && <AppliedPanel page={page} />}
          <FileFacts page={page} />
          {state === 'read' && <PolicyPanel page={page} />}
          <RowViews page={page} />
          {state === 'read' && <ApplyPanel page={page} refusal={isAtApply ? refusal : null} />}
        </>
      )}
    </>
  );
}

function Failure({ failure, words }: { failure: string; words: Words }) {
  const [code = '', line] = failure.split(':');
  const known = code in words.failures ? (code as keyof typeof words.failures) : 'unexpected';
  return (
    <p>
      {words.failures[known]} {line && words.atLine(line)}
    </p>
  );
}

/** What is odd about the file as a whole. */
function Warnings({ page: { roster, twins, madePaths } }: { page: RosterPage }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { outcome } = roster;
  if (!outcome) return null;
  const missing = outcome.missing.map((field) => words.fields[field]).join(', ');
  const more = outcome.unitsMade - madePaths.length;
  return (
    <>
      {missing && <Notice kind="error" title={words.missingColumns(missing)} />}
      {twins.map(({ fileName, appliedAt }) => (
        <Notice
          key={String(appliedAt)}
          kind="warning"
          title={words.twins(fileName, appliedAt ? formatDateTime(lang, appliedAt) : '')}
        />
      ))}
      {outcome.unitsMade > 0 && (
        <Disclosure title={words.unitsToMake(formatNumber(lang, outcome.unitsMade))} isOpen={outcome.unitsMade <= 10}>
          <ul className="list-disc space-y-0.5 pl-5">
            {madePaths.map((path) => (
              <li key={path}>{path}</li>
            ))}
            {more > 0 && <li>{words.unitsToMakeMore(formatNumber(lang, more))}</li>}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
