import { describe, expect, it } from 'vitest';
import { readWord } from '#app/kernel/word/read-word.ts';
import { renderMarkdown } from '#app/platform/documents/markdown.server.ts';
import { docxFormula } from '#app/platform/documents/printed/docx-formula.server.ts';
import { DocxPictures, docxRuns } from '#app/platform/documents/printed/docx-runs.server.ts';
import { richBlocks } from '#app/platform/documents/printed/rich-blocks.server.ts';

/** A formula as Word keeps it, read again as any document of Word is. */
function again(latex: string): { latex: string; losses: unknown[] } {
  const [block] = richBlocks(`$${latex}$`, new Map());
  if (block?.kind !== 'text') throw new Error('no formula');
  const runs = docxRuns(block.runs, 12, 400, new DocxPictures());
  const xml = `<w:document xmlns:w="w"><w:body><w:p>${runs}</w:p></w:body></w:document>`;
  const { blocks, losses, fault } = readWord(new Map([['word/document.xml', Buffer.from(xml)]]));
  expect(fault).toBeNull();
  const [paragraph] = blocks;
  const [piece] = paragraph?.kind === 'paragraph' ? paragraph.pieces : [];
  return { latex: piece?.kind === 'formula' ? piece.latex : '', losses };
}

/** What a page draws, its finest distances aside. */
const drawn = (latex: string) =>
  renderMarkdown(`$${latex}$`)
    .replace(/<mspace[^>]*><\/mspace>|[\u2061-\u2064]/g, '')
    .replace(/<mo><\/mo>/g, '')
    .replace(/<\/?mrow>/g, '')
    .replace(/ (?:class|style|movablelimits|lspace|rspace|stretchy|display)="[^"]*"/g, '');

describe('a formula in a document of Word', () => {
  it.each([
    'x',
    'x^{2}',
    'a_{1}',
    'x_{1}^{2}',
    '\\frac{1}{2}',
    '\\frac{a+b}{c-d}',
    '\\sqrt{16}',
    '\\sqrt[3]{x+1}',
    '{x}^{2}+{y}^{2}={z}^{2}',
    '\\left(\\frac{a}{b}\\right)',
    '\\left[a,b\\right]',
    '\\alpha +\\beta \\le \\pi',
    '\\sum_{i=1}^{n}{i}',
    '\\int_{0}^{1}{x}',
    '\\vec{a}',
    '\\hat{x}',
    '\\overline{AB}',
    '\\text{km/h}',
    '\\sin x',
    'H_{2}O',
    '\\begin{matrix}1 & 2 \\\\ 3 & 4\\end{matrix}',
    'a<b',
    'a\\ne b',
    '90^{\\circ}',
    '\\lim_{n}{a}',
    '\\binom{n}{k}',
  ])('%s is read as it was', (latex) => {
    const read = again(latex);
    expect(read.losses).toEqual([]);
    expect(drawn(read.latex)).toBe(drawn(latex));
  });

  it.each([
    '\\begin{cases}a & b \\\\ c & d\\end{cases}',
    '\\underbrace{x}_{n}',
    '\\overset{a}{b}',
    '\\boxed{a}',
    "x'",
    '\\max_{x} y = 2',
    '\\prod_{i} x_i = 3',
    '\\begin{aligned}a&=b\\\\c&=d\\end{aligned}',
    '\\lim_{x\\to 0} \\frac{\\sin x}{x} = 1',
    '\\mathrm{d}x \\mathbf{v}',
    '\\frac{\\frac{1}{2}}{\\sqrt{\\frac{3}{4}}}',
  ])('%s is a formula still, and stays as it is from then on', (latex) => {
    const once = again(latex);
    expect(once.losses).toEqual([]);
    expect(drawn(once.latex)).not.toContain('<code>');
    expect(drawn(again(once.latex).latex)).toBe(drawn(once.latex));
  });

  it('holds any sign of XML as words', () => {
    expect(docxFormula([{ tag: 'mo', attributes: {}, children: ['<'] }], { isBlock: false, size: 12 })).toContain(
      '&lt;',
    );
  });
});
