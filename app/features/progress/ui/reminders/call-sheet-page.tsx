import { Link } from '@remix-run/react';
import { Fragment } from 'react';
import { shortRank } from '#app/features/org/core/rank.ts';
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { en } from '../../messages/reminders-en.ts';
import { vi } from '../../messages/reminders-vi.ts';
import type { CallSheet } from '../../queries/reminders/call-sheet.server.ts';
import { missingWords } from './missing-words.ts';

/** A paper to call people by: who, what is missing, how long, room to sign. */
export function CallSheetPage({ sheet }: { sheet: CallSheet }) {
  const all = useMessages(vi, en);
  const words = all.callSheet;
  const lang = useLang();
  const { unit, people, asOf } = sheet;
  const titles = [...new Set(people.map(({ assignmentTitle }) => assignmentTitle))];
  // A column in which all rows say the same is a line on top.
  const assignment = sheet.assignment?.title ?? (titles.length === 1 ? titles[0] : undefined);
  return (
    <div className="print-sheet mx-auto max-w-page px-4 py-6 sm:px-6 print:p-0">
      <nav className="screen-only mb-6 flex flex-wrap items-center gap-6 font-sans">
        <Link to={`/reminders?${new URLSearchParams({ unit: unit.id })}`}>{words.back}</Link>
        {people.length > 0 && (
          <Button type="button" look="primary" onClick={() => window.print()}>
            {words.print}
          </Button>
        )}
      </nav>
      <header className="text-center">
        <p className="uppercase">{unit.name}</p>
        <h1 className="mt-3 text-xl uppercase">{words.title}</h1>
        {assignment !== undefined && <p>{words.of(assignment)}</p>}
        <p className="text-sm">{words.asOf(formatDateTime(lang, asOf))}</p>
      </header>
      {people.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      ) : (
        <>
          <div className="mt-5 overflow-x-auto print:overflow-visible">
            <table className="print-table min-w-[44rem] print:min-w-0 print:text-[9pt]">
              <thead>
                <tr>
                  <th scope="col">{words.number}</th>
                  <th scope="col" className="w-[18%]">
                    {words.name}
                  </th>
                  <th scope="col">{words.rank}</th>
                  <th scope="col">{words.unit}</th>
                  {assignment === undefined && (
                    <th scope="col" className="w-[17%]">
                      {words.assignment}
                    </th>
                  )}
                  <th scope="col" className={assignment === undefined ? 'w-[18%]' : 'w-[24%]'}>
                    {words.missing}
                  </th>
                  <th scope="col">{words.days}</th>
                  <th scope="col" className="w-[12%]">
                    {words.signature}
                  </th>
                  <th scope="col" className="w-[9%]">
                    {words.note}
                  </th>
                </tr>
              </thead>
              <tbody>
                {people.map((person, at) => (
                  <tr key={`${person.personId} ${person.assignmentId}`} className="h-9">
                    <td className="tabular text-center">{at + 1}</td>
                    <th scope="row">{person.fullName}</th>
                    <td>{person.rank && shortRank(person.rank)}</td>
                    <td>
                      {person.unitLabel.split('/').map((part, index) => (
                        <Fragment key={index}>
                          {index > 0 && (
                            <>
                              /<wbr />
                            </>
                          )}
                          {part}
                        </Fragment>
                      ))}
                    </td>
                    {assignment === undefined && <td>{person.assignmentTitle}</td>}
                    <td>{missingWords(words, person)}</td>
                    <td className="tabular text-center">{person.daysLate}</td>
                    <td />
                    <td />
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="mt-3">{words.sum(formatNumber(lang, people.length))}</p>
          {sheet.isCut && <p>{words.cut(formatNumber(lang, people.length))}</p>}
          <div className="mt-6 flex justify-between gap-8 text-center">
            {[words.maker, words.commander].map((role) => (
              <p key={role} className="min-h-[7rem] flex-1 font-semibold uppercase">
                {role}
              </p>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
