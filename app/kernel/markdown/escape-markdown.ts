/** Plain text as Markdown that shows exactly it: no character of it becomes a mark. Line breaks stay line breaks. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/([\\`*_[\]<>|~^$])/g, '\\$1')
    .replace(/^(\s*)([#+-])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2')
    .replace(/!(?=\\\[)/g, '\\!');
}
