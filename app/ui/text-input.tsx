import { forwardRef, type InputHTMLAttributes } from 'react';
import { controlClass, type Width, widths } from './control-class.ts';
import { useFieldAria } from './field.tsx';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'width'> & { width?: Width };

export const TextInput = forwardRef<HTMLInputElement, Props>(function TextInput(
  { width = 'full', className, ...rest },
  ref,
) {
  return (
    <input
      type="text"
      {...rest}
      {...useFieldAria()}
      ref={ref}
      className={controlClass(`${widths[width]} ${className ?? ''}`)}
    />
  );
});
