import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import type { ListChange } from '../core/list-change.ts';
import { difficulties, scorings } from '../core/question.ts';
import { changeDraft, type QuestionDraft } from '../core/question-draft.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { AnswerEditor } from './answer-editor.tsx';
import { OptionEditor } from './option-editor.tsx';
import { TruthEditor } from './truth-editor.tsx';

type Props = {
  draft: QuestionDraft;
  categories: readonly { id: string; name: string }[];
  problemOf: (field: string) => string | undefined;
  onChange: (change: (draft: QuestionDraft) => QuestionDraft) => void;
};

/** All fields of a question, those of its type in the middle. */
export function QuestionFields({ draft, categories, problemOf, onChange }: Props) {
  const { editor: words, difficulties: levels, scorings: ways, scoringHints } = useMessages(vi, en);
  const set = (change: Partial<QuestionDraft>) => onChange((now) => ({ ...now, ...change }));
  const onList = (change: ListChange) => onChange((now) => changeDraft(now, change));
  const onItem =
    <List extends 'options' | 'answers'>(list: List) =>
    (at: number, change: Partial<QuestionDraft[List][number]>) =>
      onChange((now) => ({
        ...now,
        [list]: now[list].map((item, index) => (index === at ? { ...item, ...change } : item)),
      }));
  const onRight = (id: string, isRight: boolean) =>
    onChange((now) => {
      const others = now.type === 'single' ? [] : now.right.filter((right) => right !== id);
      return { ...now, right: isRight ? [...others, id] : others };
    });
  const text = (name: 'stem' | 'explanation' | 'source' | 'tags', label: string, hint: string, rows: number) => (
    <Field id={name} label={label} hint={hint} error={problemOf(name)}>
      <Textarea name={name} rows={rows} value={draft[name]} onChange={(event) => set({ [name]: event.target.value })} />
    </Field>
  );
  return (
    <>
      {text('stem', draft.type === 'true-false' ? words.statement : words.stem, words.markdown, 4)}
      {(draft.type === 'single' || draft.type === 'multiple') && (
        <OptionEditor {...{ draft, problemOf, onRight, onList }} onOption={onItem('options')} />
      )}
      {draft.type === 'multiple' && (
        <ChoiceGroup
          type="radio"
          name="scoring"
          label={words.scoring}
          value={draft.scoring}
          options={[...scorings].reverse().map((value) => ({ value, label: ways[value], hint: scoringHints[value] }))}
          onChange={(value) => set({ scoring: value as QuestionDraft['scoring'] })}
        />
      )}
      {draft.type === 'true-false' && <TruthEditor {...{ draft, problemOf }} onChange={set} />}
      {draft.type === 'short-answer' && (
        <AnswerEditor {...{ draft, problemOf, onList }} onAnswer={onItem('answers')} onChange={set} />
      )}
      {text('explanation', words.explanation, words.explanationHint, 3)}
      {text('source', words.source, words.sourceHint, 2)}
      <Field id="categoryId" label={words.category} error={problemOf('categoryId')}>
        <Select
          name="categoryId"
          emptyLabel={words.chooseCategory}
          options={categories.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.categoryId}
          onChange={(event) => set({ categoryId: event.target.value })}
        />
      </Field>
      <ChoiceGroup
        id="difficulty"
        type="radio"
        name="difficulty"
        label={words.difficulty}
        error={problemOf('difficulty')}
        inline
        value={draft.difficulty}
        options={difficulties.map((value) => ({ value, label: levels[value] }))}
        onChange={(value) => set({ difficulty: value })}
      />
      <Field id="tags" label={words.tags} hint={words.tagsHint} error={problemOf('tags')}>
        <TextInput name="tags" value={draft.tags} onChange={(event) => set({ tags: event.target.value })} />
      </Field>
    </>
  );
}
