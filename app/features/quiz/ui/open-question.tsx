import type { ReactNode } from 'react';
import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { FlagIcon } from '#app/ui/icons.tsx';
import type { Certainty } from '../core/certainty.ts';
import { en } from '../messages/en.ts';
import { en as sheetsEn } from '../messages/sheets-en.ts';
import { vi as sheetsVi } from '../messages/sheets-vi.ts';
import { vi } from '../messages/vi.ts';
import type { OpenQuestion } from '../queries/attempt-page.server.ts';
import type { ShownWork } from '../queries/shown-work.server.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { CheckFeedback } from './check-feedback.tsx';
import { Rendered } from './rendered.tsx';
import { CertaintyChoice } from './sheets/certainty-choice.tsx';
import type { Checked } from './use-checks.ts';

type Props = {
  question: OpenQuestion;
  total: number;
  answer: PresentedResponse;
  /** Null where the quiz does not ask how sure one is. */
  certainty: { level: Certainty | null } | null;
  /** The sequence that a plain form would go on from. */
  sequence: number;
  isFlagged: boolean;
  /** Practice: there is a button that has the answer judged. */
  hasCheck: boolean;
  isChecking: boolean;
  checked: Checked;
  work: ShownWork;
  /** Of an essay that takes files: where they are attached. */
  files?: ReactNode;
  onChange: (response: PresentedResponse, options?: { isTyping?: boolean }) => void;
  onCertainty: (level: Certainty) => void;
  onSettle: () => void;
};

/** Typed text is taken back by deleting it; an order, by nothing but this. */
const isTyped = new Set(['short-answer', 'numerical', 'essay']);

/** One question of an open attempt. Its buttons are the form's: `do=flag:3`, `do=check:3`, `do=clear:3`. */
export function OpenQuestionSheet(props: Props) {
  const { question, total, answer, certainty, sequence, isFlagged, hasCheck, isChecking, checked, work } = props;
  const { slot, type } = question;
  const words = useMessages(vi, en).attempt;
  const { how } = useMessages(sheetsVi, sheetsEn);
  // A person marks an essay: there is nothing to check.
  const isJudged = hasCheck && type !== 'essay';
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
      {/* The text of a question with blanks stands around its fields. */}
      {question.stem ? null : (
        <Rendered
          id={`${id}-de`}
          html={question.stemHtml}
          className="mt-1 max-w-reading space-y-3 text-lg font-semibold"
        />
      )}
      <p id={question.stem && `${id}-de`} className="mb-3 mt-1 text-sm text-muted">
        {how[type]}
      </p>
      {/* What stands is not sent again: only questions with a sequence are answered by the form. */}
      {!work.stands && <input type="hidden" name={`s${slot}`} value={sequence} />}
      <fieldset disabled={work.stands} className="min-w-0">
        <AnswerSheet
          question={question}
          answer={answer}
          onChange={props.onChange}
          onSettle={props.onSettle}
          files={props.files}
        />
        {certainty && type !== 'essay' && (
          <CertaintyChoice
            slot={slot}
            maxMark={question.maxMark}
            certainty={certainty.level}
            onChange={props.onCertainty}
          />
        )}
      </fieldset>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {isJudged && !work.stands && (
          <Button type="submit" name="do" value={`check:${slot}`} busy={isChecking}>
            {words.check}
          </Button>
        )}
        {answer !== null && !work.stands && !isTyped.has(type) && (
          <Button type="submit" name="do" value={`clear:${slot}`} look="quiet" size="small">
            {words.clear}
          </Button>
        )}
      </div>
      {isJudged && <CheckFeedback question={question} checked={checked} work={work} />}
    </fieldset>
  );
}
