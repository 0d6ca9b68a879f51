/** The number and symbol of a document ("03-HD/BTGDVTW") is one word: a browser would break it at its hyphen. */
export function ItemSymbol({ children }: { children: string }) {
  return <span className={children.length <= 30 ? 'whitespace-nowrap' : undefined}>{children}</span>;
}
