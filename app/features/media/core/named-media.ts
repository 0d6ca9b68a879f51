/** The ids of kept files that a text names, in whatever form: `media:ID` of Markdown, an address, a JSON value. */
export function namedMedia(text: string): string[] {
  return [...text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g)].map(([id]) => id);
}
