import { WarningIcon } from '#app/ui/icons.tsx';

/** A mistake beside what it speaks of, in the look of a field's own. */
export function Problem({ id, message }: { id: string; message: string | undefined }) {
  if (!message) return null;
  return (
    <p id={id} className="mt-1 flex items-start gap-1.5 font-semibold text-red">
      <WarningIcon className="mt-[0.2em] h-5 w-5" />
      <span>{message}</span>
    </p>
  );
}

/** A mistake of a whole group: the error summary leads here, since no single control is wrong. */
export function GroupProblem({ id, message }: { id: string; message: string | undefined }) {
  if (!message) return null;
  return (
    <div id={id} tabIndex={-1}>
      <Problem id={`${id}-error`} message={message} />
    </div>
  );
}
