/** The name of a category in a list of choices, moved in by its depth: option elements bear no other sign. */
export const indentedName = ({ name, depth }: { name: string; depth: number }): string =>
  `${'\u2003'.repeat(depth)}${name}`;
