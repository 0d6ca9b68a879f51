import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckIcon, CrossCircleIcon, InfoIcon, WarningIcon } from '#app/ui/icons.tsx';
import type { FormatProblem } from '../../core/formats/read-question.ts';
import type { Doubt, WorkbenchStep } from '../../core/imports/workbench.ts';
import { en as formatsEn } from '../../messages/import-en.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { vi as formatsVi } from '../../messages/import-vi.ts';
import { shownExcerpt } from './shown-excerpt.ts';

const signs = { error: CrossCircleIcon, warning: WarningIcon, hint: InfoIcon };
const tints = { error: 'text-red', warning: 'text-amber', hint: 'text-muted' };

type Props = {
  doubts: readonly Doubt[];
  /** Which one F8 has come to; -1: none yet. */
  current: number;
  step(step: WorkbenchStep): void;
  /** To its place in the source. */
  onGo(place: number): void;
  /** A mend of it was taken. */
  onTaken(place: number): void;
};

/** Every doubt with its place, what was expected, what stands there, and mends to be taken by one key. */
export function DoubtList({ doubts, current, step, onGo, onTaken }: Props) {
  const words = useMessages(vi, en);
  if (doubts.length === 0)
    return (
      <p className="flex items-center gap-2 text-muted">
        <CheckIcon className="h-4 w-4" />
        {words.noDoubts}
      </p>
    );
  return (
    <ol className="divide-y divide-line border-y border-line">
      {doubts.map((doubt, place) => (
        <li key={place} data-doubt aria-current={place === current || undefined} className="import-doubt-row">
          <DoubtRow doubt={doubt} place={place} step={step} onGo={onGo} onTaken={onTaken} />
        </li>
      ))}
    </ol>
  );
}

type RowProps = Pick<Props, 'step' | 'onGo' | 'onTaken'> & { doubt: Doubt; place: number };

function DoubtRow({ doubt, place, step, onGo, onTaken }: RowProps) {
  const words = useMessages(vi, en);
  const formats = useMessages(formatsVi, formatsEn);
  const { problem, mends } = doubt;
  const expectations: Partial<Record<string, string>> = words.expectations;
  const expected = expectations[problem.code];
  return (
    <>
      <Said problem={problem} />
      <p className="ml-7 text-sm text-muted">
        {problem.excerpt !== '' && (
          <>
            {words.found}: <span className="text-ink">{shownExcerpt(problem.excerpt, words.aPicture)}</span>
            {/[.?!:…]$/.test(problem.excerpt.trim()) ? ' ' : '. '}
          </>
        )}
        {expected && `${expected}.`}
      </p>
      <div className="ml-5 flex flex-wrap gap-x-1">
        {mends.map((mend, at) => (
          <Button
            key={`${mend.code}${mend.detail}`}
            type="submit"
            name="intent"
            value={`mend ${place} ${at}`}
            size="small"
            look="quiet"
            data-mend={at === 0 ? place : undefined}
            data-choice={at + 1}
            data-letter={mend.code === 'set-key' ? mend.detail : undefined}
            onClick={(event) => {
              event.preventDefault();
              onTaken(place);
              step({ kind: 'mend', mend, at: Date.now() });
            }}
          >
            {words.mends[mend.code](mend.detail)}
          </Button>
        ))}
        <Button
          type="button"
          look="quiet"
          size="small"
          className="scripted"
          data-mend={mends.length === 0 ? place : undefined}
          aria-label={`${words.goTo}, ${formats.line(problem.line)}`}
          onClick={() => onGo(place)}
        >
          {words.goTo}
        </Button>
      </div>
    </>
  );
}

/** What is wrong, in words, and where. `place`: of the text, unless another is given. */
export function Said({ problem, place }: { problem: FormatProblem; place?: string }) {
  const { problems, severities, line } = useMessages(formatsVi, formatsEn);
  const Sign = signs[problem.severity];
  const sentences: Partial<Record<string, (detail: string) => string>> = problems;
  return (
    <p className="flex items-start gap-2">
      <Sign className={`mt-1 h-5 w-5 shrink-0 ${tints[problem.severity]}`} />
      <span>
        <span className="sr-only">{severities[problem.severity]}: </span>
        <span className="font-semibold">{(sentences[problem.code] ?? problems.other)(problem.detail)}</span>
        <span className="text-muted">, {place ?? line(problem.line)}</span>
      </span>
    </p>
  );
}
