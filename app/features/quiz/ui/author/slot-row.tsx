import { Link } from '@remix-run/react';
import type { ListChange } from '#app/features/questions/core/list-change.ts';
import { en as questionsEn } from '#app/features/questions/messages/en.ts';
import { vi as questionsVi } from '#app/features/questions/messages/vi.ts';
import { ListButtons } from '#app/features/questions/ui/list-buttons.tsx';
import { Problem } from '#app/features/questions/ui/problem.tsx';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag } from '#app/ui/tag.tsx';
import type { SlotDraft } from '../../core/quiz-draft.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { QuizEditorNames } from '../../queries/author-quiz.server.ts';
import { RandomSlot } from './random-slot.tsx';
import { SlotNumber } from './slot-number.tsx';

export type SlotProps = {
  slot: SlotDraft;
  at: number;
  count: number;
  names: QuizEditorNames;
  problemOf: (field: string) => string | undefined;
  onSlot: (change: Partial<SlotDraft>) => void;
  onList: (change: ListChange) => void;
};

/** One line of the quiz. */
export function SlotRow(props: SlotProps) {
  const { slot, at, count, onList } = props;
  const { slots: words } = useMessages(vi, en);
  const what = words.slot(at + 1);
  return (
    <li className="relative border-b border-line py-3 md:pr-36">
      <input type="hidden" name={`slots[${at}].kind`} value={slot.kind} />
      <div className="flex items-start justify-between gap-4">
        <p className="min-h-[2.75rem] pt-2 font-semibold md:min-h-0 md:pb-1 md:pt-0">
          <span className="tabular">{at + 1}. </span>
          {slot.kind === 'fixed' ? words.fixed : words.random}
        </p>
        <div className="md:absolute md:right-0 md:top-9">
          <ListButtons
            list="slots"
            at={at}
            count={count}
            words={{ raise: words.raise(what), lower: words.lower(what), remove: words.remove(what) }}
            onChange={onList}
          />
        </div>
      </div>
      {slot.kind === 'fixed' ? <FixedSlot {...props} /> : <RandomSlot {...props} />}
    </li>
  );
}

function FixedSlot({ slot, at, names, problemOf, onSlot }: SlotProps) {
  const { slots: words } = useMessages(vi, en);
  const { types, difficulties: levels } = useMessages(questionsVi, questionsEn);
  const field = `slots[${at}]`;
  const question = names.questions[slot.questionId];
  return (
    <div className="gap-6 sm:flex sm:items-start">
      <input type="hidden" name={`${field}.questionId`} value={slot.questionId} />
      <input type="hidden" name={`${field}.count`} value={slot.count} />
      <div id={`${field}.questionId`} tabIndex={-1} className="min-w-0 flex-1">
        <Problem id={`${field}.questionId-error`} message={problemOf(`${field}.questionId`)} />
        {question ? (
          <>
            <Link to={`/author/questions/${slot.questionId}`} className="line-clamp-3">
              {question.stem}
            </Link>
            <p className="mt-1 flex flex-wrap gap-2 text-sm text-muted">
              <span>
                {types[question.type]} · {levels[question.difficulty]} · {question.code}
              </span>
              {question.isArchived && <Tag kind="aside">{words.archived}</Tag>}
            </p>
          </>
        ) : (
          <p className="text-muted">{words.unknown}</p>
        )}
      </div>
      <div className="mt-3 sm:mt-0">
        <SlotNumber
          name={`${field}.maxMark`}
          label={words.maxMark}
          value={slot.maxMark}
          problem={problemOf(`${field}.maxMark`)}
          onChange={(maxMark) => onSlot({ maxMark })}
        />
      </div>
    </div>
  );
}
