import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Field } from '#app/ui/field.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { letterOf } from '../../core/question-change-fields.ts';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import { GroupProblem } from '../problem.tsx';
import { Row, RowList, RowMark, RowMore, RowText } from '../rows.tsx';
import type { EditorProps } from './editor.ts';
import { ScoringChoice } from './scoring-choice.tsx';

/** The options of a choice question: text, key, feedback, place; added, moved and removed by buttons. */
export function ChoiceEditor(props: EditorProps) {
  const { draft, problemOf, onList } = props;
  const words = useMessages(vi, en).editor;
  return (
    <>
      <RowList
        list="options"
        legend={words.options}
        hint={draft.type === 'single' ? words.optionsHintSingle : words.optionsHintMultiple}
        notes={<GroupProblem id="right" message={problemOf('right')} />}
        problem={problemOf('options')}
        count={draft.options.length}
        addLabel={words.addOption}
        onList={onList}
      >
        {draft.options.map((option, at) => (
          <OptionRow key={option.id} {...props} at={at} />
        ))}
      </RowList>
      {draft.type === 'multiple' && <ScoringChoice {...props} />}
    </>
  );
}

function OptionRow({ draft, at, problemOf, set, setRow, onList }: EditorProps & { at: number }) {
  const words = useMessages(vi, en).editor;
  const option = draft.options[at]!;
  const letter = letterOf(at);
  const field = `options[${at}]`;
  const feedbackProblem = problemOf(`${field}.feedback`);
  const others = draft.type === 'single' ? [] : draft.right.filter((id) => id !== option.id);
  return (
    <Row
      {...{ list: 'options', at, onList, id: option.id }}
      count={draft.options.length}
      name={words.option(letter)}
      labels={`${field}.text`}
    >
      <div className="flex flex-wrap items-end gap-x-4 gap-y-1 sm:flex-nowrap">
        <div className="w-full">
          <RowText
            field={`${field}.text`}
            value={option.text}
            problem={problemOf(`${field}.text`)}
            onChange={(text) => setRow('options', at, { text })}
          />
        </div>
        <RowMark
          type={draft.type === 'single' ? 'radio' : 'checkbox'}
          name="right[]"
          value={option.id}
          label={words.isRight}
          ariaLabel={words.isRightOf(letter)}
          checked={draft.right.includes(option.id)}
          onChange={(isRight) => set({ right: isRight ? [...others, option.id] : others })}
        />
      </div>
      <RowMore summary={words.optionMore} isOpen={Boolean(option.feedback || option.isFixed || feedbackProblem)}>
        <Field id={`${field}.feedback`} label={words.feedback} hint={words.feedbackHint} error={feedbackProblem}>
          <Textarea
            name={`${field}.feedback`}
            rows={2}
            value={option.feedback}
            onChange={(event) => setRow('options', at, { feedback: event.target.value })}
          />
        </Field>
        <label className="flex cursor-pointer items-start gap-3">
          <input
            type="checkbox"
            name={`${field}.isFixed`}
            checked={option.isFixed}
            onChange={(event) => setRow('options', at, { isFixed: event.target.checked })}
            className="mt-[0.3em] h-5 w-5 shrink-0 accent-accent"
          />
          <span>
            {words.fixed}
            <span className="block text-sm text-muted">{words.fixedHint}</span>
          </span>
        </label>
      </RowMore>
    </Row>
  );
}
