import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import type { LevelDraft } from '../../core/drafts/essay.ts';
import { changeAt } from '../../core/drafts/rows.ts';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import { Row, RowInput, RowList, RowText } from '../rows.tsx';
import type { EditorProps } from './editor.ts';

/** The limits of an essay, the criteria by which it is marked, and what markers are told. */
export function EssayEditor(props: EditorProps) {
  const { draft, problemOf, set, onList } = props;
  const words = useMessages(vi, en).editors.essay;
  return (
    <>
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        {(['minWords', 'maxWords', 'maxFiles'] as const).map((field) => (
          <Field key={field} id={field} label={words[field]} hint={words.hints[field]} error={problemOf(field)}>
            <TextInput
              name={field}
              width="number"
              inputMode="numeric"
              value={draft[field]}
              onChange={(event) => set({ [field]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <RowList
        list="rubric"
        legend={words.rubric}
        hint={words.rubricHint}
        problem={problemOf('rubric')}
        count={draft.rubric.length}
        addLabel={words.addCriterion}
        onList={onList}
      >
        {draft.rubric.map(({ id }, at) => (
          <CriterionRow key={id} {...props} at={at} />
        ))}
      </RowList>
      <Field id="markerNotes" label={words.markerNotes} hint={words.markerNotesHint} error={problemOf('markerNotes')}>
        <Textarea
          name="markerNotes"
          rows={4}
          value={draft.markerNotes}
          onChange={(event) => set({ markerNotes: event.target.value })}
        />
      </Field>
    </>
  );
}

function CriterionRow({ draft, at, problemOf, setRow, onList }: EditorProps & { at: number }) {
  const words = useMessages(vi, en).editors.essay;
  const { id, text, levels } = draft.rubric[at]!;
  const field = `rubric[${at}]`;
  const list = `${field}.levels`;
  const onLevel = (place: number, change: Partial<LevelDraft>) =>
    setRow('rubric', at, { levels: changeAt(levels, place, (level) => ({ ...level, ...change })) });
  return (
    <Row
      {...{ list: 'rubric', at, id, onList }}
      count={draft.rubric.length}
      name={words.criterion(at + 1)}
      labels={`${field}.text`}
    >
      <RowText
        field={`${field}.text`}
        value={text}
        problem={problemOf(`${field}.text`)}
        onChange={(value) => setRow('rubric', at, { text: value })}
      />
      <div className="mt-3 pl-4">
        <RowList
          list={list}
          legend={words.levels(at + 1)}
          problem={problemOf(list)}
          count={levels.length}
          addLabel={words.addLevel}
          onList={onList}
          isInner
        >
          {levels.map((level, place) => (
            <Row
              key={place}
              {...{ list, at: place, onList, isUnordered: true }}
              count={levels.length}
              name={words.level(place + 1)}
            >
              <div className="mt-1 flex flex-wrap gap-x-6 gap-y-2">
                {(['points', 'text'] as const).map((part) => (
                  <RowInput
                    key={part}
                    field={`${list}[${place}].${part}`}
                    label={part === 'points' ? words.points : words.levelText}
                    value={level[part]}
                    problem={problemOf(`${list}[${place}].${part}`)}
                    onChange={(value) => onLevel(place, { [part]: value })}
                    isNumber={part === 'points'}
                    className={part === 'points' ? 'w-20' : 'w-full sm:w-96'}
                  />
                ))}
              </div>
            </Row>
          ))}
        </RowList>
      </div>
    </Row>
  );
}
