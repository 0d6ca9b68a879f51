import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { controlClass } from '#app/ui/control-class.ts';
import type { AnswerDraft } from '../../core/drafts/text-answers.ts';
import type { ListChange } from '../../core/list-change.ts';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import { ListButtons } from '../list-buttons.tsx';
import { Problem } from '../problem.tsx';
import { RowList } from '../rows.tsx';

type Props = {
  /** 'answers', or 'blanks[2].answers'. */
  list: string;
  answers: readonly AnswerDraft[];
  problemOf: (field: string) => string | undefined;
  onAnswer: (at: number, change: Partial<AnswerDraft>) => void;
  onList: (change: ListChange) => void;
  isInner?: boolean;
};

/** Accepted texts, each with what it earns. */
export function AnswerRows({ list, answers, problemOf, onAnswer, onList, isInner }: Props) {
  const words = useMessages(vi, en).editor;
  return (
    <RowList
      {...{ list, onList, isInner }}
      legend={words.answers}
      hint={isInner ? undefined : words.answersHint}
      problem={problemOf(list)}
      count={answers.length}
      addLabel={words.addAnswer}
    >
      {answers.map((answer, at) => (
        <AnswerRow key={at} {...{ list, answer, at, count: answers.length, problemOf, onAnswer, onList }} />
      ))}
    </RowList>
  );
}

type RowProps = Omit<Props, 'answers' | 'isInner'> & { answer: AnswerDraft; at: number; count: number };

function AnswerRow({ list, answer, at, count, problemOf, onAnswer, onList }: RowProps) {
  const words = useMessages(vi, en).editor;
  const name = words.answer(at + 1);
  const field = `${list}[${at}]`;
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
          list={list}
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
