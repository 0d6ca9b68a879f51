// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { renderDocument, renderMarkdown, renderMarkdownInline } from '#app/platform/documents/markdown.server.ts';
import { processorMs } from '#tests/processor-time.ts';

const words = { keyPoints: 'Ghi nhớ', toFill: 'Chỗ "đơn vị" bổ sung', table: 'Bảng' };
const lesson = (text: string) => renderDocument(text, words);

describe('what a text may not do', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java&#10;script:alert(1))',
    '[a](data:text/html,<script>)',
    '[a](vbscript:x)',
    '[a](//elsewhere.example)',
    '![a](https://elsewhere.example/x.png)',
    '![a](javascript:alert(1))',
    '<a href="javascript:alert(1)">a</a>',
    '[a]: javascript:alert(1)\n\n[a]',
    '<javascript:alert(1)>',
    '::: hoi <img src=x onerror=alert(1)>\n<b onclick=x>\n:::',
    '## <i onmouseover=x>',
    '| <svg onload=x> |\n|---|\n| a |',
  ];

  it.each(attacks)('brings in no element, handler or scheme: %s', (text) => {
    for (const html of [lesson(text).html, renderMarkdown(text), renderMarkdownInline(text)]) {
      document.body.innerHTML = html;
      expect(document.body.querySelector('script, svg, img, i, b, iframe, style')).toBeNull();
      for (const element of document.body.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          expect(name).not.toMatch(/^on/);
          expect(value).not.toMatch(/^\s*(javascript|data|vbscript):/i);
        }
      }
      for (const link of document.body.querySelectorAll('a')) {
        expect(link.getAttribute('href')).toMatch(/^(https?:|mailto:|\/[^/]|#)/);
      }
    }
  });

  it('keeps links to documents and to this site', () => {
    expect(renderMarkdownInline('[văn bản](https://vanban.chinhphu.vn/)')).toBe(
      '<a href="https://vanban.chinhphu.vn/" rel="noopener noreferrer">văn bản</a>',
    );
    expect(renderMarkdownInline('[khóa học](/courses/1)')).toBe('<a href="/courses/1">khóa học</a>');
    expect(renderMarkdownInline('![sơ đồ](/media/1)')).toBe('<img src="/media/1" alt="sơ đồ">');
  });
});

describe('formulas and scripts', () => {
  it.each([
    ['a fraction', 'Tính $\\frac{1}{2}$', '<p>Tính <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math></p>'],
    ['one in a table', '| $x_1$ |\n|---|\n| 2 |', '<math><msub><mi>x</mi><mn>1</mn></msub></math>'],
    ['Vietnamese words', '$\\text{Diện tích}$', '<math><mtext>Diện tích</mtext></math>'],
    ['above and below', 'cm^2^, H~2~O', '<p>cm<sup>2</sup>, H<sub>2</sub>O</p>'],
    ['several words above', 'a^b\\ c^', '<p>a<sup>b c</sup></p>'],
    ['struck words beside those below', '~~cũ~~ H~2~O', '<p><s>cũ</s> H<sub>2</sub>O</p>'],
    ['prices', 'giá 5$ và 7$', '<p>giá 5$ và 7$</p>'],
    ['signs behind a backslash', '\\$5 a\\^b\\^ \\~c\\~', '<p>$5 a^b^ ~c~</p>'],
    ['what is no formula', '$\\frac{$', '<p><code>\\frac{</code></p>'],
    ['elements within', '$\\text{<img src=x>}$', '<mtext>&lt;img src=x&gt;</mtext>'],
    ['what would lead elsewhere', '$\\href{javascript:x}{y}$', '<p><code>\\href{javascript:x}{y}</code></p>'],
  ])('%s', (_, text, expected) => {
    // The spaces of words within a formula hold their words together.
    expect(renderMarkdown(text).replaceAll('\u00a0', ' ')).toContain(expected);
  });

  it('stand on a line of their own between two signs', () => {
    expect(renderMarkdown('$$\nx^2\n$$')).toMatch(
      /^<p><span class="formula formula-block"><math display="block"[^>]*><msup>/,
    );
  });

  it('scroll in a frame of their own where they may be wider than a phone', () => {
    expect(renderMarkdown(`$${'a+'.repeat(40)}b$`)).toContain('<p><span class="formula" tabindex="0"><math>');
  });

  it('end in time, however deep they are nested or however many signs there are', async () => {
    const took = await processorMs(() => {
      for (const part of ['{', '^{', '\\frac{', '\\sqrt{', '$', '^', '~', '^a', '\\left('])
        expect(renderMarkdown(`$${part.repeat(20_000)}$`)).toContain('<p>');
    });
    expect(took).toBeLessThan(10_000);
  });
});

