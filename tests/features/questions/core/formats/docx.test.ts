import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocx } from '#app/features/questions/core/formats/docx/parse-docx.ts';
import type { ReadFile } from '#app/features/questions/core/formats/read-question.ts';
import { unpack } from '#app/platform/documents/unpack.server.ts';
import { COUNT, keyOf, optionsOf, stemOf, untidierPaper } from '#tests/fixtures/word/untidier-paper.ts';
import { untidyPaper, written } from '#tests/fixtures/word/untidy-paper.ts';
import {
  item,
  type ListOf,
  math,
  paragraph as p,
  picture,
  pngOf,
  table,
  type WordFile,
  wordFile,
} from '#tests/fixtures/word/word-file.ts';

const read = async (file: Uint8Array): Promise<ReadFile> => parseDocx(await unpack(file));
const of = (body: string[], more: Partial<WordFile> = {}) => read(wordFile({ body, ...more }));

/** Stem and options of a read question, the right ones starred. */
const brief = ({ questions }: ReadFile): string[] =>
  questions.map(({ body }) => {
    if (body.type === 'cluster')
      return `${body.stem} => ${body.statements.map(({ text, answer }) => `${text} ${answer}`).join(' | ')}`;
    if (body.type !== 'single' && body.type !== 'multiple') return `${body.stem} => ${body.type}`;
    const right = [body.correct].flat();
    return `${body.stem} => ${body.options.map(({ id, text }) => (right.includes(id) ? `*${text}` : text)).join(' | ')}`;
  });
const codes = ({ problems }: ReadFile) => problems.map(({ code }) => code);
const options = ['A. Số 34', 'B. Số 35', 'C. Số 36'];
const one = 'Nghị quyết nào? => Số 34 | *Số 35 | Số 36';
const stem = p('Câu 1. Nghị quyết nào?');
const key = p('Đáp án: B');

describe('the untidy paper of forty questions', () => {
  it('is read right, each question with its key', async () => {
    const file = await read(untidyPaper());
    expect(file.questions).toHaveLength(40);
    for (const [index, { title, category, body }] of file.questions.entries()) {
      expect(title).toBe(`Câu ${index + 1}`);
      expect(category).toBe(index < 20 ? 'Phần I. Văn bản' : 'PHẦN II: KIẾN THỨC CHUNG');
      if (body.type !== 'single') throw new Error(`${title} is ${body.type}`);
      expect(body.options).toHaveLength(4);
      expect(`${title} ${body.correct}`).toBe(`${title} ${'abcd'[written[index]!.key]}`);
    }
    expect(file.problems.map(({ severity, code, detail }) => [severity, code, detail])).toEqual([
      ['warning', 'key-by-look', 'bold'],
      ['warning', 'picture-no-words', 'image3.png'],
    ]);
    expect(file.attached?.map(({ name }) => name)).toEqual(['image1.png', 'image2.png', 'image3.png']);
    const lines = brief(file);
    expect(lines[20]).toContain('*25 cm^2^ | 20 cm^2^');
    expect(lines[21]).toContain('CO~2~ | *H~2~O');
    expect(lines[22]).toContain('![Hình có ba cạnh bằng nhau](attached:image1.png)');
    expect(lines[23]).toMatch(/phương trình \$\{x\}\^\{2\}=9\$ là số nào/);
    expect(lines[24]).toContain('*$\\frac{3}{4}$ | $\\frac{2}{6}$');
    expect(lines[27]).toContain('| Đơn vị | Số dự | Tỉ lệ |\n| --- | --- | --- |\n| Tổ 1 | 10 | 80% |');
    expect(lines[28]).toContain('Số nào **không** phải');
    expect(file.questions[14]?.explanation).toBe('căn cứ tên và số của luật.');
    expect(file.questions[39]?.body).toMatchObject({ options: [{}, {}, {}, { fixed: true }] });
  });

  it('is read as well as LibreOffice writes it again', async () => {
    const file = await read(readFileSync('tests/fixtures/word/untidy-by-libreoffice.docx'));
    // The LibreOffice that wrote it had no formulas: the options of question 25 are gone from the file itself.
    const whole = written.map((_, index) => index + 1).filter((number) => number !== 25);
    expect(file.questions.map(({ title }) => title)).toEqual(whole.map((number) => `Câu ${number}`));
    for (const { title, body } of file.questions) {
      const { key: right } = written[Number(title.slice(4)) - 1]!;
      expect(body).toMatchObject({ type: 'single', correct: 'abcd'[right] });
    }
    expect(file.attached).toHaveLength(3);
  });
});

