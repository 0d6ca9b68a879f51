import { formatMark, formatPercent } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Section } from '#app/ui/page.tsx';
import { en } from '../../messages/marking-en.ts';
import { vi } from '../../messages/marking-vi.ts';
import type { MarkingSheet } from '../../queries/marking/marking-sheet.server.ts';

/** The marking sheet of one marker as it is printed: a ruled table a question, blank where nothing is settled, a line to sign. */
export function MarkingSheetView({ sheet }: { sheet: MarkingSheet }) {
  const words = useMessages(vi, en).sheet;
  return sheet.questions.map((question) => (
    <Section key={question.questionId} title={question.stem} className="break-inside-avoid-page">
      <RubricLines question={question} />
      <AnswerTable question={question} />
      <div className="ml-auto mt-6 max-w-xs pb-20 text-center">
        <p className="font-semibold">{words.marker}</p>
        <p className="text-sm italic text-muted">{words.sign}</p>
      </div>
    </Section>
  ));
}

type Question = MarkingSheet['questions'][number];

function RubricLines({ question: { rubric } }: { question: Question }) {
  const words = useMessages(vi, en).sheet;
  const lang = useLang();
  if (rubric.length === 0) return <p className="text-muted">{words.whole}</p>;
  return (
    <div className="mb-4 max-w-reading">
      <p className="font-semibold">{words.rubric}</p>
      <ol className="list-decimal pl-6">
        {rubric.map(({ text, levels }) => (
          <li key={text}>
            {text}: {levels.map((level) => `${formatMark(lang, level.points)} – ${level.text}`).join('; ')}
          </li>
        ))}
      </ol>
    </div>
  );
}

function AnswerTable({ question: { stem, rubric, answers } }: { question: Question }) {
  const words = useMessages(vi, en).sheet;
  const lang = useLang();
  const criteria = rubric.map((_, index) => String(index + 1));
  return (
    <div className="table-frame">
      <table className="data-table is-wide [&_td]:border [&_td]:border-edge [&_th]:border [&_th]:border-edge">
        <caption className="sr-only">{words.caption(stem)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.code}</th>
            {criteria.map((criterion) => (
              <th key={criterion} scope="col" className="is-number">
                {criterion}
              </th>
            ))}
            <th scope="col" className="is-number">
              {words.fraction}
            </th>
            <th scope="col">{words.note}</th>
          </tr>
        </thead>
        <tbody>
          {answers.map(({ code, fraction }, index) => (
            <tr key={code}>
              <td data-label={words.number} className="tabular">
                {index + 1}
              </td>
              <th scope="row" className="tabular">
                {code}
              </th>
              {criteria.map((criterion) => (
                <td key={criterion} data-label={criterion} className="w-16" />
              ))}
              <td data-label={words.fraction} className="is-number">
                {fraction === null ? '' : formatPercent(lang, fraction)}
              </td>
              <td data-label={words.note} className="w-40" />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
