/** A stretch of a source, from one place to another, that gives way to a text. */
export interface TextEdit {
  from: number;
  until: number;
  text: string;
}

/** The source after edits that do not overlap. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.until), source);
}

/** Where each line begins and ends, its line end left out, by line from 1. */
export function linePlaces(source: string): (line: number) => { from: number; until: number } {
  const places: { from: number; until: number }[] = [];
  const ends = /\r\n|\r|\n/g;
  let from = 0;
  for (let end = ends.exec(source); end !== null; end = ends.exec(source)) {
    places.push({ from, until: end.index });
    from = end.index + end[0].length;
  }
  places.push({ from, until: source.length });
  return (line) => places[Math.min(Math.max(line, 1), places.length) - 1]!;
}
