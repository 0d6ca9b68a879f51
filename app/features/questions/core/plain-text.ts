/**
 * Markdown as one line of plain text, for tables, statistics and comparisons: links and pictures leave their words, marks
 * of emphasis, headings, lists and tables go. A reading for people, not a parser.
 */
export function plainText(markdown: string): string {
  return markdown
    .split('\n')
    .filter((line) => !isRule(line))
    .map((line) => line.replace(/^\s*(?:#{1,6}|>|[-*+])\s+/, ''))
    .join('\n')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|~~)(?=\S)([^*~]+)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_\\])([*_])(?=\S)([^*_]+)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/[`|]/g, ' ')
    .replace(/\\([\\*_{}[\]()#+\-.!<>~^$])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A line that only draws: '---' or '|---|:---|'. */
function isRule(line: string): boolean {
  return line.includes('---') && /^[\s|:-]+$/.test(line);
}
