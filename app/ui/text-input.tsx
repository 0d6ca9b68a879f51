import { forwardRef, type InputHTMLAttributes, useState } from 'react';
import { controlClass, type Width, widths } from './control-class.ts';
import { useFieldAria } from './field.tsx';
import { writtenDay } from './written-day.ts';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'width'> & { width?: Width };

export const TextInput = forwardRef<HTMLInputElement, Props>(function TextInput(props, ref) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { width = 'full', className, onChange, ...rest } = props;
  const isDay = rest.type === 'date' || rest.type === 'datetime-local';
  return (
    <>
      <input
        type="text"
        {...rest}
        {...useFieldAria()}
        ref={ref}
        onChange={
          isDay
            ? (event) => {
                setChosen(writtenDay(event.target.value, document.documentElement.lang));
                onChange?.(event);
              }
            : onChange
        }
        className={controlClass(`${widths[width]} ${className ?? ''}`)}
      />
      {chosen && <span className="mt-1 block text-sm text-muted">{chosen}</span>}
    </>
  );
});
