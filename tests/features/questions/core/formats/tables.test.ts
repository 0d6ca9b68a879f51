import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '#app/features/questions/core/formats/csv/csv-rows.ts';
import { parseCsv } from '#app/features/questions/core/formats/csv/parse-csv.ts';
import { printCsvText } from '#app/features/questions/core/formats/csv/print-csv.ts';
import { formatOf } from '#app/features/questions/core/formats/read-question-file.ts';
import { printTable } from '#app/features/questions/core/formats/table/print-table.ts';
import { formColumns } from '#app/features/questions/core/formats/table/question-form.ts';
import { parseXlsx } from '#app/features/questions/core/formats/xlsx/parse-xlsx.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { validateQuestion } from '#app/features/questions/core/validate-question.ts';
import { printFormXlsx } from '#app/platform/documents/form-xlsx.server.ts';
import { unpack } from '#app/platform/documents/unpack.server.ts';
import { zipTexts } from '#app/platform/documents/zip.server.ts';
import { anyBody, anyQuestion, hardTexts, plainly } from './any-question.ts';

const isSound = (body: QuestionBody) => validateQuestion(body).length === 0;
const bodies = Object.entries(anyBody(hardTexts));
const few = (body: fc.Arbitrary<QuestionBody>) =>
  fc.array(anyQuestion(body.filter(isSound), hardTexts), { minLength: 1, maxLength: 3 });

