import { formatDateTime, formatMark, formatPercent } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ArrowLeftIcon, PrintIcon } from '#app/ui/icons.tsx';
import { CLASSIFICATIONS } from '../../core/classification.ts';
import { printEn } from '../../messages/print-en.ts';
import { printVi } from '../../messages/print-vi.ts';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';
import type { ResultPrint } from '../../queries/room/print-pages.server.ts';
import { PrintLetterhead, SignatureLines } from '../room/print/print-sheet.tsx';
import { classOf, noteOf, outcomeOf } from '../room/print/result-words.ts';

const keys = ['number', 'name', 'rank', 'unit', 'grade', 'classification', 'outcome', 'note'] as const;

/** What everybody on the list of a set came to, to be printed and signed. */
export function PaperResultList({ setId, print }: { setId: string; print: ResultPrint }) {
  const words = useMessages(printVi, printEn);
  const own = useMessages(vi, en);
  const lang = useLang();
  const { head, results, gradeScale, passGrade } = print;
  return (
    <div className="mx-auto w-full max-w-[54rem] px-4 pb-16 pt-5 sm:px-6 print:max-w-none print:p-0">
      <div className="screen-only mb-6 flex flex-wrap gap-3">
        <Button type="button" look="primary" icon={PrintIcon} onClick={() => window.print()}>
          {words.print}
        </Button>
        <LinkButton to={`/paper-sets/${setId}`} look="quiet" icon={ArrowLeftIcon}>
          {own.entry.back}
        </LinkButton>
      </div>
      <article className="print-sheet">
        <PrintLetterhead head={head} />
        <h1 className="mt-6 text-center text-xl font-semibold uppercase">{words.results}</h1>
        <p className="text-center font-semibold">{head.quiz}</p>
        <p className="text-center">
          {head.title}. {words.time}: {formatDateTime(lang, head.heldAt)}.
        </p>
        <p className="mt-1 text-center italic">
          {words.summary.scale(formatMark(lang, gradeScale), formatMark(lang, passGrade))}
        </p>
        <div className="mt-4 overflow-x-auto print:overflow-visible">
          <table className="print-table">
            <thead>
              <tr>
                {keys.map((key) => (
                  <th key={key} scope="col">
                    {words.columns[key]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {results.map((result) => (
                <tr key={result.personId}>
                  <td className="tabular text-center">{result.number || ''}</td>
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
            { role: words.signatures.compiler },
            { role: words.signatures.examiner },
            { role: words.signatures.commander },
          ]}
        />
      </article>
    </div>
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
