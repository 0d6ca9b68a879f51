import { isSameText, signatureOf } from './signature.server.ts';

// Without the letters and digits that are taken for one another on paper.
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';
const LETTERS = 9;

/**
 * The first password of a person's account: it follows from the secret of this installation, the person and the number of
 * the issue, so that nothing of it is stored and the slip can be printed again. 44 bits, in three groups to be typed.
 */
export function firstPassword(personId: string, issue: number): string {
  const letters: string[] = [];
  for (let round = 0; letters.length < LETTERS; round += 1) {
    for (const byte of signatureOf(`first password\n${personId}\n${issue}\n${round}`)) {
      // Above this some letters would come more often than others.
      if (byte < 248 && letters.length < LETTERS) letters.push(readable[byte % readable.length]!);
    }
  }
  return [0, 3, 6].map((at) => letters.slice(at, at + 3).join('')).join('-');
}

/**
 * Whether this is the first password, however its groups, capitals and spaces were typed. The same work and time for an
 * account that has none (`issue` null).
 */
export function isFirstPassword(personId: string, issue: number | null, typed: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[\s-]/g, '');
  const isSame = isSameText(bare(firstPassword(personId, issue ?? 0)), bare(typed.slice(0, 200)));
  return isSame && issue !== null;
}
