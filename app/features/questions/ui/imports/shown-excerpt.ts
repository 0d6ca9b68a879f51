/** The words of a place as people read them: a picture by its own words, or by `picture` where it has none; no address. */
export const shownExcerpt = (excerpt: string, picture: string): string =>
  excerpt.replace(/!\[([^\]]*)\](\([^)]*(\)|$))?/g, (_, words: string) => `[${words.trim() || picture}]`);
