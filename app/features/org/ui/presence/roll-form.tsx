import { Form, useNavigation } from '@remix-run/react';
import { useMemo, useState } from 'react';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { absenceReasons } from '../../core/presence/absence.ts';
import { countReasons, dayFigures } from '../../core/presence/day-figures.ts';
import type { PresenceProblem, SaidPresence } from '../../core/presence/presence-plan.ts';
import { en } from '../../messages/presence-en.ts';
import { vi } from '../../messages/presence-vi.ts';
import type { PresenceRoll } from '../../queries/presence/presence-roll.server.ts';
import { RollRow } from './roll-row.tsx';
import { linesAtFirst } from './roll-state.ts';

export type RefusedRoll = { problems: { personId: string; problem: PresenceProblem }[]; said: SaidPresence[] };

/** Everybody of the unit on one screen: choose who is away, confirm the day. Works without scripts too. */
export function RollForm({ page, refused }: { page: PresenceRoll; refused?: RefusedRoll }) {
  const words = useMessages(vi, en);
  const { roll } = words;
  const lang = useLang();
  const isBusy = useNavigation().state === 'submitting';
  const [states, setStates] = useState(() => linesAtFirst(page.lines, page.day, refused?.said));
  const figures = useMemo(() => {
    const attached = page.lines.filter(({ attachedTo }) => attachedTo).map(() => 'attached' as const);
    const chosen = Object.values(states).flatMap(({ reason }) => reason || []);
    return dayFigures(page.lines.length, countReasons([...attached, ...chosen]));
  }, [page.lines, states]);
  if (page.lines.length === 0) return <EmptyState title={roll.empty}>{roll.emptyText}</EmptyState>;

  const n = (value: number) => formatNumber(lang, value);
  const problemOf = new Map(refused?.problems.map(({ personId, problem }) => [personId, roll.problems[problem]]));
  const nameOf = new Map(page.lines.map(({ personId, fullName }) => [personId, fullName]));
  const units = [...new Map(page.lines.map(({ unitId, unitName }) => [unitId, unitName]))];
  const day = formatDate(lang, `${page.day}T00:00:00+07:00`);
  const absent = page.lines.length - figures.present;
  return (
    <Form method="post" noValidate className="space-y-4">
      <input type="hidden" name="day" value={page.day} />
      {refused && (
        <ErrorSummary
          title={roll.problemsTitle}
          errors={[...problemOf].map(([personId, problem]) => ({
            id: `state-${personId}`,
            message: roll.problemOf(nameOf.get(personId) ?? '', problem),
          }))}
        />
      )}
      {page.mayEnter && <p className="screen-only hidden text-sm text-muted sm:block">{roll.keys}</p>}
      <table className="data-table">
        <caption className="sr-only">{words.viewRoll}</caption>
        <thead>
          <tr>
            <th scope="col" className="is-number hidden sm:table-cell">
              #
            </th>
            <th scope="col">{roll.person}</th>
            <th scope="col">{roll.state}</th>
            <th scope="col">{roll.dates}</th>
          </tr>
        </thead>
        {units.map(([unitId, unitName]) => (
          <tbody key={unitId}>
            {units.length > 1 && (
              <tr>
                <th scope="rowgroup" colSpan={4} className="text-muted">
                  {unitName}
                </th>
              </tr>
            )}
            {page.lines.map((line, at) =>
              line.unitId === unitId ? (
                <RollRow
                  key={line.personId}
                  line={line}
                  number={at + 1}
                  state={states[line.personId]}
                  problem={problemOf.get(line.personId)}
                  mayEnter={page.mayEnter}
                  change={(state) => setStates((all) => ({ ...all, [line.personId]: state }))}
                />
              ) : null,
            )}
          </tbody>
        ))}
      </table>
      <p className="text-sm text-muted">{roll.untilUnknown}</p>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-5 gap-y-1.5 border-t border-edge bg-paper px-4 py-2.5 sm:mx-0 sm:px-0">
        {page.mayEnter && (
          <Button type="submit" look="primary" busy={isBusy} className="screen-only">
            {page.confirmed ? roll.confirmAgain(day) : roll.confirm(day)}
          </Button>
        )}
        <p role="status" className="tabular font-semibold">
          {roll.sum(n(figures.present), n(figures.strength))} · {roll.absentOf(n(absent))}
          {absent > 0 && (
            <span className="font-normal text-muted">
              {' ('}
              {absenceReasons
                .filter((reason) => figures.absent[reason] > 0)
                .map((reason) => `${words.reasons[reason].toLowerCase()} ${n(figures.absent[reason])}`)
                .join(', ')}
              )
            </span>
          )}
        </p>
      </div>
    </Form>
  );
}
