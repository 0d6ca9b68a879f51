import { type ReactNode, useEffect, useId, useRef } from 'react';
import { CrossIcon } from './icons.tsx';

type Props = {
  isOpen: boolean;
  /** Escape, the close button, or a press beside the dialog. */
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
  /** Buttons; the safe one last so that it lies nearest. */
  actions?: ReactNode;
};

/** A question that must be answered first. The browser keeps the focus inside and gives it back. */
export function Dialog({ isOpen, onClose, title, closeLabel, children, actions }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (isOpen && element && !element.open) element.showModal();
    if (!isOpen && element?.open) element.close();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by the browser's own doing
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className="dialog w-full max-w-form border border-edge bg-surface p-0 text-ink"
    >
      {isOpen && (
        <div className="p-5 sm:p-6">
          <div className="flex items-start justify-between gap-4">
            <h2 id={id} className="text-xl">
              {title}
            </h2>
            <button
              type="button"
              onClick={onClose}
              className="-mr-2 -mt-1 flex h-11 w-11 shrink-0 items-center justify-center rounded hover:bg-sunken"
            >
              <CrossIcon />
              <span className="sr-only">{closeLabel}</span>
            </button>
          </div>
          <div className="mt-2">{children}</div>
          {actions && <div className="mt-6 flex flex-col gap-3 sm:flex-row sm:flex-wrap">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
