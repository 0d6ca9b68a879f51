import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gridOf } from '#app/features/quiz/core/printed/answer-grid.ts';
import { keyLetters } from '#app/features/quiz/core/printed/key-letters.ts';
import { isByLetters, paperItemOf, sectionOf } from '#app/features/quiz/core/printed/paper-item.ts';
import { makeVariants, variantCodes } from '#app/features/quiz/core/printed/variants.ts';
import { questionsOfVariant } from '#app/features/quiz/queries/printed/paper-content.server.ts';
import { gridDocument } from '#app/features/quiz/ui/printed/grid-document.ts';
import { keysDocument } from '#app/features/quiz/ui/printed/keys-document.ts';
import { papersDocument } from '#app/features/quiz/ui/printed/paper-documents.ts';
import type { PrintedDocument } from '#app/kernel/printed-document.ts';
import { printPrintedDocx } from '#app/platform/documents/printed/printed-docx.server.ts';
import { printPrintedPdf } from '#app/platform/documents/printed/printed-pdf.server.ts';
import { richBlocks, wordsOf } from '#app/platform/documents/printed/rich-blocks.server.ts';
import { tenQuestions } from '#tests/fixtures/ten-types.ts';

const bodies = tenQuestions.map(({ body }) => body);
const bodyOf = (id: string) => bodies[Number(id.slice(1))]!;
const drawn = bodies.map((body, at) => ({ questionId: `q${at}`, questionVersionId: `v${at}`, maxMark: 1, body }));
const variants = makeVariants(new Map(variantCodes(3).map((code) => [code, drawn])), 'giấy', {
  ...{ shuffleQuestions: true, shuffleOptions: true },
}).map((variant) => ({
  ...variant,
  items: variant.paper.map((slot) => paperItemOf(bodyOf(slot.questionVersionId), slot.optionOrder)),
}));
const set = {
  ...{ id: 's', title: 'Kiểm tra đợt 2', quizTitle: 'Nghị quyết 35', heldOn: '2026-11-25', minutes: 45 },
  ...{ unitName: 'Tiểu đoàn 1', unitPath: '/', createdAt: new Date(0) },
};
const head = { left: [{ text: 'TIỂU ĐOÀN 1', look: 'bold', size: 13 }], right: [] } as const;
const papers = papersDocument(
  {
    set,
    instructions: [],
    variants: variants.map((variant) => ({
      code: variant.code,
      questions: questionsOfVariant(variant, bodyOf, new Map()),
    })),
  },
  head,
  'vi',
);
const keys = keysDocument(
  {
    set,
    variants: variants.map(({ code, paper, items }) => ({
      code,
      keys: paper.map((slot, at) => ({
        ...{ number: slot.slot, section: sectionOf(items[at]!), isByLetters: isByLetters(items[at]!) },
        letters: keyLetters(bodyOf(slot.questionVersionId), slot.optionOrder),
      })),
    })),
  },
  head,
  'vi',
);

/** The parts of a packed file that this house made: nothing in it is stored unpacked. */
function partsOf(zip: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(zip);
  const parts = new Map<string, string>();
  let at = 0;
  while (bytes.readUInt32LE(at) === 0x04034b50) {
    const [packed, named] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)];
    const from = at + 30 + named;
    parts.set(
      bytes.toString('utf8', at + 30, from),
      inflateRawSync(bytes.subarray(from, from + packed)).toString('utf8'),
    );
    at = from + packed;
  }
  return parts;
}
const wordsIn = (xml = '') => xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');

