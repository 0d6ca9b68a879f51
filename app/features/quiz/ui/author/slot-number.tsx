import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

type SlotNumberProps = {
  name: string;
  label: string;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
};

/** A count or a mark of a line of the quiz. */
export function SlotNumber({ name, label, value, problem, onChange }: SlotNumberProps) {
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