describe('another untidy paper, numbered by Word', () => {
  it('is read right, and what is not taken is named', async () => {
    const file = await read(untidierPaper());
    expect(file.questions.map(({ title }) => title)).toEqual(Array.from({ length: COUNT }, (_, at) => `Câu ${at + 1}`));
    for (const [at, { body }] of file.questions.entries()) {
      if (body.type !== 'single') throw new Error(`${at + 1} is ${body.type}`);
      const stem = at % 8 === 6 ? `${stemOf(at)}\n\nGhi chú ${at + 1}` : stemOf(at);
      expect([at, body.stem]).toEqual([at, stem]);
      expect(body.options.map(({ text }) => text)).toEqual(optionsOf(at));
      expect([at, body.correct]).toEqual([at, 'abcd'[keyOf(at)]]);
    }
    const told = new Map(file.problems.map(({ code, detail }) => [`${code} ${detail}`, 1]));
    expect([...told.keys()].sort()).toEqual([
      'changes-taken ',
      'footnote-lost Xem bản gốc.',
      'key-by-look bold',
      'margin-lost TRƯỜNG MẪU - KHOA MẪU',
      'text-box ',
    ]);
  });
});

describe('options', () => {
  const lists: ListOf[] = [
    {
      levels: [
        { text: 'Câu %1.', format: 'decimal' },
        { text: '%2.', format: 'upperLetter' },
      ],
    },
    { levels: [{ text: '%1)', format: 'lowerLetter' }] },
    { levels: [], restarts: 2 },
  ];
  it.each<[string, string[]]>([
    ['on lines of their own', [stem, ...options.map((text) => p(text)), key]],
    ['on one line parted by tabs', [stem, p(options.join('\t')), key]],
    ['on one line parted by spaces', [stem, p(options.join('   ')), key]],
    ['behind the stem', [p(`Câu 1. Nghị quyết nào? ${options.join(' ')}`), key]],
    ['parted by line breaks, the key too', [p(`Câu 1. Nghị quyết nào?\n${options.join('\n')}\nĐáp án: B`)]],
    ['with the key at the end of their line', [stem, p(`${options.join('   ')}   Đáp án: B`)]],
    ['in a row of a table', [stem, table([options]), key]],
    ['in a column of a table', [stem, table(options.map((text) => [text, '']).map((row) => row)), key]],
    [
      'down the columns of a table',
      [
        stem,
        table([
          [options[0]!, options[2]!],
          [options[1]!, ''],
        ]),
        key,
      ],
    ],
    [
      'their letters in cells of their own',
      [
        stem,
        table([
          ['A.', 'Số 34', 'B.', 'Số 35'],
          ['C.', 'Số 36', '', ''],
        ]),
        key,
      ],
    ],
    ['all in a table of one cell', [table([[stem + options.map((text) => p(text)).join('') + key]])]],
    ['numbered by Word', [stem, item(2, 'Số 34'), item(2, 'Số 35'), item(2, 'Số 36'), key]],
    [
      'and questions numbered by Word',
      [item(1, 'Nghị quyết nào?'), item(1, 'Số 34', 1), item(1, 'Số 35', 1), item(1, 'Số 36', 1), key],
    ],
    [
      'in the columns of a paper that is one table',
      [
        table([
          ['STT', 'Nội dung câu hỏi', 'A', 'B', 'C', 'Đáp án'],
          ['1', 'Nghị quyết nào?', 'Số 34', 'Số 35', 'Số 36', 'B'],
        ]),
      ],
    ],
    ['of three kinds', [stem, p('A. Số 34'), p('b) Số 35'), p('C/ Số 36'), key]],
    ['of two kinds on one line', [stem, p('A. Số 34\tb) Số 35\tC) Số 36'), key]],
    [
      'with a point of an article within',
      [p('Câu 1. Nghị quyết nào?'), p('a) Số 34'), p('b) Số 35'), p('c) Số 36'), key],
    ],
  ])('%s', async (_, body) => {
    const file = await of(body, { lists });
    expect({ questions: brief(file), problems: codes(file) }).toEqual({ questions: [one], problems: [] });
  });

  it('numbered by Word begin anew where their list does, and go on through the numbers of questions', async () => {
    const two = (list: number) => [item(list, 'x'), item(list, 'y')];
    const file = await of([item(1, 'Một?'), ...two(2), p('Đáp án: b'), item(1, 'Hai?'), ...two(3), p('Đáp án: a')], {
      lists,
    });
    expect(brief(file)).toEqual(['Một? => x | *y', 'Hai? => *x | y']);
    expect(file.questions.map(({ title, line }) => [title, line])).toEqual([
      ['Câu 1', 1],
      ['Câu 2', 5],
    ]);
  });
});

