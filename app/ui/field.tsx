import { createContext, type ReactNode, useContext, useId } from 'react';
import { classes } from './classes.ts';
import { WarningIcon } from './icons.tsx';

type FieldState = { id: string; describedBy: string | undefined; hasError: boolean };
const FieldContext = createContext<FieldState | null>(null);

/** What a control inside a Field must carry so that label, hint and error belong to it. */
export function useFieldAria() {
  const field = useContext(FieldContext);
  if (!field) return {};
  return { id: field.id, 'aria-describedby': field.describedBy, 'aria-invalid': field.hasError || undefined };
}

export type FieldFrame = {
  /** The control's id; error summaries link to it. */
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  /** One message, or several (the first is shown). */
  error?: string | readonly string[] | null;
};

/** Label above, hint under it, the error beside the control that it speaks of. The control is the child. */
export function Field({
  id: givenId,
  label,
  hint,
  error,
  className,
  children,
}: FieldFrame & { className?: string; children: ReactNode }) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const message = firstError(error);
  return (
    <div className={classes('max-w-form', message && 'border-l-4 border-red pl-4', className)}>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      <FieldNotes id={id} hint={hint} message={message} />
      <FieldContext.Provider value={{ id, describedBy: describedBy(id, hint, message), hasError: Boolean(message) }}>
        <div className="mt-1.5">{children}</div>
      </FieldContext.Provider>
    </div>
  );
}

export function firstError(error: FieldFrame['error']): string | undefined {
  return (typeof error === 'string' ? error : error?.[0]) || undefined;
}

export function describedBy(id: string, hint: ReactNode, message: string | undefined): string | undefined {
  return [hint ? `${id}-description` : '', message ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
}

export function FieldNotes({ id, hint, message }: { id: string; hint: ReactNode; message: string | undefined }) {
  return (
    <>
      {hint && (
        <p id={`${id}-description`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {message && (
        <p id={`${id}-error`} className="mt-1 flex items-start gap-1.5 font-semibold text-red">
          <WarningIcon className="mt-[0.2em] h-5 w-5" />
          <span>{message}</span>
        </p>
      )}
    </>
  );
}
