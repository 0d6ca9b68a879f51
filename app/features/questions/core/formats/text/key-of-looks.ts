import type { PaperOption } from './paper-question.ts';
import type { Run } from './source-line.ts';

/** A look by which papers tell the right option. */
export type Look = 'underlined' | 'coloured' | 'bold' | 'italic';

// In the order in which they are trusted: nobody underlines or colours an option without meaning it.
const looks: readonly Look[] = ['underlined', 'coloured', 'bold', 'italic'];
const plainFields = { underlined: 'isUnderlined', bold: 'isBold', italic: 'isItalic' } as const;

export interface LookKey {
  letters: string[];
  look: Look;
}

/**
 * The letters of the options that the first telling look sets apart: by their words, else by their letters (which often
 * all look alike). Null where none does.
 */
export function keyOfLooks(options: readonly PaperOption[]): LookKey | null {
  if (!options.some(({ mark, words }) => mark.some(hasLook) || words.some((line) => line.some(hasLook)))) return null;
  for (const look of looks) {
    const chosen =
      apart(options, (option) => lookOf(option.words.flat(), look)) ?? apart(options, ({ mark }) => lookOf(mark, look));
    if (chosen) return { letters: chosen.map(({ letter }) => letter), look };
  }
  return null;
}

/** The options that look other than most; of two looks the plain one is never the telling one. */
function apart(options: readonly PaperOption[], lookAt: (option: PaperOption) => string): PaperOption[] | null {
  const looks = options.map(lookAt);
  // All alike: none stands out.
  if (looks.every((shown) => shown === looks[0])) return null;
  const groups = new Map<string, PaperOption[]>();
  for (const [at, option] of options.entries()) {
    const shown = looks[at]!;
    groups.set(shown, [...(groups.get(shown) ?? []), option]);
  }
  const plain = groups.get('');
  groups.delete('');
  if (plain) return groups.size === 0 ? null : [...groups.values()].flat();
  if (groups.size !== 2) return null;
  const [one, other] = [...groups.values()].sort((a, b) => a.length - b.length) as [PaperOption[], PaperOption[]];
  return one.length < other.length ? one : null;
}

/** How all words of some runs look; empty for plain, or where they differ. */
function lookOf(runs: readonly Run[], look: Look): string {
  const shown = (run: Run) => (look === 'coloured' ? colourOf(run) : run[plainFields[look]] ? look : '');
  if (runs.every((run) => shown(run) === '')) return '';
  const words = runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const [first] = words;
  if (!first) return '';
  const found = shown(first);
  return words.every((run) => shown(run) === found) ? found : '';
}

const hasLook = ({ isUnderlined, isMarked, isBold, isItalic }: Run): boolean =>
  Boolean(isUnderlined || isMarked || isBold || isItalic);

const colourOf = ({ isMarked, colour }: Run): string => (isMarked ? (colour ?? 'coloured') : '');
