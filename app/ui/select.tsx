import { forwardRef, type SelectHTMLAttributes } from 'react';
import { controlClass, type Width, widths } from './control-class.ts';
import { useFieldAria } from './field.tsx';

export type SelectOption = { value: string; label: string; disabled?: boolean };
type Props = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'width'> & {
  options: readonly SelectOption[];
  width?: Width;
  /** The first, empty choice: "Chọn đơn vị". */
  emptyLabel?: string;
};

export const Select = forwardRef<HTMLSelectElement, Props>(function Select(
  { options, width = 'full', emptyLabel, className, ...rest },
  ref,
) {
  return (
    <select
      {...rest}
      {...useFieldAria()}
      ref={ref}
      className={controlClass(`${widths[width]} pr-8 ${className ?? ''}`)}
    >
      {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
});
