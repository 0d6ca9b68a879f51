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
const LATER = /(^|\s)(?:([*@#])[ \t]?)?\(?([A-Ha-h])\s*[.)/](?!\/)\s*(?=\S)/gu;
const MOST_TRIES = 20;
/** Nobody writes a list of options within so many words. */
const LONGEST_LINE = 10_000;

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
    // "Điểm a) khoản 1" within words is no option: letters come in order, and in the same case unless a gap parts them.
    const isParted = /\t| {2}$/.test(text.slice(Math.max(0, match.index - 1), match.index + space.length));
    const fits = found.toUpperCase() === next && (isParted || (found === found.toLowerCase()) === isSmall);
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
  if (text.length > LONGEST_LINE) return null;
  let tries = 0;
  for (const match of text.matchAll(/(?:^|\s)(?:[*@#][ \t]?)?\(?[Aa]\s*[.)/]/gu)) {
    tries += 1;
    if (tries > MOST_TRIES) break;
    const at = match.index + (/^\s/.test(match[0]) ? 1 : 0);
    const starts = optionsIn(text.slice(at), 'A');
    // A small 'a)' within words may be a point of an article: then three in a row make a list.
    if (starts.length > (/[A]/.test(match[0]) ? 1 : 2))
      return starts.map((one) => ({ ...one, at: one.at + at, from: one.from + at }));
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

/**
 * Without the options of a line that the line below has again: 'b) theo điểm c) khoản 2' above 'c) …' holds one option.
 */
export function withoutRepeated(starts: OptionStart[], below: string): OptionStart[] {
  const first = looksLikeOption(below)?.letter;
  const cut = starts.findIndex(({ letter }, index) => index > 0 && letter === first);
  return cut === -1 ? starts : starts.slice(0, cut);
}