describe('a lesson', () => {
  it('gives headings ids without tone marks and lists level 2', () => {
    const { html, contents } = lesson('## Đặt vấn đề\n\n### Ý **nhỏ**\n\n## Đặt vấn đề\n\n# Một');
    expect(contents).toEqual([
      { id: 'muc-dat-van-de', title: 'Đặt vấn đề' },
      { id: 'muc-dat-van-de-2', title: 'Đặt vấn đề' },
      { id: 'muc-mot', title: 'Một' },
    ]);
    expect(html).toContain('<h3 id="muc-y-nho">');
    expect(html).not.toContain('<h1');
  });

  it('lists the same headings when the text comes from the store of recent results', () => {
    expect(lesson('## A\n\n## B').contents).toEqual(lesson('## A\n\n## B').contents);
    expect(lesson('## A\n\n## B').contents).toHaveLength(2);
  });

  it('shows key points, places to fill and folded questions', () => {
    const { html } = lesson(
      '::: ghi-nho\n- Một\n:::\n\n::: cho-bo-sung\nỞ đây\n:::\n\n::: hoi Ai *ban hành*?\nBộ Chính trị.\n:::\n',
    );
    expect(html).toContain('<aside class="key-points"><p class="label">Ghi nhớ</p>');
    expect(html).toContain('<aside class="to-fill"><p class="label">Chỗ &quot;đơn vị&quot; bổ sung</p>');
    expect(html).toContain('<details><summary>Ai <em>ban hành</em>?</summary>\n<p>Bộ Chính trị.</p>\n</details>');
  });

  it('lets a table scroll in its own frame, named, with column heads', () => {
    const { html } = lesson('| A | B |\n|---|---|\n| 1 | 2 |');
    expect(html).toContain('<div class="table-scroll" tabindex="0" role="group" aria-label="Bảng"><table>');
    expect(html).toContain('<th scope="col">A</th>');
    expect(html).toContain('</table></div>');
  });

  it('follows the language of the words', () => {
    expect(lesson('::: ghi-nho\nA\n:::').html).toContain('Ghi nhớ');
    expect(renderDocument('::: ghi-nho\nA\n:::', { ...words, keyPoints: 'Key points' }).html).toContain('Key points');
  });
});

describe('a short text', () => {
  it('keeps line breaks and lists, and makes no headings', () => {
    expect(renderMarkdown('Một\nhai')).toBe('<p>Một<br>\nhai</p>\n');
    expect(renderMarkdown('# 5')).toBe('<p># 5</p>\n');
    expect(renderMarkdown('- a\n- b')).toContain('<li>a</li>');
  });

  it('keeps the symbol of a document in one piece', () => {
    expect(renderMarkdownInline('Nghị quyết số 35-NQ/TW ngày 22-10')).toBe(
      'Nghị quyết số <span class="whitespace-nowrap">35-NQ/TW</span> ngày 22-10',
    );
  });

  it('is one line when asked for one', () => {
    expect(renderMarkdownInline('**Bộ** Chính trị')).toBe('<strong>Bộ</strong> Chính trị');
    expect(renderMarkdownInline('1 < 2 & "x"')).toBe('1 &lt; 2 &amp; &quot;x&quot;');
  });
});
