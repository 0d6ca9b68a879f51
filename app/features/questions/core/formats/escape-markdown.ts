// Lives in kernel/markdown now, for lessons too; this line goes when nobody imports it from here.
export { escapeMarkdown } from '#app/kernel/markdown/escape-markdown.ts';