describe('keys', () => {
  const red = { colour: 'FF0000' };
  const blue = { colour: '0000FF' };
  it.each<[string, string[]]>([
    ['an underlined letter', [stem, p('A. Số 34'), p([{ text: 'B', underline: true }, '. Số 35']), p('C. Số 36')]],
    ['underlined words', [stem, p('A. Số 34'), p(['B. ', { text: 'Số 35', underline: true }]), p('C. Số 36')]],
    ['a red option', [stem, p('A. Số 34'), p([{ text: 'B. Số 35', ...red }]), p('C. Số 36')]],
    [
      'a red option among blue letters',
      [
        stem,
        ...options.map((text) =>
          p([
            { text: text.slice(0, 3), ...blue },
            { text: text.slice(3), ...(text[0] === 'B' ? red : {}) },
          ]),
        ),
      ],
    ],
    ['a highlighted one', [stem, p('A. Số 34'), p(['B. ', { text: 'Số 35', highlight: 'yellow' }]), p('C. Số 36')]],
    [
      'bold words behind letters that are all bold',
      [
        stem,
        ...options.map((text) =>
          p([
            { text: text.slice(0, 3), bold: true },
            { text: text.slice(3), bold: text[0] === 'B' },
          ]),
        ),
      ],
    ],
    ['a style that is bold', [stem, p('A. Số 34'), p(['B. ', { text: 'Số 35', style: 'Manh' }]), p('C. Số 36')]],
    ['red on one line', [stem, p(['A. Số 34\t', { text: 'B. Số 35', ...red }, '\tC. Số 36'])]],
    ['red in a table', [stem, table([[options[0]!, [{ text: options[1]!, ...red }], options[2]!]])]],
    ['lines at the end', [stem, ...options.map((text) => p(text)), p('ĐÁP ÁN'), p('1-B')]],
    [
      'a grid at the end',
      [
        stem,
        ...options.map((text) => p(text)),
        p('HẾT'),
        p('BẢNG ĐÁP ÁN'),
        table([
          ['Câu', '1'],
          ['Đáp án', 'B'],
        ]),
      ],
    ],
    [
      'a grid that runs down',
      [
        stem,
        ...options.map((text) => p(text)),
        p('BẢNG ĐÁP ÁN'),
        table([
          ['Câu', 'Đáp án'],
          ['1', 'B'],
        ]),
      ],
    ],
    ['cells of pairs', [stem, ...options.map((text) => p(text)), p('BẢNG ĐÁP ÁN'), table([['1. B', '']])]],
    [
      'answers after the end',
      [stem, ...options.map((text) => p(text)), p('HẾT'), p('HƯỚNG DẪN GIẢI'), p('Câu 1: Chọn B.')],
    ],
  ])('%s', async (_, body) => {
    const file = await of(body);
    expect({ questions: brief(file), problems: codes(file) }).toEqual({ questions: [one], problems: [] });
  });

  it('that only one slanted option tells is a doubt', async () => {
    const paper = (told: string) => [
      p(`Câu ${told} Hỏi ${told}`),
      p('A. x'),
      p(['B. ', { text: 'y', italic: told === '3.' }]),
    ];
    const file = await of([...paper('1.'), p('Đáp án: A'), ...paper('2.'), ...paper('3.'), ...paper('4.')]);
    expect(file.problems.map(({ code, detail }) => [code, detail])).toEqual([
      ['no-key', ''],
      ['key-by-look', 'italic'],
      ['no-key', ''],
    ]);
  });

  it('that contradict are named', async () => {
    const file = await of([
      stem,
      p([{ text: 'A. Số 34', ...red }]),
      p('B. Số 35'),
      p('C. Số 36'),
      p('BẢNG ĐÁP ÁN'),
      p('1-B'),
    ]);
    expect([brief(file), codes(file)]).toEqual([[one], ['key-differs']]);
  });
});

