import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type WordCourse, wordToLessons } from '#app/features/courses/core/word-lesson/word-to-lessons.ts';
import { unpack } from '#app/platform/documents/unpack.server.ts';
import {
  item,
  math,
  paragraph as p,
  picture,
  pngOf,
  styled,
  table,
  type WordFile,
  wordFile,
} from '#tests/fixtures/word/word-file.ts';

const of = async (body: string[], more: Partial<WordFile> = {}): Promise<WordCourse> =>
  wordToLessons(await unpack(wordFile({ body, ...more })));
const briefly = ({ modules }: WordCourse) =>
  modules.map(({ title, lessons }) => [title, ...lessons.map((lesson) => `${lesson.title}: ${lesson.text}`)]);
const codes = ({ problems }: WordCourse) => problems.map(({ code }) => code);

describe('a Word document as modules and lessons', () => {
  it('goes by its levels of headings', async () => {
    const course = await of([
      styled('u1', 'Phần 1'),
      styled('u2', 'Bài 1'),
      p('Một.'),
      styled('u3', 'Mục'),
      p('Hai.'),
      styled('u2', 'Bài 2'),
      p('Ba.'),
      styled('u1', 'Phần 2'),
      styled('u2', 'Bài 3'),
      p('Bốn.'),
    ]);
    expect(briefly(course)).toEqual([
      ['Phần 1', 'Bài 1: Một.\n\n## Mục\n\nHai.', 'Bài 2: Ba.'],
      ['Phần 2', 'Bài 3: Bốn.'],
    ]);
    expect(codes(course)).toEqual([]);
  });

  it.each(['u1', 'u2'])('has lessons alone where it has one level (%s)', async (level) => {
    const course = await of([styled(level, 'Bài 1'), p('Một.'), styled(level, 'Bài 2'), p('Hai.')]);
    expect(briefly(course)).toEqual([['', 'Bài 1: Một.', 'Bài 2: Hai.']]);
  });

  it('is one lesson where it has no heading', async () => {
    const course = await of([p('Đặt vấn đề'), p('Một.')]);
    expect([briefly(course), codes(course)]).toEqual([[['', 'Đặt vấn đề: Đặt vấn đề\n\nMột.']], ['no-headings']]);
  });

  it('keeps the numbers that Word writes: of headings, of lists, of articles', async () => {
    const lists = [
      { levels: [{ text: 'Bài %1.', format: 'decimal' }] },
      {
        levels: [
          { text: '%1.', format: 'decimal' },
          { text: '%2)', format: 'lowerLetter' },
        ],
      },
      {
        levels: [
          { text: '·', format: 'bullet' },
          { text: 'o', format: 'bullet' },
        ],
      },
    ];
    const heading = (text: string) => item(1, text).replace('<w:pPr>', '<w:pPr><w:pStyle w:val="u1"/>');
    const course = await of(
      [
        heading('Văn bản'),
        ...[item(2, 'Một'), item(2, 'điểm', 1), item(2, 'Hai')],
        ...[item(3, 'Ý'), item(3, 'Ý con', 1), item(3, 'Ý nữa')],
      ],
      { lists },
    );
    expect(briefly(course)).toEqual([['', 'Bài 1. Văn bản: 1. Một\n\na) điểm\n\n2. Hai\n\n- Ý\n    - Ý con\n- Ý nữa']]);
  });

  it('keeps tables, pictures, quotations, links, formulas, breaks and looks', async () => {
    const link = { xml: '<w:hyperlink r:id="rIdLink1"><w:r><w:t>văn bản</w:t></w:r></w:hyperlink>' };
    const trap = { xml: '<w:hyperlink r:id="rIdLink2"><w:r><w:t>bẫy</w:t></w:r></w:hyperlink>' };
    const course = await of(
      [
        styled('u1', 'Bài'),
        p([
          'Số ',
          { text: '35-NQ/TW', bold: true },
          ', ',
          { text: 'năm 2018', italic: true },
          ', xem ',
          link,
          ' ',
          trap,
        ]),
        p(['m', { text: '2', up: true }, ', ', math.of(math.square('x')), '\ndòng hai']),
        styled('Quote', 'Lời trích.'),
        table([
          ['Văn bản', 'Ngày'],
          ['Kết luận 21-KL/TW', '25/10/2021'],
        ]),
        p([picture(1, 'Lá cờ')]),
      ],
      { pictures: [pngOf(() => true)], links: ['https://example.org/a', 'javascript:alert(1)'] },
    );
    expect(course.modules[0]?.lessons[0]?.text).toBe(
      [
        'Số **35-NQ/TW**, *năm 2018*, xem [văn bản](https://example.org/a) bẫy',
        ['m^2^, $', '{x}^{2}$  \ndòng hai'].join(''),
        '> *Lời trích.*',
        '| Văn bản | Ngày |\n| --- | --- |\n| Kết luận 21-KL/TW | 25/10/2021 |',
        '![Lá cờ](attached:image1.png)',
      ].join('\n\n'),
    );
    expect(course.attached.map(({ name }) => name)).toEqual(['image1.png']);
    expect(codes(course)).toEqual([]);
  });

  it('lists what is not as it should be, with the paragraph', async () => {
    const course = await of(
      [
        p('Lời nói đầu.'),
        styled('u1', 'Phần 1'),
        p('Dẫn nhập.'),
        styled('u3', 'Lạc'),
        p([picture(1, '')]),
        styled('u2', 'Bài 1'),
        p('Một.'),
        styled('u1', ''),
        styled('u1', 'Phần 2'),
      ],
      { pictures: [pngOf(() => true)] },
    );
    expect(course.problems.map(({ code, place }) => [code, place])).toEqual([
      ['text-before-heading', 1],
      ['text-under-module', 3],
      ['heading-skipped', 4],
      ['picture-no-words', 5],
      ['empty-heading', 8],
      ['empty-lesson', 9],
    ]);
    expect(briefly(course)).toEqual([
      ['', 'Lời nói đầu.: Lời nói đầu.'],
      ['Phần 1', 'Phần 1: Dẫn nhập.\n\n## Lạc\n\n![](attached:image1.png)', 'Bài 1: Một.'],
      ['Phần 2', 'Phần 2: '],
    ]);
  });

  it('is read as LibreOffice writes it', async () => {
    const course = wordToLessons(await unpack(readFileSync('tests/fixtures/word/lessons-by-libreoffice.docx')));
    expect(codes(course)).toEqual([]);
    expect(briefly(course)).toEqual([
      [
        'Phần 1. Nhận thức',
        [
          'Bài 1. Văn bản: Nghị quyết số **35-NQ/TW** ban hành ngày *22/10/2018*, xem [văn bản](https://example.org/van-ban).',
          '- Ý một\n    - Ý con\n- Ý hai',
          '1. Bước một\n2. Bước hai',
          '> Lời trích dẫn.',
          '## Bảng số liệu',
          '| Văn bản | Ngày |\n| --- | --- |\n| Kết luận 21-KL/TW | 25/10/2021 |',
        ].join('\n\n'),
        'Bài 2. Ghi chép: m^2^ và H~2~O  \ndòng hai',
      ],
      ['Phần 2. Vận dụng', 'Bài 3. Luyện tập: Hết.'],
    ]);
  });

  it('says why a file is none', () => {
    const parts = new Map([['word/document.xml', Buffer.from('<html/>')]]);
    expect(wordToLessons(parts)).toMatchObject({ modules: [], problems: [{ code: 'not-word' }] });
  });
});
