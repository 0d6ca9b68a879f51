import { useState } from 'react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { FormatName, FormatProblem } from '../../core/formats/read-question.ts';
import { keysOfExcerpts } from '../../core/imports/keys-of-excerpts.ts';
import type { ReadSource } from '../../core/imports/read-source.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { Said } from './doubt-list.tsx';
import { shownExcerpt } from './shown-excerpt.ts';
import { ToQuestion } from './to-question.tsx';

/** More than these are one press away. */
const SHOWN = 12;

type Props = {
  problems: readonly FormatProblem[];
  format: FormatName;
  read: ReadSource;
  onGo(place: number): void;
};

/**
 * What the file had that its text cannot say. It is stored with the import and stands here for as long as that does: no edit
 * of the text can mend it, so none takes it away.
 */
export function FileProblems({ problems, format, read, onGo }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  // The file and its problems stay as they are: their questions are looked for once, and followed by name from then on.
  const [keys] = useState(() => keysOfExcerpts(read, problems));
  if (problems.length === 0) return null;
  const placeOf = (at: number) => (keys[at] ? read.entries.findIndex(({ key }) => key === keys[at]) : -1);
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
            {placeOf(at) !== -1 && (
              <p className="ml-7 text-sm">
                <ToQuestion
                  place={placeOf(at)}
                  text={words.toQuestion(formatNumber(lang, placeOf(at) + 1))}
                  onGo={onGo}
                />
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
