import type { BubbleBlock, BubbleRow } from '#app/kernel/printed-document.ts';
import { paragraph, run, twips } from '../docx-xml.server.ts';

const cell = twips.ofMillimetres(6.2);
const labelCell = twips.ofMillimetres(9);
const gap = twips.ofMillimetres(4);

const borders = (kind: 'box' | 'none') => {
  const line = kind === 'box' ? 'w:val="single" w:sz="4" w:space="0" w:color="000000"' : 'w:val="nil"';
  return `<w:tcBorders>${['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} ${line}/>`).join('')}</w:tcBorders>`;
};

function boxOf(
  text: string,
  width: number,
  look: { kind: 'box' | 'none'; isBold?: boolean; size?: number; isFilled?: boolean },
) {
  const { kind, isBold = false, size = 9, isFilled = false } = look;
  const shade = isFilled ? '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>' : '';
  const words = paragraph(text === '' ? '' : run(text, { isBold, size }), { align: 'center', line: 240 });
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${borders(kind)}${shade}<w:vAlign w:val="center"/></w:tcPr>${words}</w:tc>`;
}

const rowOf = (cells: string, height: number) =>
  `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${height}" w:hRule="exact"/></w:trPr>${cells}</w:tr>`;

const tableOf = (widths: readonly number[], rows: readonly string[], align: 'left' | 'right') =>
  `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:jc w:val="${align}"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;

/**
 * Boxes to be crossed, each with its sign: a Word file has no circles that every office program draws alike. The same
 * numbers and groups as in print.
 */
export function docxBubbles({ numbers, groups, columns }: BubbleBlock, width: number): string {
  return [
    numbers.length > 0 ? numbersOf(numbers) : '',
    ...groups.map(({ title, rows }) => {
      const heading = paragraph(run(title, { isBold: true, size: 11 }), {
        before: 120,
        after: 40,
        keepsWithNext: true,
      });
      return heading + columnsOf(rows, columns, width);
    }),
    paragraph('', { line: 60 }),
  ].join('');
}

function numbersOf(numbers: BubbleBlock['numbers']): string {
  const widths = numbers.flatMap(({ digits }, at) => [
    ...(at > 0 ? [gap * 2] : []),
    ...Array.from({ length: digits }, () => cell),
  ]);
  const spacer = (at: number) => (at > 0 ? boxOf('', gap * 2, { kind: 'none' }) : '');
  const line = (of: (one: BubbleBlock['numbers'][number], digit: number) => string) =>
    numbers
      .map((one, at) => spacer(at) + Array.from({ length: one.digits }, (_, digit) => of(one, digit)).join(''))
      .join('');
  const labels = numbers
    .map(({ label, digits }, at) => {
      const words = paragraph(run(label, { isBold: true, size: 9 }), { align: 'center', line: 240 });
      return `${spacer(at)}<w:tc><w:tcPr><w:tcW w:w="${digits * cell}" w:type="dxa"/><w:gridSpan w:val="${digits}"/>${borders('none')}</w:tcPr>${words}</w:tc>`;
    })
    .join('');
  const rows = [
    rowOf(labels, 300),
    rowOf(
      line(({ filled }, digit) => boxOf(filled[digit] ?? '', cell, { kind: 'box', isBold: true, size: 10 })),
      360,
    ),
    rowOf(
      line(() => boxOf('', cell, { kind: 'none' })),
      80,
    ),
    ...Array.from({ length: 10 }, (_, value) =>
      rowOf(
        line(({ filled }, digit) =>
          boxOf(String(value), cell, { kind: 'box', isFilled: filled[digit] === String(value) }),
        ),
        270,
      ),
    ),
  ];
  return tableOf(widths, rows, 'right') + paragraph('', { line: 60 });
}

function columnsOf(rows: readonly BubbleRow[], columns: number, whole: number): string {
  const most = Math.max(1, ...rows.map(({ signs }) => signs.length));
  const own = labelCell + most * cell + gap;
  const used = Math.max(1, Math.min(columns, Math.floor((whole + gap) / own)));
  const perColumn = Math.ceil(rows.length / used);
  const widths = Array.from({ length: used }, () => [
    labelCell,
    ...Array.from({ length: most }, () => cell),
    gap,
  ]).flat();
  const lines = Array.from({ length: perColumn }, (_, line) => {
    const cells = Array.from({ length: used }, (_, column) => {
      const row = rows[column * perColumn + line];
      const boxes = Array.from({ length: most }, (_, place) => {
        const sign = row?.signs[place];
        if (sign === undefined) return boxOf('', cell, { kind: 'none' });
        return boxOf(sign, cell, { kind: 'box', size: row?.isWritten ? 6 : 9 });
      });
      return (
        boxOf(row?.label ?? '', labelCell, { kind: 'none', isBold: true, size: 10 }) +
        boxes.join('') +
        boxOf('', gap, { kind: 'none' })
      );
    });
    return rowOf(cells.join(''), 290);
  });
  return tableOf(widths, lines, 'left') + paragraph('', { line: 60 });
}
