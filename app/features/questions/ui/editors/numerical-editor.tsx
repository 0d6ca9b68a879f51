import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import { Row, RowInput, RowList, RowMore, RowSelect } from '../rows.tsx';
import type { EditorProps } from './editor.ts';
import { NumberFields } from './number-fields.tsx';

/** The right numbers of a numerical question, then its units. */
export function NumericalEditor(props: EditorProps) {
  const { draft, problemOf, set, onList } = props;
  const words = useMessages(vi, en).editors.numerical;
  const hasUnits = draft.unitPolicy !== 'not-asked';
  return (
    <>
      <RowList
        list="numbers"
        legend={words.numbers}
        hint={words.numbersHint}
        problem={problemOf('numbers')}
        count={draft.numbers.length}
        addLabel={words.add}
        onList={onList}
      >
        {draft.numbers.map((_, at) => (
          <NumberRow key={at} {...props} at={at} />
        ))}
      </RowList>
      <ChoiceGroup
        type="radio"
        name="unitPolicy"
        label={words.unitPolicy}
        value={draft.unitPolicy}
        options={(['not-asked', 'optional', 'required'] as const).map((value) => ({
          value,
          label: words.unitPolicies[value],
        }))}
        onChange={(value) => set({ unitPolicy: value as typeof draft.unitPolicy })}
      />
      {/* Kept in the form while it is not seen, so that nothing typed is lost by a change of mind. */}
      <div hidden={!hasUnits && draft.units.length === 0} className="space-y-8">
        <UnitRows {...props} />
        <Field id="unitPenalty" label={words.penalty} hint={words.penaltyHint} error={problemOf('unitPenalty')}>
          <TextInput
            name="unitPenalty"
            width="number"
            inputMode="decimal"
            value={draft.unitPenalty}
            onChange={(event) => set({ unitPenalty: event.target.value })}
          />
        </Field>
      </div>
      {!hasUnits && draft.units.length === 0 && <p className="text-sm text-muted">{words.unitsLater}</p>}
    </>
  );
}

function NumberRow({ draft, at, problemOf, setRow, onList }: EditorProps & { at: number }) {
  const { editor, editors } = useMessages(vi, en);
  const words = editors.numerical;
  const number = draft.numbers[at]!;
  const field = `numbers[${at}]`;
  const feedbackProblem = problemOf(`${field}.feedback`);
  return (
    <Row
      {...{ list: 'numbers', at, onList, isUnordered: true }}
      count={draft.numbers.length}
      name={editor.answer(at + 1)}
    >
      <NumberFields {...{ field, number, problemOf }} onChange={(change) => setRow('numbers', at, change)} />
      <RowSelect
        className="mt-2 max-w-form"
        field={`${field}.toleranceKind`}
        label={words.toleranceKind}
        value={number.toleranceKind}
        options={(['absolute', 'relative'] as const).map((value) => ({ value, label: words.toleranceKinds[value] }))}
        problem={undefined}
        onChange={(value) => setRow('numbers', at, { toleranceKind: value as typeof number.toleranceKind })}
      />
      <RowMore summary={words.more} isOpen={Boolean(number.feedback || feedbackProblem)}>
        <Field id={`${field}.feedback`} label={words.feedback} hint={words.feedbackHint} error={feedbackProblem}>
          <Textarea
            name={`${field}.feedback`}
            rows={2}
            value={number.feedback}
            onChange={(event) => setRow('numbers', at, { feedback: event.target.value })}
          />
        </Field>
      </RowMore>
    </Row>
  );
}

function UnitRows({ draft, problemOf, setRow, onList }: EditorProps) {
  const words = useMessages(vi, en).editors.numerical;
  return (
    <RowList
      list="units"
      legend={words.units}
      hint={words.unitsHint}
      problem={problemOf('units')}
      count={draft.units.length}
      addLabel={words.addUnit}
      onList={onList}
    >
      {draft.units.map((unit, at) => (
        <Row
          key={at}
          {...{ list: 'units', at, onList, isUnordered: true }}
          count={draft.units.length}
          name={words.unit(at + 1)}
        >
          <div className="mt-1 flex flex-wrap gap-x-6 gap-y-2">
            {(['name', 'factor'] as const).map((part) => (
              <RowInput
                key={part}
                field={`units[${at}].${part}`}
                label={part === 'name' ? words.unitName : words.unitFactor}
                value={unit[part]}
                problem={problemOf(`units[${at}].${part}`)}
                onChange={(value) => setRow('units', at, { [part]: value })}
                isNumber={part === 'factor'}
              />
            ))}
          </div>
        </Row>
      ))}
    </RowList>
  );
}
