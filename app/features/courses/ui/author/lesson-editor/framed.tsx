import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

type Props = {
  title: string;
  /** Pixels of the frame's own page. */
  width: number;
  className?: string;
  bodyClassName?: string;
  /** Told of the frame's window once it is there, to scroll it. */
  onWindow?: (view: Window | null) => void;
  children: ReactNode;
};

const empty = '<!doctype html><html><head></head><body></body></html>';

/** Content in a page of its own width, drawn by the page around it: what depends on the width of a page is as on a phone. Runs no scripts. */
export function Framed({ title, width, className, bodyClassName = '', onWindow, children }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);
  const settle = () => {
    const page = frame.current?.contentDocument;
    if (!page?.body) return;
    const { documentElement: outer } = document;
    page.documentElement.lang = outer.lang;
    if (outer.dataset.theme) page.documentElement.dataset.theme = outer.dataset.theme;
    if (page.head.childElementCount === 0) {
      for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style')) {
        page.head.append(page.importNode(sheet, true));
      }
    }
    page.body.className = bodyClassName;
    setBody(page.body);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the frame is there once it is mounted
  useEffect(() => {
    settle();
    onWindow?.(frame.current?.contentWindow ?? null);
    return () => onWindow?.(null);
  }, [bodyClassName]);
  return (
    <iframe
      ref={frame}
      title={title}
      srcDoc={empty}
      onLoad={settle}
      sandbox="allow-same-origin"
      style={{ width, maxWidth: '100%' }}
      className={className}
    >
      {body && createPortal(children, body)}
    </iframe>
  );
}
