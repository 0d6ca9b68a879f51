import { Fragment, forwardRef, type ReactNode, useEffect } from 'react';

type Props = {
  html: string;
  /** What stands where the text has a check-yourself, by its number. */
  check?: (number: number) => ReactNode;
};

/** The lesson as its author wrote it. `html` comes from platform/documents/markdown alone, which lets nothing run. */
export const LessonText = forwardRef<HTMLElement, Props>(function LessonText({ html, check }, ref) {
  useOpenForPrint();
  const parts = html.split(checkMarks);
  // Content is written in Vietnamese whatever the language of the interface.
  if (parts.length === 1) {
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer is the one source of this HTML
    return <article ref={ref} lang="vi" className="reading" dangerouslySetInnerHTML={{ __html: html }} />;
  }
  return (
    <article ref={ref} lang="vi" className="reading">
      {parts.map((part, at) => {
        // Split by a pattern with a group: texts and numbers take turns.
        if (at % 2 === 1) return <Fragment key={`so-${part}`}>{check?.(Number(part))}</Fragment>;
        if (part.trim() === '') return null;
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer is the one source of this HTML
        return <div key={at} className="reading-part" dangerouslySetInnerHTML={{ __html: part }} />;
      })}
    </article>
  );
});

const checkMarks = /<!--tu-kiem-tra:(\d+)-->/;

/** What is folded must be read on paper too; questions to oneself (`hoi`) stay closed, and what was open stays open. */
function useOpenForPrint(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('details.fold:not([open])')];
      for (const fold of opened) fold.open = true;
    };
    const close = () => {
      for (const fold of opened) fold.open = false;
      opened = [];
    };
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', close);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', close);
    };
  }, []);
}
