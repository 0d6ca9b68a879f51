import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

type Props = {
  name: string;
  label: string;
  unit: string;
  hint?: string;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
};

/** A number with what it counts beside it. Typed as text, so that '6,5' is as good as '6.5' and nothing typed is lost. */
export function NumberField({ name, label, unit, hint, value, problem, onChange }: Props) {
  return (
    <Field id={name} label={label} hint={hint} error={problem}>
      <span className="flex items-center gap-2">
        <TextInput
          name={name}
          inputMode="decimal"
          autoComplete="off"
          width="number"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <span>{unit}</span>
      </span>
    </Field>
  );
}
