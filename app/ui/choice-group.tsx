import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import { describedBy, type FieldFrame, FieldNotes, firstError } from './field.tsx';

type RowProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  type: 'radio' | 'checkbox';
  label: ReactNode;
  hint?: ReactNode;
  /** Shown at the end of the row: a mark, a tag. */
  aside?: ReactNode;
};

/** One choice; the whole row can be pressed. */
export function ChoiceRow({ label, hint, aside, className, ...input }: RowProps) {
  return (
    <label className={classes('choice-row', className)}>
      <input {...input} />
      <span>
        {label}
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
      {aside}
    </label>
  );
}

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type GroupProps = FieldFrame & {
  type: 'radio' | 'checkbox';
  name: string;
  options: readonly Choice[];
  /** Uncontrolled (forms without JavaScript): what is chosen at first. */
  defaultValue?: string | readonly string[];
  value?: string | readonly string[];
  onChange?: (value: string, isChecked: boolean) => void;
  /** Short choices side by side. */
  inline?: boolean;
  form?: string;
  required?: boolean;
  className?: string;
};

/** A question with choices below one another. The first control carries the group's id, so that error summaries reach it. */
export function ChoiceGroup(props: GroupProps) {
  const ownId = useId();
  const { id = ownId, label, hint, type, name, options, inline, onChange, form, required, className } = props;
  const message = firstError(props.error);
  const isIn = (chosen: GroupProps['value'], value: string) =>
    chosen === undefined ? undefined : typeof chosen === 'string' ? chosen === value : chosen.includes(value);
  return (
    <fieldset
      className={classes('min-w-0 max-w-form', message && 'border-l-4 border-red pl-4', className)}
      aria-describedby={describedBy(id, hint, message)}
    >
      <legend className="float-left w-full font-semibold">{label}</legend>
      <div className="clear-left">
        <FieldNotes id={id} hint={hint} message={message} />
      </div>
      <div className={classes('mt-1.5 flex gap-2', inline ? 'flex-wrap' : 'flex-col')}>
        {options.map((option, at) => (
          <ChoiceRow
            key={option.value}
            {...option}
            id={at === 0 ? id : `${id}-${at + 1}`}
            type={type}
            name={name}
            form={form}
            required={type === 'radio' && required}
            checked={isIn(props.value, option.value)}
            defaultChecked={props.value === undefined ? isIn(props.defaultValue, option.value) : undefined}
            onChange={onChange && ((event) => onChange(option.value, event.target.checked))}
          />
        ))}
      </div>
    </fieldset>
  );
}
