import { type MouseEvent, useEffect, useRef } from 'react';
import { CrossCircleIcon } from './icons.tsx';

export type SummaryError = { /** Of the control, without "#". */ id: string; message: string };

type Props = {
  /** "Có 2 chỗ cần sửa". */
  title: string;
  errors: readonly SummaryError[];
};

/** What has to be mended, on top of the form, each line leading to its field. Takes the focus when it appears or changes. */
export function ErrorSummary({ title, errors }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const said = errors.map((error) => `${error.id} ${error.message}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words need not take the focus again
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [said]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} className="max-w-form border-4 border-red bg-surface p-4 sm:p-5">
      <div role="alert">
        <h2 className="flex items-start gap-2 text-lg text-red">
          <CrossCircleIcon className="mt-[0.25em] h-5 w-5" />
          {title}
        </h2>
        <ul className="mt-2 space-y-1.5">
          {errors.map((error) => (
            <li key={`${error.id} ${error.message}`}>
              <a href={`#${error.id}`} onClick={goToField} className="font-semibold text-red hover:text-red-strong">
                {error.message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The browser's own jump shows the control but not its label; so scroll to the label and then focus. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const id = event.currentTarget.hash.slice(1);
  const control = document.getElementById(decodeURIComponent(id));
  if (!control) return;
  event.preventDefault();
  const frame =
    control.closest('fieldset') ?? document.querySelector(`label[for="${CSS.escape(control.id)}"]`) ?? control;
  frame.scrollIntoView?.();
  control.focus({ preventScroll: true });
}
