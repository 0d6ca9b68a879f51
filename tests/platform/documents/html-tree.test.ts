import { describe, expect, it } from 'vitest';
import { type HtmlNode, htmlTree } from '#app/platform/documents/html-tree.server.ts';
import { renderMarkdown } from '#app/platform/documents/markdown.server.ts';

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
/** Prints a tree again. */
const print = (nodes: HtmlNode[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return escaped(node);
      const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
      const open = `<${node.tag}${attributes.join('')}>`;
      return ['br', 'hr', 'img'].includes(node.tag) ? open : `${open}${print(node.children)}</${node.tag}>`;
    })
    .join('');

describe('the tree of a rendered text', () => {
  it.each([
    ['a paragraph', 'Sông {{0}} chảy qua **Hà {{1}}**, `a < b && c`.'],
    ['a list', '- một {{0}}\n- hai\n\n1. ba\n2. bốn'],
    ['a table', '| Năm | Sự kiện |\n|---|:-:|\n| 1945 | {{0}} |'],
    ['links, pictures, breaks', '[trang](https://a.vn/?x=1&y="2") ![ảnh](/media/a.png "tên")  \ndòng hai\n\n---'],
    ['HTML that an author typed', '<script>alert(1)</script> <b onclick="x">y</b> {{0}}'],
    ['the symbol of a document', 'Nghị quyết 35-NQ/TW, mục {{0}}'],
    ['code', '```\n<p>{{0}}</p>\n```'],
  ])('prints as it was rendered: %s', (_title, markdown) => {
    const html = renderMarkdown(markdown);
    expect(print(htmlTree(html))).toBe(html);
  });

  it('holds what an author typed as HTML as text', () => {
    expect(JSON.stringify(htmlTree(renderMarkdown('<script>x</script>')))).not.toContain('"tag":"script"');
  });
});
