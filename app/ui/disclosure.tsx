import { type ReactNode, useState } from 'react';
import { ChevronRightIcon } from './icons.tsx';

type Props = {
  title: ReactNode;
  /** What stands behind it, in a few words, so that it need not be opened to be known. */
  note?: ReactNode;
  /** Open when it first appears; afterwards it is the reader's own affair, until `mustOpen`. */
  isOpen?: boolean;
  /** Something inside needs attention. */
  mustOpen?: boolean;
  children: ReactNode;
};

/** What is rarely needed, behind its name. Works without JavaScript; its fields are sent whether it is open or not. */
export function Disclosure({ title, note, isOpen = false, mustOpen = false, children }: Props) {
  const [atFirst] = useState(isOpen);
  return (
    <details className="group border-b border-line" open={mustOpen || atFirst || undefined}>
      <summary className="flex min-h-[2.75rem] cursor-pointer list-none flex-wrap items-center gap-x-2 py-2 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <ChevronRightIcon className="h-4 w-4 text-muted transition-transform group-open:rotate-90 motion-reduce:transition-none" />
        <span className="font-semibold">{title}</span>
        {note && <span className="text-sm text-muted">{note}</span>}
      </summary>
      <div className="space-y-6 pb-6 pt-3">{children}</div>
    </details>
  );
}
