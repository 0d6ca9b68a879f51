import { diffIndices } from 'node-diff3';

/** A piece of text that is in both, only in the older one, or only in the newer one. */
export interface DifferencePiece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Words compared one by one at most; longer changes are told by whole lines. */
const MOST_WORDS = 4000;

/**
 * The way from one text to another, word by word. Lines are compared first and words within the lines that differ, so
 * that a long lesson costs little. The pieces that are not `new` make the older text again, those not `gone` the newer.
 */
export function wordDifference(before: string, after: string): DifferencePiece[] {
  const pieces: DifferencePiece[] = [];
  let from = 0;
  const old = linesOf(before);
  for (const { buffer1, buffer1Content, buffer2Content } of diffIndices(old, linesOf(after))) {
    add(pieces, 'same', old.slice(from, buffer1[0]).join(''));
    addWords(pieces, buffer1Content.join(''), buffer2Content.join(''));
    from = buffer1[0] + buffer1[1];
  }
  add(pieces, 'same', old.slice(from).join(''));
  return pieces;
}

function addWords(pieces: DifferencePiece[], before: string, after: string): void {
  const [old, young] = [wordsOf(before), wordsOf(after)];
  if (old.length === 0 || young.length === 0 || old.length + young.length > MOST_WORDS) {
    add(pieces, 'gone', before);
    add(pieces, 'new', after);
    return;
  }
  let from = 0;
  for (const { buffer1, buffer1Content, buffer2Content } of diffIndices(old, young)) {
    add(pieces, 'same', old.slice(from, buffer1[0]).join(''));
    add(pieces, 'gone', buffer1Content.join(''));
    add(pieces, 'new', buffer2Content.join(''));
    from = buffer1[0] + buffer1[1];
  }
  add(pieces, 'same', old.slice(from).join(''));
}

function add(pieces: DifferencePiece[], kind: DifferencePiece['kind'], text: string): void {
  if (text === '') return;
  const last = pieces.at(-1);
  if (last?.kind === kind) last.text += text;
  else pieces.push({ kind, text });
}

/** Each line with the break that ends it. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
/** Each word with the spaces behind it. */
const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}\p{M}]+\s*|[^\s\p{L}\p{N}\p{M}]\s*/gu) ?? [];

export const hasDifference = (pieces: readonly DifferencePiece[]): boolean =>
  pieces.some(({ kind }) => kind !== 'same');
