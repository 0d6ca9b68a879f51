/** Where an option begins in a line: its letter, how it is marked, and the place of its words. */
export interface OptionStart {
  letter: string;
  /** A sign before the letter that says: this one is right. */
  isStarred: boolean;
  /** Where letter and sign begin, and where the words do. */
  at: number;
  from: number;
}

const FIRST = /^\s*([*@#]?)\s*\(?([A-Ha-h])\s*[.)/:](?!\/)\s*/u;
const LATER = /(^|\s)([*@#]?)\(?([A-Ha-h])\s*[.)/](?!\/)\s*(?=\S)/gu;

/**
 * The options that a line holds, one or several; none where it does not begin with the option that is due. `due`: the
 * letter that comes next ('A' at the beginning). Small letters count as great ones.
 */
export function optionsIn(text: string, due: string): OptionStart[] {
  const first = FIRST.exec(text);
  const letter = first?.[2]?.toUpperCase();
  if (!first || letter !== due) return [];
  const starts: OptionStart[] = [
    { letter: due, isStarred: first[1] !== '', at: text.length - text.trimStart().length, from: first[0].length },
  ];
  let next = following(due);
  const isSmall = first[2] === first[2]!.toLowerCase();
  LATER.lastIndex = first[0].length;
  for (let match = LATER.exec(text); match !== null; match = LATER.exec(text)) {
    const [whole, space = '', star = '', found = ''] = match;
    // "Điểm a) khoản 1" within words is no option: letters come in order, and all in the same case.
    const fits = found.toUpperCase() === next && (found === found.toLowerCase()) === isSmall;
    if (!fits) continue;
    starts.push({
      letter: next,
      isStarred: star !== '',
      at: match.index + space.length,
      from: match.index + whole.length,
    });
    next = following(next);
  }
  return starts;
}

/** The letter after a letter. */
export const following = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) + 1);

/** Options that begin within a line, behind the stem: at least two of them in order, or it is no list. Null: none. */
export function inlineOptions(text: string): OptionStart[] | null {
  for (const match of text.matchAll(/(?:^|\s)[*@#]?\(?A\s*[.)/]/gu)) {
    const at = match.index + (/^\s/.test(match[0]) ? 1 : 0);
    const starts = optionsIn(text.slice(at), 'A');
    if (starts.length > 1) return starts.map((one) => ({ ...one, at: one.at + at, from: one.from + at }));
  }
  return null;
}

/** A line that begins like an option whatever its letter; null for none. */
export function looksLikeOption(text: string): OptionStart | null {
  const match = FIRST.exec(text);
  if (!match) return null;
  return {
    letter: match[2]!.toUpperCase(),
    isStarred: match[1] !== '',
    at: text.length - text.trimStart().length,
    from: match[0].length,
  };
}
