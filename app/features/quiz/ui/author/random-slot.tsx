import { subtreeIds } from '#app/features/questions/core/category-tree.ts';
import { difficulties } from '#app/features/questions/core/question.ts';
import { en as questionsEn } from '#app/features/questions/messages/en.ts';
import { vi as questionsVi } from '#app/features/questions/messages/vi.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceRow } from '#app/ui/choice-group.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { SlotDraft } from '../../core/quiz-draft.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { QuizEditorNames } from '../../queries/author-quiz.server.ts';
import { SlotNumber } from './slot-number.tsx';
import type { SlotProps } from './slot-row.tsx';

/** A draw: from a category (with those below it), with a tag, of a difficulty. */
export function RandomSlot({ slot, at, names, problemOf, onSlot }: SlotProps) {
  const { slots: words } = useMessages(vi, en);
  const { difficulties: levels } = useMessages(questionsVi, questionsEn);
  const lang = useLang();
  const field = `slots[${at}]`;
  const categories = names.categories.map(({ id, path }) => ({ value: id, label: path.join(' / ') }));
  const isOwn = slot.categoryId === '' || categories.some(({ value }) => value === slot.categoryId);
  const other = { value: slot.categoryId, label: names.categoryNames[slot.categoryId] ?? slot.categoryId };
  const below = subtreeIds(names.categories, slot.categoryId);
  const available = availableFor(slot, names, slot.withSubcategories ? below : [slot.categoryId]);
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
        {(below.length > 1 || slot.withSubcategories) && (
          <ChoiceRow
            className="mt-2"
            type="checkbox"
            name={`${field}.withSubcategories`}
            label={words.withSubcategories}
            checked={slot.withSubcategories}
            onChange={(event) => onSlot({ withSubcategories: event.target.checked })}
          />
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

/** How many questions there are for a draw, as far as the counts of the bank can tell: of category and tag together they cannot. */
function availableFor(slot: SlotDraft, names: QuizEditorNames, categoryIds: readonly string[]): number | undefined {
  const counts =
    slot.categoryId === ''
      ? names.tags.filter(({ tag }) => tag === slot.tag).map((one) => one.counts)
      : slot.tag === ''
        ? names.categories.filter(({ id }) => categoryIds.includes(id)).map((one) => one.counts)
        : [];
  if (counts.length === 0) return undefined;
  const levels = difficulties.filter((level) => slot.difficulty === '' || slot.difficulty === level);
  return counts.reduce((sum, each) => sum + levels.reduce((all, level) => all + each[level], 0), 0);
}
