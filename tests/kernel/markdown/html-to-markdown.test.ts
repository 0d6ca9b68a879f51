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
    ['code', '<code>a_b|c</code>', '`a_b|c`'],
    ['code that holds its own sign', '<code>`a</code>', '`` `a ``'],
    ['what stands above and below the line', 'm<sup>2 x</sup> H<sub>2</sub>O', 'm^2\\ x^ H~2~O'],
    ['what is struck out', '<del>cũ</del> mới', '~~cũ~~ mới'],
    ['formulas', 'Cho \\(x^2\\) và $$\\frac{a_1}{b}$$ \\[y\\]', 'Cho $x^2$ và $$\\frac{a_1}{b}$$ $$y$$'],
    ['a formula cut by an entity', '\\(a &lt; b\\)', '$a < b$'],
    ['a formula that nothing closes', '\\(x và $$y', '\\\\(x và \\$\\$y'],
    ['an amount of money', 'giá 5$ hay 6$', 'giá 5\\$ hay 6\\$'],
    ['a formula in a cell', '<table><tr><td>\\(|x|\\)</td></tr></table>', '| $\\vert x\\vert$ |\n| --- |'],
    [
      'MathML',
      '<math><mfrac><mn>1</mn><msup><mi>x</mi><mn>2</mn></msup></mfrac><mo>≤</mo><msqrt><mi>π</mi></msqrt></math>',
      '$\\frac{1}{x^{2}}\\le \\sqrt{\\pi }$',
    ],
    [
      'MathML with its source',
      '<math display="block"><semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></semantics></math>',
      '$$x_1$$',
    ],
    ['paragraphs in a list', '<ul><li><p>a</p><p>b</p></li><li>c</li></ul>d', '- a\n\n   b\n\n- c\n\nd'],
    ['marks in the words', 'a*b_c [x]', 'a\\*b\\_c \\[x\\]'],
    ['what is never closed', '<p><b>đậm', '**đậm**'],
  ])('%s', (_, html, markdown) => {
    expect(htmlToMarkdown(html)).toEqual({ markdown, lost: [] });
  });

  it.each([
    ['a script', 'a<script>alert(1)</script>b', 'ab', ['script']],
    ['a formula of unknown elements', '<math><mglyph/><mi>x</mi></math>', 'x', ['math']],
    ['a sound elsewhere', '<audio src="https://a.vn/x.mp3">bài hát</audio>', 'bài hát', ['audio']],
    ['a link that runs something', '<a href="javascript:x()">đọc</a>', 'đọc', ['a']],
    ['a picture within the file', '<img src="data:image/png;base64,AA" alt="sơ đồ">', 'sơ đồ', ['img']],
  ])('names what it cannot say: %s', (_, html, markdown, lost) => {
    expect(htmlToMarkdown(html)).toEqual({ markdown, lost });
  });

  it('asks where pictures, sounds and links lead', () => {
    const addressOf = (address: string, kind: string) =>
      address.startsWith('@@') ? `${kind}:${address.slice(3)}` : null;
    const html =
      '<img src="@@/a.png" alt="sơ  đồ"><audio title="Bài"><source src="@@/b.mp3">x</audio><a href="@@/c">c</a>';
    expect(htmlToMarkdown(html, { addressOf })).toEqual({
      markdown: '![sơ đồ](picture:a.png)![audio: Bài](sound:b.mp3)[c](link:c)',
      lost: [],
    });
  });

  it('seeks the ends of a million formulas once', () => {
    const { markdown } = htmlToMarkdown('\\('.repeat(1_000_000));
    expect(markdown.length).toBe(3_000_000);
  });

  it('reads a million open elements as far as a person would write them', () => {
    expect(htmlToMarkdown(`đầu${'<div><b>'.repeat(500_000)}x`)).toEqual({ markdown: 'đầu', lost: ['depth'] });
  });
});
