/**
 * The files and the things of the library that texts point to, each once, in order: `(media:ID)` and `(library:ID)` of
 * Markdown, with angle brackets too, and the definition of a reference that stands on a line of its own.
 */
export function namedIn(texts: Iterable<string>): { media: string[]; library: string[] } {
  const named = { media: new Set<string>(), library: new Set<string>() };
  for (const text of texts)
    for (const [, kind, id] of text.matchAll(/(?:\(|\]:)\s*<?(media|library):([0-9A-Za-z_-]+)/g))
      named[kind as 'media' | 'library'].add(id!);
  return { media: [...named.media].sort(), library: [...named.library].sort() };
}

/** Every text within a value, however deep it stands. */
export function textsIn(value: unknown): string[] {
  const texts: string[] = [];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const each = open.pop();
    if (typeof each === 'string') texts.push(each);
    else if (typeof each === 'object' && each !== null) open.push(...Object.values(each));
  }
  return texts;
}
