/** Most texts hold nothing that could be a mark. */
const mark = /[\\`*_[\]<>|~^$]|^[^\S\n]*(?:[#+-]|\d+[.)])\s/m;

/** Plain text as Markdown that shows exactly it: no character of it becomes a mark. Line breaks stay line breaks. */
export function escapeMarkdown(text: string): string {
  if (!mark.test(text)) return text;
  return text
    .replace(/([\\`*_[\]<>|~^$])/g, '\\$1')
    .replace(/^([^\S\n]*)([#+-])(?=\s)/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])(?=\s)/gm, '$1\\$2')
    .replace(/!(?=\\\[)/g, '\\!');
}
