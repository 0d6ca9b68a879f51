import { formatDateTime, formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ArrowLeftIcon, PrintIcon } from '#app/ui/icons.tsx';
import { printEn } from '../../../messages/print-en.ts';
import { printVi } from '../../../messages/print-vi.ts';
import type { PrintHead, ResultPrint } from '../../../queries/room/print-pages.server.ts';
import { classOf, noteOf, outcomeOf } from './result-words.ts';

/** A slip for everybody with a grade, four on a sheet of A4, to be cut apart. */
export function ResultSlips({ print }: { print: ResultPrint }) {
  const words = useMessages(printVi, printEn);
  const { head, results } = print;
  const slips = results.filter(({ state }) => state === 'graded' || state === 'submitted');
  return (
    <div className="mx-auto w-full max-w-[54rem] px-4 pb-16 pt-5 sm:px-6 print:max-w-none print:p-0">
      <div className="screen-only mb-6">
        <h1 className="text-2xl">{words.slips}</h1>
        <p className="mb-4 text-muted">
          {head.title}, {head.room}. {words.people(slips.length)}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button type="button" look="primary" icon={PrintIcon} onClick={() => window.print()}>
            {words.print}
          </Button>
          <LinkButton to={`/exam-sessions/${head.sessionId}/board`} look="quiet" icon={ArrowLeftIcon}>
            {words.back}
          </LinkButton>
        </div>
      </div>
      <ul className="print-slips">
        {slips.map((result) => (
          <li key={result.personId} className="print-slip">
            <Slip head={head} result={result} print={print} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Slip({
  head,
  result,
  print,
}: {
  head: PrintHead;
  result: ResultPrint['results'][number];
  print: ResultPrint;
}) {
  const words = useMessages(printVi, printEn);
  const lang = useLang();
  const scale = formatMark(lang, print.gradeScale);
  const lines: [string, string][] = [
    [words.columns.name, result.fullName],
    [words.columns.rank, result.rank ?? ''],
    [words.columns.unit, result.unitName],
    [words.exam, head.quiz],
    [words.time, formatDateTime(lang, head.heldAt)],
    [words.columns.grade, result.grade === null ? noteOf(words, result) : `${formatMark(lang, result.grade)}/${scale}`],
    [words.columns.classification, classOf(words, result)],
    [words.columns.outcome, outcomeOf(words, result)],
  ];
  return (
    <>
      <p className="text-center text-sm uppercase">{head.unit}</p>
      <p className="text-center font-semibold uppercase">{words.slip}</p>
      <p className="tabular text-center">
        {words.columns.number}: {result.number}
      </p>
      <dl className="mt-2 text-sm">
        {lines
          .filter(([, value]) => value !== '')
          .map(([term, value]) => (
            <div key={term} className="flex gap-2 border-b border-line py-0.5">
              <dt className="w-24 shrink-0">{term}</dt>
              <dd className="min-w-0 flex-1 font-semibold">{value}</dd>
            </div>
          ))}
      </dl>
      <p className="mt-3 text-center text-sm font-semibold uppercase">{words.signatures.examiner}</p>
      <p className="mt-10 text-center text-sm font-semibold">{head.examiner}</p>
    </>
  );
}
