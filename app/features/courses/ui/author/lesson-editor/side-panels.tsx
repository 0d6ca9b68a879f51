import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { CaptionHint } from '../../../core/lesson-editor/caption-hints.ts';
import type { LessonTextProblem } from '../../../core/lesson-editor/lesson-problems.ts';
import type { ReadingMeasure } from '../../../core/lesson-editor/reading-measure.ts';
import type { TextHeading } from '../../../core/lesson-editor/text-headings.ts';
import { en } from '../../../messages/lesson-editor-en.ts';
import { vi } from '../../../messages/lesson-editor-vi.ts';
import type { PasteReport } from './use-paste.ts';

/** The headings; pressing one goes to its line. */
export function OutlinePanel({
  headings,
  measure,
  onGo,
}: {
  headings: readonly TextHeading[];
  measure: ReadingMeasure;
  onGo: (line: number) => void;
}) {
  const words = useMessages(vi, en);
  const lang = useLang();
  return (
    <nav aria-label={words.outline} className="min-w-0">
      <h2 className="text-base">{words.outline}</h2>
      <p className="tabular text-sm text-muted">{words.measure(formatNumber(lang, measure.words), measure.minutes)}</p>
      {headings.length === 0 ? (
        <p className="mt-1 text-sm text-muted">{words.noOutline}</p>
      ) : (
        <ol className="mt-1 text-sm">
          {headings.map(({ title, level, line }) => (
            <li key={line} className={level > 2 ? 'pl-5' : ''}>
              <button
                type="button"
                onClick={() => onGo(line)}
                className="min-h-[2rem] py-1 text-left text-accent underline-offset-4 hover:underline"
              >
                {title}
              </button>
            </li>
          ))}
        </ol>
      )}
    </nav>
  );
}

/** What is wrong in the text, by line; pressing one goes there. */
export function ProblemPanel({
  problems,
  onGo,
}: {
  problems: readonly LessonTextProblem[];
  onGo: (line: number, code: LessonTextProblem['code']) => void;
}) {
  const words = useMessages(vi, en);
  if (problems.length === 0) return null;
  return (
    <div className="min-w-0">
      <h2 className="text-base text-amber">{words.problemsTitle(problems.length)}</h2>
      <ul className="mt-1 max-h-56 overflow-auto text-sm">
        {problems.map(({ code, line, excerpt }) => (
          <li key={`${line} ${code} ${excerpt}`} className="border-b border-line py-1">
            <button type="button" onClick={() => onGo(line - 1, code)} className="text-left text-accent underline">
              {words.line(line)}
            </button>{' '}
            {words.problems[code]}
            <code className="block truncate text-muted">{excerpt}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Films and sounds of the text that have no captions: worth mending, and nothing is held up by it. */
export function CaptionPanel({ hints, onGo }: { hints: readonly CaptionHint[]; onGo: (line: number) => void }) {
  const words = useMessages(vi, en);
  if (hints.length === 0) return null;
  return (
    <div className="min-w-0">
      <h2 className="text-base">{words.captions.title(hints.length)}</h2>
      <p className="text-sm text-muted">{words.captions.text}</p>
      <ul className="mt-1 text-sm">
        {hints.map(({ mediaId, line, name }) => (
          <li key={mediaId} className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-1.5">
            <button type="button" onClick={() => onGo(line - 1)} className="text-left text-accent underline">
              {words.line(line)}
            </button>
            <span className="min-w-0 flex-1">{name}</span>
            <a href={`/author/media/${mediaId}/captions?lang=vi`} target="_blank" rel="noreferrer">
              {words.captions.write}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What became of a paste, and what of it could not come along. */
export function PastePanel({
  report,
  onReplace,
  onClose,
}: {
  report: PasteReport;
  onReplace: (markdown: string) => void;
  onClose: () => void;
}) {
  const { paste: words } = useMessages(vi, en);
  if (report.kind === 'working') return <Notice title={words.working} live />;
  if (report.kind === 'failed') {
    return (
      <Notice kind="warning" title={words.failed} live>
        <Button type="button" size="small" className="mt-2" onClick={onClose}>
          {words.dismiss}
        </Button>
      </Notice>
    );
  }
  const wordsOf = (code: string, detail: string) =>
    (words.problems as Record<string, (detail: string) => string>)[code]?.(detail) ??
    words.problems['markup-lost'](detail);
  return (
    <Notice
      kind={report.problems.length > 0 || report.kind === 'waiting' ? 'warning' : 'success'}
      title={report.kind === 'done' ? words.done : words.waiting}
      live
    >
      {report.kind === 'done' && <p>{words.doneText}</p>}
      {report.problems.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {report.problems.map(({ code, detail }) => (
            <li key={code}>{wordsOf(code, detail)}</li>
          ))}
        </ul>
      )}
      <div className="mt-2 flex flex-wrap gap-3">
        {report.kind === 'waiting' && (
          <Button type="button" size="small" onClick={() => onReplace(report.markdown)}>
            {words.replace}
          </Button>
        )}
        <Button type="button" size="small" onClick={onClose}>
          {words.dismiss}
        </Button>
      </div>
    </Notice>
  );
}
