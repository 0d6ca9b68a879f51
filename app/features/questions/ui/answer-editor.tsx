import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { controlClass } from '#app/ui/control-class.ts';
import { PlusIcon } from '#app/ui/icons.tsx';
import { type ListChange, printListChange } from '../core/list-change.ts';
import type { AnswerDraft } from '../core/drafts/text-answers.ts';
import type { QuestionDraft } from '../core/question-draft.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { ListButtons } from './list-buttons.tsx';
import { MatchingEditor } from './matching-editor.tsx';
import { Problem } from './problem.tsx';

type Props = {
  draft: QuestionDraft;
  problemOf: (field: string) => string | undefined;
  onAnswer: (at: number, change: Partial<AnswerDraft>) => void;
  onList: (change: ListChange) => void;
  onChange: (change: Partial<QuestionDraft>) => void;
};

/** The accepted answers of a short-answer question, each with what it earns, and how replies are compared with them. */
export function AnswerEditor({ draft, problemOf, onAnswer, onList, onChange }: Props) {
  const words = useMessages(vi, en).editor;
  return (
    <div className="space-y-6">
      <fieldset id="answers" className="min-w-0" tabIndex={-1}>
        <legend className="font-semibold">{words.answers}</legend>
        <p className="text-sm text-muted">{words.answersHint}</p>
        <Problem id="answers-problem" message={problemOf('answers')} />
        <ol className="mt-2 border-t border-line">
          {draft.answers.map((answer, at) => (
            <AnswerRow key={at} {...{ answer, at, count: draft.answers.length, problemOf, onAnswer, onList }} />
          ))}
        </ol>
        <Button
          type="submit"
          name="intent"
          value={printListChange({ list: 'answers', does: 'add' })}
          formNoValidate
          size="small"
          icon={PlusIcon}
          className="mt-3"
          onClick={(event) => {
            event.preventDefault();
            onList({ list: 'answers', does: 'add' });
          }}
        >
          {words.addAnswer}
        </Button>
      </fieldset>
      <MatchingEditor draft={draft} onChange={onChange} />
    </div>
  );
}

type RowProps = Pick<Props, 'problemOf' | 'onAnswer' | 'onList'> & { answer: AnswerDraft; at: number; count: number };

function AnswerRow({ answer, at, count, problemOf, onAnswer, onList }: RowProps) {
  const words = useMessages(vi, en).editor;
  const name = words.answer(at + 1);
  const field = `answers[${at}]`;
  const textProblem = problemOf(`${field}.text`);
  const percentProblem = problemOf(`${field}.percent`);
  const control = (part: 'text' | 'percent', problem: string | undefined) => ({
    id: `${field}.${part}`,
    name: `${field}.${part}`,
    value: answer[part],
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `${field}.${part}-error` : undefined,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => onAnswer(at, { [part]: event.target.value }),
  });
  return (
    <li className="border-b border-line py-3">
      <label htmlFor={`${field}.text`} className="font-semibold">
        {name}
      </label>
      <Problem id={`${field}.text-error`} message={textProblem} />
      <Problem id={`${field}.percent-error`} message={percentProblem} />
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 sm:flex-nowrap">
        <input type="text" {...control('text', textProblem)} className={controlClass('w-full')} />
        <span className="flex shrink-0 items-center gap-2">
          <input
            type="text"
            inputMode="decimal"
            aria-label={words.percent(at + 1)}
            {...control('percent', percentProblem)}
            className={controlClass('w-20 text-right tabular')}
          />
          {words.percentUnit}
        </span>
        <ListButtons
          list="answers"
          isUnordered
          at={at}
          count={count}
          words={{ raise: words.raise(name), lower: words.lower(name), remove: words.remove(name) }}
          onChange={onList}
        />
      </div>
    </li>
  );
}
