import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from '#app/kernel/markdown/html-to-markdown.ts';

describe('HTML of a question file as Markdown', () => {
  it.each([
    ['a paragraph', '<p>Nghị quyết  35</p>', 'Nghị quyết 35'],
    ['two paragraphs', '<p>Một</p>\n<p>Hai</p>', 'Một\n\nHai'],
    ['emphasis', 'Đảng <b>bảo vệ</b> <em>nền tảng</em>', 'Đảng **bảo vệ** *nền tảng*'],
    ['emphasis of nothing', 'a<b></b>b', 'ab'],
    ['a break', 'một<br>hai', 'một  \nhai'],
    ['entities and spaces that do not break', 'a&nbsp;&lt;b&gt; &amp; c', 'a \\<b\\> & c'],
    ['a list', '<ul><li>một</li><li>hai</li></ul>sau', '- một\n- hai\n\nsau'],
    ['a list with numbers', '<ol><li>một<li>hai</ol>', '1. một\n2. hai'],
    ['a list in a list', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n   - b\n- c'],
    [
      'a table',
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>',
      '| A | B |\n| --- | --- |\n| 1 | 2 |',
    ],
    ['a link', '<a href="https://chinhphu.vn/x">văn bản</a>', '[văn bản](https://chinhphu.vn/x)'],
    ['code', '<code>a_b</code>', '`a\\_b`'],
    ['marks in the words', 'a*b_c [x]', 'a\\*b\\_c \\[x\\]'],
    ['what is never closed', '<p><b>đậm', '**đậm**'],
  ])('%s', (_, html, markdown) => {
    expect(htmlToMarkdown(html)).toEqual({ markdown, lost: [] });
  });

  it.each([
    ['a script', 'a<script>alert(1)</script>b', 'ab', ['script']],
    ['a superscript', 'm<sup>2</sup>', 'm2', ['sup']],
    ['a link that runs something', '<a href="javascript:x()">đọc</a>', 'đọc', ['a']],
    ['a picture within the file', '<img src="data:image/png;base64,AA" alt="sơ đồ">', 'sơ đồ', ['img']],
  ])('names what it cannot say: %s', (_, html, markdown, lost) => {
    expect(htmlToMarkdown(html)).toEqual({ markdown, lost });
  });

  it('reads a million open elements as far as a person would write them', () => {
    expect(htmlToMarkdown(`đầu${'<div><b>'.repeat(500_000)}x`)).toEqual({ markdown: 'đầu', lost: ['depth'] });
  });
});
