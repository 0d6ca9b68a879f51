import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { FormatName, FormatProblem } from '../../core/formats/read-question.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { Said } from './doubt-list.tsx';
import { shownExcerpt } from './shown-excerpt.ts';

/** More than these are one press away. */
const SHOWN = 12;

type Props = { problems: readonly FormatProblem[]; format: FormatName };

/**
 * What the file had that its text cannot say. It is stored with the import and stands here for as long as that does: no edit
 * of the text can mend it, so none takes it away.
 */
export function FileProblems({ problems, format }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  if (problems.length === 0) return null;
  const place =
    words.filePlaces[format === 'docx' ? 'paragraph' : format === 'xlsx' || format === 'csv' ? 'row' : 'line'];
  return (
    <details open={problems.length <= SHOWN}>
      <summary className="text-lg font-semibold">
        {words.fileDoubts} ({formatNumber(lang, problems.length)})
      </summary>
      <p className="mt-1 text-sm text-muted">{words.fileDoubtsText}</p>
      <ul className="mt-1 divide-y divide-line border-y border-line">
        {problems.map((problem, at) => (
          <li key={at} className="py-1.5">
            <Said problem={problem} place={place(formatNumber(lang, problem.line))} />
            {problem.excerpt !== '' && (
              <p className="ml-7 text-sm text-muted">{shownExcerpt(problem.excerpt, words.aPicture)}</p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
