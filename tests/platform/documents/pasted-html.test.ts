import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderDocument } from '#app/platform/documents/markdown.server.ts';
import { cleanHtml, pastedText } from '#app/platform/documents/pasted-html.server.ts';
import { processorMs } from '#tests/processor-time.ts';

const markdown = (html: string) => pastedText(html).markdown;
const codes = (html: string) => pastedText(html).problems.map(({ code }) => code);

/** As Word for Windows writes it to the clipboard. */
const word = (
  body: string,
) => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0in;font-size:14.0pt;font-family:"Times New Roman",serif} @page WordSection1 {size:595.3pt 841.9pt} --></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:"Table Normal"}</style><![endif]-->
</head><body lang=EN-US style='tab-interval:.5in'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

const listLine = (level: number, sign: string, text: string, place = 'Middle', name = 'MsoListParagraphCxSp') =>
  `<p class=${name}${place} style='text-indent:-.25in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=VI>${text}<o:p></o:p></span></p>`;

describe('What Word puts on the clipboard', () => {
  it('becomes headings, paragraphs and emphasis, without its looks', () => {
    const html =
      word(`<h1 style='margin-top:12.0pt'><b><span lang=VI style='font-size:16.0pt;color:#2F5496'>I. BỐI CẢNH<o:p></o:p></span></b></h1>
<p class=MsoNormal style='text-align:justify'><span lang=VI style='font-size:14.0pt;mso-ansi-language:VI'>Ngày <b
style='mso-bidi-font-weight:normal'>22/10/2018</b>, Bộ Chính trị ban hành “Nghị quyết số <i>35-NQ/TW</i>”<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h2>1. Mục tiêu<o:p></o:p></h2><p class=MsoNormal>Diện tích 10 m<sup>2</sup>.<o:p></o:p></p>`);
    expect(markdown(html)).toBe(
      '## I. BỐI CẢNH\n\nNgày **22/10/2018**, Bộ Chính trị ban hành “Nghị quyết số *35-NQ/TW*”\n\n### 1. Mục tiêu\n\nDiện tích 10 m^2^.',
    );
    expect(codes(html)).toEqual([]);
  });

  it('becomes lists of several levels, whose signs are not left in the text', () => {
    const html = word(
      [
        listLine(1, '·', 'Kiên định chủ nghĩa Mác – Lênin', 'First'),
        listLine(2, 'o', 'Tư tưởng Hồ Chí Minh'),
        listLine(1, '·', 'Giữ vững trận địa', 'Last'),
        '<p class=MsoNormal>Xen giữa.<o:p></o:p></p>',
        listLine(1, '1.', 'Một', 'First'),
        listLine(1, '2.', 'Hai', 'Last'),
        '<p class=MsoNormal>Điều 2 gồm:</p>',
        listLine(1, 'a)', 'Điểm thứ nhất', 'First'),
        listLine(1, 'b)', 'Điểm thứ hai', 'Last'),
      ].join('\n'),
    );
    expect(markdown(html)).toBe(
      [
        '- Kiên định chủ nghĩa Mác – Lênin\n   - Tư tưởng Hồ Chí Minh\n- Giữ vững trận địa',
        'Xen giữa.',
        '1. Một\n2. Hai',
        'Điều 2 gồm:',
        '- a) Điểm thứ nhất\n- b) Điểm thứ hai',
      ].join('\n\n'),
    );
  });

  it('becomes tables; joined cells stand apart and are told of', () => {
    const cell = (text: string, more = '') =>
      `<td width=208 valign=top style='width:155.8pt;border:solid windowtext 1.0pt'${more}><p class=MsoNormal>${text}<o:p></o:p></p></td>`;
    const html = word(
      `<table class=MsoTableGrid border=1 cellspacing=0><tr style='mso-yfti-irow:0'>${cell('<b>Năm</b>')}${cell('<b>Văn bản</b>')}</tr><tr>${cell('2018', ' rowspan=2')}${cell('35-NQ/TW')}</tr><tr>${cell('Khác')}</tr><tr>${cell('Cả hai', ' colspan=2')}</tr></table>`,
    );
    expect(markdown(html)).toBe(
      '| **Năm** | **Văn bản** |\n| --- | --- |\n| 2018 | 35-NQ/TW |\n|  | Khác |\n| Cả hai |  |',
    );
    expect(codes(html)).toEqual(['merged-cells']);
  });

  it('gives pictures a place, whether their bytes came along or not', () => {
    const png = 'iVBORw0KGgo=';
    const read = pastedText(
      word(`<p class=MsoNormal><!--[if gte vml 1]><v:shape id="_x0000_i1025" style='width:100pt'><v:imagedata src="file:///C:/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=133 height=99
src="file:///C:/Users/A/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png" alt="Sơ đồ tổ chức" v:shapes="_x0000_i1025"><![endif]></p>
<p><img src="data:image/png;base64,${png}" alt="image001.png"></p><p><img src="https://example.org/a.png" alt="Xa"></p>`),
    );
    expect(read.markdown).toBe('![Sơ đồ tổ chức](attached:1)\n\n![](attached:2)\n\nXa');
    expect(read.pictures).toEqual([
      { kind: 'local', alt: 'Sơ đồ tổ chức' },
      { kind: 'bytes', bytes: Buffer.from(png, 'base64'), alt: 'image001.png' },
    ]);
    expect(read.problems.map(({ code }) => code)).toEqual(['picture-without-words', 'picture-elsewhere']);
  });

  it('lets footnotes, comments and deleted words go, and says so', () => {
    const html = word(
      `<p class=MsoNormal>Văn bản<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> còn <del>cũ</del> hiệu lực<span style='display:none;mso-hide:all'> ẩn</span>.</p>`,
    );
    expect(markdown(html)).toBe('Văn bản còn hiệu lực.');
    expect(codes(html)).toEqual(['deleted-text', 'footnote']);
  });
});

