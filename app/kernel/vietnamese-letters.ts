/** The six tones in dictionary order: 0 ngang, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

const TONE_MARKS = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'] as const;
const VOWEL = /^[aeiouy]/i;

/**
 * Takes the tone off one NFC letter: 'ộ' gives { letter: 'ô', tone: 5 }. Only vowels carry tones, so the tilde of 'ñ' stays.
 */
export function splitTone(char: string): { letter: string; tone: Tone } {
  const parts = char.normalize('NFD');
  if (parts.length === 1 || !VOWEL.test(parts)) return { letter: char, tone: 0 };
  for (const tone of [1, 2, 3, 4, 5] as const) {
    if (parts.includes(TONE_MARKS[tone])) {
      return { letter: parts.replace(TONE_MARKS[tone], '').normalize('NFC'), tone };
    }
  }
  return { letter: char, tone: 0 };
}

/** Puts a tone on one letter without tone, in NFC; the inverse of `splitTone`. */
export function withTone(letter: string, tone: Tone): string {
  return (letter + TONE_MARKS[tone]).normalize('NFC');
}
