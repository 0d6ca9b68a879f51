import { formatMark, formatPercent } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { DownloadIcon } from '#app/ui/icons.tsx';
import { CLASSIFICATIONS } from '../../../core/classification.ts';
import { printEn } from '../../../messages/print-en.ts';
import { printVi } from '../../../messages/print-vi.ts';
import type { ResultPrint } from '../../../queries/room/print-pages.server.ts';
import { PrintSheet, SignatureLines } from './print-sheet.tsx';
import { classOf, noteOf, outcomeOf } from './result-words.ts';

/** Of what would break into many short lines. */
const widths: Record<string, string> = { name: 'w-[22%]', unit: 'w-[16%]' };

/** What everybody came to, what that sums up to, and who signs for it. */
export function ResultList({ print }: { print: ResultPrint }) {
  const words = useMessages(printVi, printEn);
  const lang = useLang();
  const { head, results, gradeScale, passGrade } = print;
  const { columns, signatures } = words;
  return (
    <PrintSheet
      head={head}
      title={words.results}
      lead={words.summary.scale(formatMark(lang, gradeScale), formatMark(lang, passGrade))}
      actions={
        <LinkButton to={`/exam-sessions/${head.sessionId}/results.xlsx`} reloadDocument icon={DownloadIcon}>
          {words.export}
        </LinkButton>
      }
    >
      <div className="overflow-x-auto print:overflow-visible">
        <table className="print-table">
          <thead>
            <tr>
              {(['number', 'name', 'rank', 'unit', 'grade', 'classification', 'outcome', 'note'] as const).map(
                (key) => (
                  <th key={key} scope="col" className={widths[key]}>
                    {columns[key]}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <tr key={result.personId}>
                <td className="tabular text-center">{result.number}</td>
                <th scope="row">{result.fullName}</th>
                <td>{result.rank}</td>
                <td>{result.unitName}</td>
                <td className="tabular text-center">{result.grade === null ? '' : formatMark(lang, result.grade)}</td>
                <td className="whitespace-nowrap">{classOf(words, result)}</td>
                <td className="whitespace-nowrap">{outcomeOf(words, result)}</td>
                <td>{noteOf(words, result)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Summary print={print} />
      <SignatureLines
        signers={[
          { role: signatures.compiler },
          { role: signatures.examiner, name: head.examiner },
          { role: signatures.commander },
        ]}
      />
    </PrintSheet>
  );
}

function Summary({ print: { summary } }: { print: ResultPrint }) {
  const words = useMessages(printVi, printEn);
  const lang = useLang();
  const { seats, graded, absent, voided, waiting, passed, failed, classes } = summary;
  const share = (count: number) => `${count}/${graded} (${formatPercent(lang, count / graded)})`;
  return (
    <div className="mt-4 break-inside-avoid">
      <p className="font-semibold">{words.summary.title}</p>
      <p>
        {words.summary.seats(seats, graded)} {words.summary.others(absent, voided, waiting)}
      </p>
      {graded === 0 ? (
        <p>{words.summary.none}</p>
      ) : (
        <>
          <p>{words.summary.passed(share(passed), share(failed))}</p>
          <p>
            {words.summary.classes}{' '}
            {CLASSIFICATIONS.map((each) => `${words.classes[each]} ${share(classes[each])}`).join('; ')}.
          </p>
        </>
      )}
    </div>
  );
}
