import { type ReactNode, useEffect, useRef } from 'react';

/** What an answer of the server puts on top of a long form: the focus goes there, so that it is seen and read at once. */
export function Arrival({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}