describe('printed papers', () => {
  it('carry their code on every page, their questions in the order of the variant, and no key', async () => {
    const parts = partsOf(await printPrintedDocx(papers));
    const text = wordsIn(parts.get('word/document.xml'));
    for (const [at, { code, paper }] of variants.entries()) {
      expect(wordsIn(parts.get(`word/footer${at + 1}.xml`))).toContain(`Mã đề ${code} – Trang`);
      const own = text.slice(text.indexOf(`Mã đề ${code}`)).split('HẾT')[0]!;
      const places = paper.map(({ slot, questionVersionId }) => {
        const stem = wordsOf(richBlocks(bodyOf(questionVersionId).stem, new Map()))
          .slice(0, 12)
          .split('{')[0]!;
        return own.indexOf(`Câu ${slot}. ${stem}`);
      });
      expect(places.every((place) => place > 0)).toBe(true);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
    expect(text).toContain('Họ và tên:');
    expect(text).not.toContain('ĐÁP ÁN');
    expect(text).not.toContain('{{');
  });

  it('have one answer sheet for all variants, each number once', () => {
    const [grid, ...others] = gridOf(variants);
    expect(others).toEqual([]);
    expect([...new Set(grid!.rows.map(({ number }) => number))]).toEqual(variants[0]!.items.map((_, at) => at + 1));
    const document = gridDocument({ set, grids: [grid!], isCommon: true }, head, 'vi', false);
    const bubbles = document.parts[0]!.blocks.find((block) => block.kind === 'bubbles');
    expect(bubbles?.kind === 'bubbles' && bubbles.numbers.map(({ digits }) => digits)).toEqual([4, 3]);
  });

  it('name whose each sheet is at the foot, where lines to write on may need a second one', () => {
    const footer = (items: (typeof variants)[number]['items']) =>
      gridDocument({ set, grids: gridOf([{ code: '101', items }]), isCommon: true }, head, 'vi', false).parts[0]!.footer
        .name;
    expect(footer(variants[0]!.items)).toMatch(/^Họ và tên: .*Số báo danh: .*Mã đề: /);
    expect(footer(variants[0]!.items.filter((item) => item.kind === 'choice'))).toBe(set.title);
  });

  it('have keys by variant and side by side that agree', async () => {
    const [combined, ...each] = keys.parts;
    const table = combined!.blocks.find((block) => block.kind === 'table');
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows).toHaveLength(bodies.length);
    for (const [at, { paper }] of variants.entries()) {
      for (const [index, slot] of paper.entries()) {
        const body = bodyOf(slot.questionVersionId);
        const letters = body.type === 'essay' ? 'chấm theo hướng dẫn' : keyLetters(body, slot.optionOrder);
        expect(rows[index]![at + 1]).toBe(letters);
        expect(JSON.stringify(each[at]!.blocks)).toContain(JSON.stringify(letters).slice(1, -1));
      }
    }
    expect(wordsIn(partsOf(await printPrintedDocx(keys)).get('word/document.xml'))).toContain('BẢNG ĐÁP ÁN');
  });

  it('are the same bytes each time, in both formats', async () => {
    for (const print of [printPrintedDocx, printPrintedPdf] as ((one: PrintedDocument) => Promise<Uint8Array>)[]) {
      const [first, second] = [await print(papers), await print(papers)];
      expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    }
  });

  it('hold 60 questions on one answer sheet', async () => {
    const item = { kind: 'choice', options: 4, isMany: false } as const;
    const grids = gridOf([{ code: '101', items: Array.from({ length: 60 }, () => item) }]);
    const pdf = Buffer.from(await printPrintedPdf(gridDocument({ set, grids, isCommon: true }, head, 'vi', false)));
    expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  });

  it('write formulas in one line and tables as tables', () => {
    const [table] = richBlocks('| A | B |\n|---|---|\n| 1 | **2** |', new Map());
    expect(table).toMatchObject({
      kind: 'table',
      rows: [
        [[{ text: 'A', isBold: true }], [{ text: 'B' }]],
        [[{ text: '1' }], [{ text: '2', isBold: true }]],
      ],
    });
    const [lines] = richBlocks(`![Sơ đồ](media:${'a'.repeat(64)})`, new Map());
    expect(lines).toMatchObject({ kind: 'text', runs: [{ text: '[Sơ đồ]' }] });
  });
});
