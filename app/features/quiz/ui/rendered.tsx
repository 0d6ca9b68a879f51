/** Text that the server rendered from an author's Markdown: the renderer alone makes it, and makes it safe. */
export function Rendered({ html, className, id }: { html: string; className?: string; id?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by platform/documents/markdown
  return <div id={id} className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** The same within a line. */
export function RenderedLine({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by platform/documents/markdown
  return <span dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A, B, C ... for a displayed position. */
export const letterOf = (position: number): string => String.fromCharCode(65 + position);