describe('what else a document holds', () => {
  const del = (text: string) => ({ xml: `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>` });
  const ins = (text: string) => ({ xml: `<w:ins w:id="2"><w:r><w:t>${text}</w:t></w:r></w:ins>` });
  const field = (instruction: string, result: string) => ({
    xml: `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  });
  const tail = [...options.map((text) => p(text)), key];

  it.each<[string, Parameters<typeof p>[0], string, string[]]>([
    [
      'deleted and inserted words',
      ['Câu 1. Nghị ', del('định'), ins('quyết'), ' nào?'],
      'Nghị quyết nào?',
      ['changes-taken'],
    ],
    ['a field', ['Câu ', field('SEQ Cau', '1'), '. Nghị quyết nào?'], 'Nghị quyết nào?', []],
    ['soft hyphens and hard spaces', 'Câu 1. Nghị\u00a0quyế\u00adt nào?', 'Nghị quyết nào?', []],
    [
      'hidden words',
      ['Câu 1. Nghị quyết nào?', { xml: '<w:r><w:rPr><w:vanish/></w:rPr><w:t>B</w:t></w:r>' }],
      'Nghị quyết nào?',
      ['hidden-text'],
    ],
    ['old fonts', ['Câu 1. ', { text: 'NghÞ quyÕt nµo?', font: '.VnTime' }], 'Nghị quyết nào?', []],
    ['signs of Markdown', 'Câu 1. Nghị quyết *nào* ~ $5?', 'Nghị quyết \\*nào\\* \\~ \\$5?', []],
    ['a look within a word', ['Câu 1. Nghị quyết ', { text: 'nào?', italic: true }], 'Nghị quyết *nào?*', []],
    [
      'a symbol',
      ['Câu 1. Góc ', { xml: '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>' }, ' nào?'],
      'Góc α nào?',
      [],
    ],
    [
      'an unknown symbol',
      ['Câu 1. Góc ', { xml: '<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>' }, 'nào?'],
      'Góc nào?',
      ['symbol-lost'],
    ],
    [
      'an equation of another program',
      ['Câu 1. Nghiệm nào?', { xml: '<w:r><w:object><o:OLEObject ProgID="Equation.DSMT4"/></w:object></w:r>' }],
      'Nghiệm nào?',
      ['object-lost'],
    ],
    [
      'a picture that is not in the file',
      ['Câu 1. Hình nào?', { xml: '<w:r><w:drawing><a:blip r:link="rIdLink1"/></w:drawing></w:r>' }],
      'Hình nào?',
      ['picture-linked'],
    ],
    [
      'a footnote',
      ['Câu 1. Nghị quyết nào?', { xml: '<w:r><w:footnoteReference w:id="2"/></w:r>' }],
      'Nghị quyết nào?',
      ['footnote-lost'],
    ],
    [
      'underlined words among others, which stand bold',
      ['Câu 1. Nghị quyết ', { text: 'nào', underline: true }, '?'],
      'Nghị quyết **nào**?',
      [],
    ],
    ['a root', ['Câu 1. Tính ', math.of(math.root(math.run('16')))], 'Tính $\\sqrt{16}$', []],
  ])('%s', async (_, words, expected, problems) => {
    const footnotes = '<w:footnote w:id="2"><w:p><w:r><w:t>Xem văn bản gốc.</w:t></w:r></w:p></w:footnote>';
    const file = await of([p(words), ...tail], { footnotes, links: ['https://example.org/a.png'] });
    expect({ stem: file.questions[0]?.body.stem, problems: codes(file) }).toEqual({ stem: expected, problems });
  });

  it('words of a text box stand behind their paragraph, once', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const shape = {
      xml: `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box('Trong hộp')}</wps:txbx></wps:wsp></a:graphicData></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('Trong hộp')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    };
    const file = await of([p(['Câu 1. Nghị quyết nào?', shape]), ...tail]);
    expect([file.questions[0]?.body.stem, codes(file)]).toEqual(['Nghị quyết nào?\n\nTrong hộp', ['text-box']]);
  });

  it('pictures keep their words; one without is a doubt at its paragraph; one of the head is no part of a question', async () => {
    const ink = pngOf(() => true);
    const body = [p([picture(1, '')]), p('Câu 1. Hình nào?'), p([picture(2, '')]), p([picture(3, 'Lá cờ')]), ...tail];
    const file = await of(body, { pictures: [ink, ink, ink] });
    expect(file.questions[0]?.body.stem).toBe('Hình nào?\n\n![](attached:image2.png)\n\n![Lá cờ](attached:image3.png)');
    expect(file.problems).toMatchObject([{ code: 'picture-no-words', line: 3, detail: 'image2.png' }]);
    expect(file.attached?.map(({ name }) => name)).toEqual(['image2.png', 'image3.png']);
  });

  it('statements with their truths: behind each, in a line, in the table', async () => {
    const four = (...ends: string[]) => ends.map((end, at) => p(`${'abcd'[at]}) Ý ${at + 1}${end}`));
    const file = await of([
      p('Câu 1. Xét các ý:'),
      ...four(' (Đúng)', ' (Sai)', ' (S)', ' (Đ)'),
      p('Câu 2. Xét các ý:'),
      ...four('', '', '', ''),
      p('Đáp án: Đ, S, S, Đ'),
      p('Câu 3. Xét các ý:'),
      ...four('', '', '', ''),
      p('BẢNG ĐÁP ÁN'),
      table([['Câu 3', 'ĐSSĐ']]),
    ]);
    expect(codes(file)).toEqual([]);
    expect(new Set(brief(file))).toEqual(new Set(['Xét các ý: => Ý 1 true | Ý 2 false | Ý 3 false | Ý 4 true']));
    expect(file.questions).toHaveLength(3);
  });

  it('words that questions share stand before each of them', async () => {
    const two = (number: number) => [p(`Câu ${number}. Hỏi ${number}?`), p('A. x'), p('B. y'), p('Đáp án: A')];
    const file = await of([
      ...two(1),
      p('Đọc đoạn sau và trả lời câu 2 đến câu 3:'),
      p('Đoạn văn.'),
      ...two(2),
      ...two(3),
      ...two(4),
    ]);
    expect(file.questions.map(({ body }) => body.stem)).toEqual([
      'Hỏi 1?',
      'Đọc đoạn sau và trả lời câu 2 đến câu 3:\n\nĐoạn văn.\n\nHỏi 2?',
      'Đọc đoạn sau và trả lời câu 2 đến câu 3:\n\nĐoạn văn.\n\nHỏi 3?',
      'Hỏi 4?',
    ]);
    expect(codes(file)).toEqual([]);
  });
});

