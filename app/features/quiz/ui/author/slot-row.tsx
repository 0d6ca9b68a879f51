import { Link } from '@remix-run/react';
import type { ListChange } from '#app/features/questions/core/list-change.ts';
import { difficulties } from '#app/features/questions/core/question.ts';
import { en as questionsEn } from '#app/features/questions/messages/en.ts';
import { vi as questionsVi } from '#app/features/questions/messages/vi.ts';
import { ListButtons } from '#app/features/questions/ui/list-buttons.tsx';
import { Problem } from '#app/features/questions/ui/problem.tsx';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { SlotDraft } from '../../core/quiz-draft.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { QuizEditorNames } from '../../queries/author-quiz.server.ts';

type Props = {
  slot: SlotDraft;
  at: number;
  count: number;
  names: QuizEditorNames;
  problemOf: (field: string) => string | undefined;
  onSlot: (change: Partial<SlotDraft>) => void;
  onList: (change: ListChange) => void;
};

/** One line of the quiz. */
export function SlotRow(props: Props) {
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

function FixedSlot({ slot, at, names, problemOf, onSlot }: Props) {
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

function RandomSlot({ slot, at, names, problemOf, onSlot }: Props) {
  const { slots: words } = useMessages(vi, en);
  const { difficulties: levels } = useMessages(questionsVi, questionsEn);
  const lang = useLang();
  const field = `slots[${at}]`;
  const categories = names.categories.map(({ id, name }) => ({ value: id, label: name }));
  const isOwn = slot.categoryId === '' || categories.some(({ value }) => value === slot.categoryId);
  const other = { value: slot.categoryId, label: names.categoryNames[slot.categoryId] ?? slot.categoryId };
  // Of category and tag together only a draw can tell: the publish panel does.
  const counts = slot.categoryId
    ? slot.tag === ''
      ? names.categories.find(({ id }) => id === slot.categoryId)?.counts
      : undefined
    : names.tags.find(({ tag }) => tag === slot.tag)?.counts;
  const available =
    counts &&
    difficulties.reduce(
      (sum, level) => (slot.difficulty === '' || slot.difficulty === level ? sum + counts[level] : sum),
      0,
    );
  return (
    <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3 md:grid-cols-[2fr_1.3fr_1fr_auto_auto]">
      <Field
        className="col-span-2 sm:col-span-1"
        id={`${field}.categoryId`}
        label={words.category}
        error={problemOf(`${field}.categoryId`)}
      >
        <Select
          name={`${field}.categoryId`}
          emptyLabel={slot.tag === '' ? words.chooseCategory : words.anyCategory}
          options={isOwn ? categories : [...categories, other]}
          value={slot.categoryId}
          onChange={(event) => onSlot({ categoryId: event.target.value })}
        />
        {available !== undefined && (
          <p className="tabular mt-1 text-sm text-muted">{words.available(formatNumber(lang, available))}</p>
        )}
      </Field>
      <Field
        className="col-span-2 sm:col-span-1"
        id={`${field}.tag`}
        label={words.tag}
        error={problemOf(`${field}.tag`)}
      >
        <TextInput
          name={`${field}.tag`}
          list="bank-tags"
          autoComplete="off"
          maxLength={60}
          value={slot.tag}
          onChange={(event) => onSlot({ tag: event.target.value })}
        />
      </Field>
      <Field
        className="col-span-2 sm:col-span-1"
        id={`${field}.difficulty`}
        label={words.difficulty}
        error={problemOf(`${field}.difficulty`)}
      >
        <Select
          name={`${field}.difficulty`}
          emptyLabel={words.anyDifficulty}
          options={difficulties.map((value) => ({ value, label: levels[value] }))}
          value={slot.difficulty}
          onChange={(event) => onSlot({ difficulty: event.target.value })}
        />
      </Field>
      <SlotNumber
        name={`${field}.count`}
        label={words.count}
        value={slot.count}
        problem={problemOf(`${field}.count`)}
        onChange={(count) => onSlot({ count })}
      />
      <SlotNumber
        name={`${field}.maxMark`}
        label={words.maxMark}
        value={slot.maxMark}
        problem={problemOf(`${field}.maxMark`)}
        onChange={(maxMark) => onSlot({ maxMark })}
      />
    </div>
  );
}

type SlotNumberProps = {
  name: string;
  label: string;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
};

function SlotNumber({ name, label, value, problem, onChange }: SlotNumberProps) {
  return (
    <Field id={name} label={label} error={problem}>
      <TextInput
        name={name}
        inputMode="decimal"
        autoComplete="off"
        width="number"
        className="text-right tabular"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
