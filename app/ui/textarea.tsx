import { forwardRef, type TextareaHTMLAttributes } from 'react';
import { controlClass } from './control-class.ts';
import { useFieldAria } from './field.tsx';

export const Textarea = forwardRef<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement>>(function Textarea(
  { className, rows = 4, ...rest },
  ref,
) {
  return (
    <textarea
      rows={rows}
      {...rest}
      {...useFieldAria()}
      ref={ref}
      className={controlClass(`w-full ${className ?? ''}`)}
    />
  );
});
