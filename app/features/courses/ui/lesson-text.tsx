import { forwardRef } from 'react';

/** The lesson as its author wrote it. `html` comes from platform/documents/markdown alone, which lets nothing run. */
export const LessonText = forwardRef<HTMLElement, { html: string }>(function LessonText({ html }, ref) {
  // Content is written in Vietnamese whatever the language of the interface.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer is the one source of this HTML
  return <article ref={ref} lang="vi" className="reading" dangerouslySetInnerHTML={{ __html: html }} />;
});
