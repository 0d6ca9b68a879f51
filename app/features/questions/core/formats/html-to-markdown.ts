// Lives in kernel/markdown now, for lessons too; this line goes when nobody imports it from here.
export { htmlToMarkdown } from '#app/kernel/markdown/html-to-markdown.ts';
