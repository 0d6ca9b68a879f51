const MARK = /\{\{\s*([A-Za-z0-9_-]{1,40})\s*\}\}/g;

/** The ids of the marks {{id}} in a stem, in reading order, each as often as it is there. */
export function blankMarks(stem: string): string[] {
  return [...stem.matchAll(MARK)].map(([, id = '']) => id);
}

/** The stem with each mark {{id}} named anew; a mark that `nameOf` does not know stays. */
export function renameBlankMarks(stem: string, nameOf: (id: string) => string | number | undefined): string {
  return stem.replace(MARK, (mark, id: string) => {
    const name = nameOf(id);
    return name === undefined ? mark : `{{${name}}}`;
  });
}
