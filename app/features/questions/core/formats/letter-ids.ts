/** 'a', 'b' … 'z', 'aa' …: the ids of what a file lists, in written order. */
export function letterId(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterId(Math.floor(index / 26) - 1) + letter;
}