describe('What others put on the clipboard', () => {
  it.each([
    [
      'LibreOffice',
      '<p style="margin-bottom: 0cm"><font face="Liberation Serif"><b>Đậm</b> thường</font></p><ul><li><p>Một</p></li><li><p>Hai</p></li></ul>',
      '**Đậm** thường\n\n- Một\n- Hai',
    ],
    [
      'Google Docs',
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700;font-style:italic">Nhấn</span><span style="font-weight:400"> thường</span></p></b>',
      '***Nhấn*** thường',
    ],
    [
      'a web page',
      '<div><h4>Mục</h4><p>Xem <a href="https://example.org/x" onclick="x()">nguồn</a></p><script>x()</script></div>',
      '## Mục\n\nXem [nguồn](https://example.org/x)',
    ],
    [
      'our own lesson',
      `<p><img src="/media/${'a'.repeat(64)}" alt="Bản đồ"></p>`,
      `![Bản đồ](media:${'a'.repeat(64)})`,
    ],
  ])('%s', (_, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });
});

describe('What is dangerous', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt&colon;alert(1)">x</a>',
    '<a href=" &#1; javascript:alert(1)">x</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="//evil.example/x">x</a>',
    '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
    '<img src="//evil.example/x.png" alt="x">',
    '<svg onload=alert(1)><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
    '<style>@import "//evil.example";body{background:url(javascript:alert(1))}</style>',
    '<p style="background:url(javascript:alert(1));behavior:url(x)">x</p>',
    '<iframe src="javascript:alert(1)"></iframe><object data="x"></object><embed src="x">',
    '<form action="//evil.example"><input name=a autofocus onfocus=alert(1)><button formaction="javascript:x">x</button></form>',
    '<base href="//evil.example/"><link rel=stylesheet href="//evil.example/x.css"><meta http-equiv=refresh content="0;url=//evil.example">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<template><script>alert(1)</script></template>',
    '<textarea></textarea><img src=x onerror=alert(1)>',
    '<!--[if IE]><script>alert(1)</script><![endif]-->',
    '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    '<p>[x](javascript:alert(1)) ![x](javascript:alert(1)) &lt;img src=x onerror=alert(1)&gt;</p>',
    '<img src="/pasted-picture/1" alt="x](javascript:alert(1)) ![">',
    '<v:shape><v:textbox><img src=x onerror=alert(1)></v:textbox></v:shape>',
  ];
  const isHarmless = (html: string) => {
    expect(html).not.toMatch(/<\s*(script|style|iframe|object|embed|svg|math|form|input|base|link|meta|template)/i);
    expect(html).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
    expect(html).not.toMatch(/<[^>]*(?:href|src)="\s*(?:javascript|vbscript|data|\/\/)/i);
    expect(html).not.toMatch(/<[^>]*\sstyle=/i);
  };

  it.each(attacks)('%s', (attack) => {
    isHarmless(cleanHtml(attack));
    const words = { keyPoints: '', toFill: '', table: 'T' };
    isHarmless(renderDocument(markdown(`<p>a</p>${attack}<p>b</p>`), words, { isDraft: true }).html);
  });

  it('stays harmless in any mixture', () => {
    const pieces = [...attacks, '<p>', '</p>', '<table><tr><td colspan=99>', '<ul><li>', '"', "'", '<', '>', '&', 'ữ'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (mixture) => {
        const html = renderDocument(
          markdown(mixture.join('')),
          { keyPoints: '', toFill: '', table: 'T' },
          { isDraft: true },
        );
        isHarmless(html.html);
      }),
      { numRuns: 300 },
    );
  });

  it('reads what is nested without end, and tables that would fill the memory, in a moment', async () => {
    const table = `<table>${'<tr><td rowspan=9999 colspan=9999>x</td></tr>'.repeat(200)}</table>`;
    const took = await processorMs(() => {
      expect(codes('<div>'.repeat(100_000))).toContain('depth');
      expect(markdown(table).length).toBeLessThan(2_000_000);
    });
    expect(took).toBeLessThan(10_000);
  });
});