describe('a file that is none', () => {
  it.each<[string, Record<string, string>, string]>([
    ['no document', { 'a.txt': 'x' }, 'not-of-format'],
    ['XML of something else', { 'word/document.xml': '<html><body><p/></body></html>' }, 'not-of-format'],
    ['XML that breaks off', { 'word/document.xml': '<w:document><w:body><w:p>' }, 'xml-broken'],
    ['XML a million deep', { 'word/document.xml': '<a>'.repeat(1_000_000) }, 'xml-too-large'],
    [
      'a document without words',
      { 'word/document.xml': '<w:document><w:body><w:p/></w:body></w:document>' },
      'empty-file',
    ],
  ])('%s gives no question and one reason', (_, parts, reason) => {
    const file = parseDocx(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])));
    expect([file.questions, codes(file)]).toEqual([[], [reason]]);
  });

  it.each<[string, string]>([
    ['tables within tables', `${'<w:tbl><w:tr><w:tc>'.repeat(150)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(150)}`],
    [
      'formulas within formulas',
      `<w:p><m:oMath>${'<m:f><m:num>'.repeat(200)}${'</m:num></m:f>'.repeat(200)}</m:oMath></w:p>`,
    ],
    ['a paragraph of runs', `<w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(200_000)}</w:p>`],
    [
      'cells upon cells',
      `<w:tbl>${`<w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr></w:tc>'.repeat(30)}</w:tr>`.repeat(2500)}</w:tbl>`,
    ],
    ['a line of letters', `<w:p><w:r><w:t>Câu 1. ${'A. '.repeat(30_000)}</w:t></w:r></w:p>`],
    ['a gap', `<w:p><w:r><w:t xml:space="preserve">Đáp án${' '.repeat(90_000)}x</w:t></w:r></w:p>`],
  ])('of %s ends in time', (_, body) => {
    const before = process.cpuUsage();
    const xml = `<w:document><w:body>${body}</w:body></w:document>`;
    const file = parseDocx(new Map([['word/document.xml', Buffer.from(xml)]]));
    const { user, system } = process.cpuUsage(before);
    expect(file.questions).toEqual([]);
    expect(file.problems).toHaveLength(1);
    expect((user + system) / 1e6).toBeLessThan(2);
  });

  it('never throws, however the parts of a real one are changed', async () => {
    const parts = await unpack(untidyPaper());
    const names = [...parts.keys()].filter((name) => /xml|rels/.test(name));
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.nat(40),
        fc.string({ maxLength: 12 }),
        (name, at, cut, put) => {
          const whole = Buffer.from(parts.get(name)!);
          const from = at % whole.length;
          const changed = Buffer.concat([whole.subarray(0, from), Buffer.from(put), whole.subarray(from + cut)]);
          const file = parseDocx(new Map([...parts, [name, changed]]));
          expect(file.questions.length + file.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});
