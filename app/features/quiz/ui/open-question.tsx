import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { FlagIcon } from '#app/ui/icons.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { OpenQuestion } from '../queries/attempt-page.server.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { Explanation, Verdict } from './question-review.tsx';
import { Rendered } from './rendered.tsx';
import type { Checked } from './use-checks.ts';

type Props = {
  question: OpenQuestion;
  total: number;
  answer: PresentedResponse;
  /** The sequence that a plain form would go on from. */
  sequence: number;
  isFlagged: boolean;
  /** Practice: there is a button that has the answer judged. */
  hasCheck: boolean;
  isChecking: boolean;
  checked: Checked;
  onChange: (response: PresentedResponse, options?: { isTyping?: boolean }) => void;
  onSettle: () => void;
};

/** One question of an open attempt. Its buttons are the form's: `do=flag:3`, `do=check:3`, `do=clear:3`. */
export function OpenQuestionSheet(props: Props) {
  const { question, total, answer, sequence, isFlagged, hasCheck, isChecking, checked } = props;
  const { slot } = question;
  const words = useMessages(vi, en).attempt;
  const hows: Partial<Record<typeof question.type, string>> = {
    single: words.chooseOne,
    multiple: words.chooseSeveral,
    'true-false': words.chooseTruth,
    'short-answer': words.typeAnswer,
  };
  const how = hows[question.type];
  const id = `cau-${slot}`;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-so ${id}-de`}
      className="min-w-0 scroll-mt-4 border-t border-line pt-4"
    >
      <legend className="sr-only">{words.questionOf(slot, total)}</legend>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p id={`${id}-so`} className="text-sm font-semibold text-muted">
          {words.questionOf(slot, total)}
        </p>
        <button
          type="submit"
          name="do"
          value={`${isFlagged ? 'unflag' : 'flag'}:${slot}`}
          className={`inline-flex min-h-[2.75rem] items-center gap-1.5 rounded px-2 text-sm hover:bg-sunken ${isFlagged ? 'font-semibold text-gold' : 'text-muted'}`}
        >
          <FlagIcon className="h-4 w-4" />
          {isFlagged ? words.unflag : words.flag}
        </button>
      </div>
      <Rendered
        id={`${id}-de`}
        html={question.stemHtml}
        className="mt-1 max-w-reading space-y-3 text-lg font-semibold"
      />
      <p className="mb-3 mt-1 text-sm text-muted">{how}</p>
      <input type="hidden" name={`s${slot}`} value={sequence} />
      <AnswerSheet question={question} answer={answer} onChange={props.onChange} onSettle={props.onSettle} />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {hasCheck && (
          <Button type="submit" name="do" value={`check:${slot}`} busy={isChecking}>
            {words.check}
          </Button>
        )}
        {answer !== null && question.type !== 'short-answer' && (
          <Button type="submit" name="do" value={`clear:${slot}`} look="quiet" size="small">
            {words.clear}
          </Button>
        )}
      </div>
      {/* On the page before the words come, so that they are said aloud. */}
      {hasCheck && (
        <div role="status" className="mt-3 space-y-3">
          {checked === 'empty' && <p className="font-semibold">{words.checkFirst}</p>}
          {checked && checked !== 'empty' && (
            <>
              <Verdict review={checked} />
              <Explanation question={question} review={checked} />
              {checked.correctness !== 'right' && <p className="text-sm text-muted">{words.tryAgain}</p>}
            </>
          )}
        </div>
      )}
    </fieldset>
  );
}