describe('what is written as CSV is read as it was', () => {
  it.each(bodies)('%s', (_, body) => {
    fc.assert(
      fc.property(few(body), (questions) => {
        const { text, losses } = printCsvText(questions);
        expect(losses).toEqual([]);
        // Nothing that a spreadsheet would run.
        const cells = csvRows(text, 100).rows.flatMap(({ row }) => row);
        expect(cells.filter((cell) => /^\s*[=+@-]/.test(cell))).toEqual([]);
        expect(formatOf(text)).toBe('csv');
        const read = parseCsv(text);
        expect(read.problems).toEqual([]);
        expect(read.questions.map(plainly)).toEqual(questions);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what is written as a workbook is read as it was', () => {
  it.each(bodies)('%s', async (_, body) => {
    await fc.assert(
      fc.asyncProperty(few(body), async (questions) => {
        const { heads, rows, losses } = printTable(questions);
        expect(losses).toEqual([]);
        const bytes = await printFormXlsx({ sheet: 'Câu hỏi', values: 'Giá trị', columns: formColumns(heads), rows });
        const read = parseXlsx(await unpack(bytes));
        expect(read.problems).toEqual([]);
        expect(read.questions.map(plainly)).toEqual(questions);
      }),
      { numRuns: 4 },
    );
  });
});

const csv = (...lines: string[]) => parseCsv(lines.join('\r\n'));

describe('a table that somebody made', () => {
  it('is understood by its heads, however they are written, below its title', () => {
    const { questions, problems } = csv(
      'NGÂN HÀNG CÂU HỎI;;;;;;',
      'TT;NỘI DUNG CÂU HỎI;Phương án A;PHƯƠNG ÁN B;p.a C;Đáp án đúng;Mức độ;Căn cứ',
      '1;Nghị quyết 35 ban hành *năm* nào?;2017;2018;;b;Nhận biết;"Nghị quyết 35; trang 1"',
      ';;;;;;;',
      '2;Những ý nào đúng?;x;y;z;A, C;Vận dụng;',
      '3;Trái Đất quay;;;;Đúng;;',
      '4;Xét các ý;x;y;z;ĐSĐ;;',
      '5;Ai ban hành?;;;;Bộ Chính trị;;',
    );
    expect(problems).toEqual([]);
    expect(questions.map(({ line, body }) => [line, body.type])).toEqual([
      [3, 'single'],
      [5, 'multiple'],
      [6, 'true-false'],
      [7, 'cluster'],
      [8, 'short-answer'],
    ]);
    expect(questions[0]).toMatchObject({
      ...{ difficulty: 'easy', source: 'Nghị quyết 35; trang 1' },
      body: {
        stem: 'Nghị quyết 35 ban hành \\*năm\\* nào?',
        correct: 'b',
        options: [{ text: '2017' }, { text: '2018' }],
      },
    });
  });

  it('takes pairs with arrows, and an order as the options stand', () => {
    const { questions, problems } = csv(
      'Loại,Câu hỏi,A,B,C',
      'Ghép,Tên và năm,Nghị quyết 35 -> 2018,Chỉ thị 23 -> 2018,-> 2019',
      'Sắp xếp,Trước sau,một,hai,ba',
    );
    expect(problems).toEqual([]);
    expect(questions.map(({ body }) => body)).toMatchObject([
      { type: 'matching', pairs: { a: 'a', b: 'a' }, choices: [{ text: '2018' }, { text: '2019' }] },
      { type: 'ordering', items: [{ text: 'một' }, { text: 'hai' }, { text: 'ba' }] },
    ]);
  });

  it('is told the cell of each doubt', () => {
    const { questions, problems } = csv(
      'Câu hỏi,A,B,Đáp án,Mức độ',
      ',x,y,A,',
      'Hỏi?,x,y,D,',
      'Hỏi nữa?,x,y,A,lạ',
      'Còn hỏi?,x,,A,',
    );
    expect(questions).toEqual([]);
    expect(problems.map(({ line, code, excerpt }) => [line, code, excerpt])).toEqual([
      [2, 'no-stem', 'A2:'],
      [3, 'key-not-an-option', 'D3: D'],
      [4, 'bad-field', 'E4: lạ'],
      [5, 'one-option', 'B5: x'],
    ]);
    expect(csv('một,hai', 'ba,bốn').problems).toMatchObject([{ code: 'no-columns', line: 1 }]);
  });

  it('shows days as days, shares as shares, and looks that set words apart', async () => {
    const cell = (ref: string, attributes: string, value: string) => `<c r="${ref}" ${attributes}>${value}</c>`;
    const text = (ref: string, words: string) => cell(ref, 't="inlineStr"', `<is>${words}</is>`);
    const sheet = [
      `<row r="3">${['Câu hỏi', 'A', 'B', 'Đáp án'].map((head, at) => text(`${'ABCD'[at]}3`, `<t>${head}</t>`)).join('')}</row>`,
      '<row r="4">',
      text(
        'A4',
        '<r><t xml:space="preserve">Diện tích tính bằng m</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>',
      ),
      cell('B4', 's="1"', '<v>43395</v>'),
      cell('C4', 's="2"', '<v>0.125</v>'),
      cell('D4', 't="e"', '<v>#REF!</v>'),
      text('D5', '<t>A</t>'),
      '</row>',
    ].join('');
    const zip = await zipTexts([
      [
        'xl/workbook.xml',
        '<workbook><sheets><sheet name="a" id="r1"/><sheet name="b" state="hidden" id="r1"/></sheets></workbook>',
      ],
      [
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      ],
      ['xl/styles.xml', '<styleSheet><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>'],
      ['xl/worksheets/sheet1.xml', `<worksheet><sheetData>${sheet.replace('D5', 'E4')}</sheetData></worksheet>`],
    ]);
    const { questions, problems } = parseXlsx(await unpack(zip));
    expect(questions).toEqual([]);
    expect(problems).toMatchObject([
      { code: 'no-key', excerpt: 'D4: #REF!' },
      { code: 'odd-cell', excerpt: 'D4: #REF!' },
    ]);
    const mended = await zipTexts([
      ['xl/workbook.xml', '<workbook><sheets><sheet name="a" id="r1"/></sheets></workbook>'],
      [
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      ],
      ['xl/styles.xml', '<styleSheet><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>'],
      [
        'xl/worksheets/sheet1.xml',
        `<worksheet><sheetData>${sheet.replace(/<c r="D4".*?<\/c>/, '').replace('D5', 'D4')}</sheetData></worksheet>`,
      ],
    ]);
    const read = parseXlsx(await unpack(mended));
    expect(read.problems).toEqual([]);
    expect(read.questions[0]?.body).toMatchObject({
      stem: 'Diện tích tính bằng m^2^',
      options: [{ text: '22/10/2018' }, { text: '12,5%' }],
    });
  });
});
