import { MediaInsert } from '#app/features/media/ui/media-insert.tsx';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { changeAt } from '../core/drafts/rows.ts';
import type { QualityHint } from '../core/quality-hints.ts';
import { difficulties } from '../core/question.ts';
import { changeDraft, type QuestionDraft } from '../core/question-draft.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { editors } from './editors/editors.ts';
import { FieldHints } from './field-hints.tsx';
import { indentedName } from './indented-name.ts';

type Props = {
  draft: QuestionDraft;
  categories: readonly { id: string; name: string; depth: number }[];
  /** What is worth a second look, shown beside its field. */
  hints: readonly QualityHint[];
  problemOf: (field: string) => string | undefined;
  onChange: (change: (draft: QuestionDraft) => QuestionDraft) => void;
};

/** All fields of a question, those of its type in the middle. */
export function QuestionFields({ draft, categories, hints, problemOf, onChange }: Props) {
  const { editor: words, editors: typeWords, difficulties: levels } = useMessages(vi, en);
  const set = (change: Partial<QuestionDraft>) => onChange((now) => ({ ...now, ...change }));
  const Editor = editors[draft.type];
  const stemHint = draft.type === 'blanks' ? `${typeWords.blanks.stemHint} ${words.markdown}` : words.markdown;
  const text = (name: 'stem' | 'explanation' | 'source' | 'tags', label: string, hint: string, rows: number) => (
    <Field id={name} label={label} hint={hint} error={problemOf(name)}>
      <Textarea name={name} rows={rows} value={draft[name]} onChange={(event) => set({ [name]: event.target.value })} />
      {(name === 'stem' || name === 'explanation') && (
        <MediaInsert fieldId={name} value={draft[name]} onChange={(value) => set({ [name]: value })} />
      )}
      <FieldHints hints={hints.filter(({ field }) => field === name)} />
    </Field>
  );
  return (
    <>
      {text('stem', draft.type === 'true-false' ? words.statement : words.stem, stemHint, 4)}
      <Editor
        {...{ draft, problemOf, set }}
        setRow={(list, at, change) =>
          onChange((now) => ({ ...now, [list]: changeAt<object>(now[list], at, (row) => ({ ...row, ...change })) }))
        }
        onList={(change) => onChange((now) => changeDraft(now, change))}
      />
      <FieldHints hints={hints.filter(({ field }) => field !== 'stem' && field !== 'source')} />
      {text('explanation', words.explanation, words.explanationHint, 3)}
      {text('source', words.source, words.sourceHint, 2)}
      <Field id="categoryId" label={words.category} error={problemOf('categoryId')}>
        <Select
          name="categoryId"
          emptyLabel={words.chooseCategory}
          options={categories.map((category) => ({ value: category.id, label: indentedName(category) }))}
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
