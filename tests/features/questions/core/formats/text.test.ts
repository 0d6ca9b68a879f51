import { describe, expect, it } from 'vitest';
import { parseLines, parseText } from '#app/features/questions/core/formats/text/parse-text.ts';
import type { Run } from '#app/features/questions/core/formats/text/source-line.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';

/** A question in a few words: options by letter, the right ones starred. */
function briefly(body: QuestionBody): string {
  const list = (rows: readonly { id: string; text: string }[], right: readonly string[]) =>
    rows.map(({ id, text }) => `${right.includes(id) ? '*' : ''}${text}`).join(' | ');
  switch (body.type) {
    case 'single':
      return `${body.stem} => ${list(body.options, [body.correct])}`;
    case 'multiple':
      return `${body.stem} => ${list(body.options, body.correct)}`;
    case 'cluster':
      return `${body.stem} => ${body.statements.map(({ text, answer }) => `${text} ${answer}`).join(' | ')}`;
    case 'true-false':
      return `${body.stem} => ${body.answer}`;
    case 'short-answer':
      return `${body.stem} => "${body.answers.map(({ text }) => text).join('" "')}"`;
    default:
      return `${body.stem} => ${body.type}`;
  }
}

const read = (source: string) => {
  const { questions, problems } = parseText(source);
  return { questions: questions.map(({ body }) => briefly(body)), problems: problems.map(({ code }) => code) };
};
const one = 'Nghị quyết nào? => Số 34 | *Số 35 | Số 36';

describe('a question in each of the layouts that authors have', () => {
  it.each([
    ['Câu 1. with a line for each option', 'Câu 1. Nghị quyết nào?\nA. Số 34\nB. Số 35\nC. Số 36\nĐáp án: B'],
    ['Câu 1: with brackets', 'Câu 1: Nghị quyết nào?\nA) Số 34\nB) Số 35\nC) Số 36\nĐáp án B'],
    ['Bài 1 with small letters', 'Bài 1\nNghị quyết nào?\na) Số 34\nb) Số 35\nc) Số 36\nĐA: b'],
    ['1. with small letters and dots', '1. Nghị quyết nào?\na. Số 34\nb. Số 35\nc. Số 36\nĐáp án đúng: b.'],
    ['1) with all options on one line', '1) Nghị quyết nào?\nA. Số 34  B. Số 35  C. Số 36\nĐ.A: B'],
    ['all on one line', 'Câu 1: Nghị quyết nào? A. Số 34 B. Số 35 C. Số 36\nĐáp án là B'],
    ['options in cells', 'Câu 1. Nghị quyết nào?\nA. Số 34\tB. Số 35\nC. Số 36\nChọn B'],
    ['a star before the option', 'Câu 1. Nghị quyết nào?\nA. Số 34\n*B. Số 35\nC. Số 36'],
    ['an at sign', 'Câu 1. Nghị quyết nào?\nA. Số 34\n@B. Số 35\nC. Số 36'],
    ['a hash', 'Câu 1. Nghị quyết nào?\nA. Số 34\n# B. Số 35\nC. Số 36'],
    ['a table of keys: pairs', 'Câu 1. Nghị quyết nào?\nA. Số 34\nB. Số 35\nC. Số 36\nHẾT\nBẢNG ĐÁP ÁN\n1-B'],
    [
      'a table of keys: grid',
      'Câu 1. Nghị quyết nào?\nA. Số 34\nB. Số 35\nC. Số 36\n---HẾT---\nĐÁP ÁN\nCâu\t1\nĐáp án\tB',
    ],
    ['the key on the line below', 'Câu 1. Nghị quyết nào?\nA. Số 34\nB. Số 35\nC. Số 36\nĐáp án:\nB'],
    [
      'decomposed letters and Windows line ends',
      'Ca\u0302u 1. Nghi\u0323 quyê\u0301t na\u0300o?\r\nA. Sô\u0301 34\r\nB. Sô\u0301 35\r\nC. Sô\u0301 36\r\nĐa\u0301p a\u0301n: B',
    ],
    ['English words', 'Question 1. Nghị quyết nào?\nA. Số 34\nB. Số 35\nC. Số 36\nAnswer: B'],
  ])('%s', (_, source) => {
    expect(read(source)).toEqual({ questions: [one], problems: [] });
  });
});

describe('a paper that changes how it numbers its questions', () => {
  const two = 'Mấy?\nA. 4\nB. 6\nĐáp án: B';
  const asRead = 'Mấy? => 4 | *6';

  it.each([
    ['from words to bare numbers', `Câu 9. ${two}\n10. ${two}\n11) ${two}\nCâu 12: ${two}`, 4],
    ['from bare numbers to words', `1. ${two}\n2. ${two}\nCâu 3. ${two}`, 3],
    ['with a number left out', `Câu 9. ${two}\n11. ${two}`, 2],
    ['within an explanation', `Câu 1. ${two}\nGiải thích: vì\n2. ${two}`, 2],
    ['with a stem of two lines', `Câu 1. ${two}\n2. Mấy?\nA. 4\nB. 6\nĐáp án: B`, 2],
  ])('%s loses none of them', (_, source, count) => {
    expect(read(source).questions).toEqual(Array.from({ length: count }, () => asRead));
  });

  it('takes the numbers of an explanation for no question', () => {
    const source = `Câu 1. ${two}\nGiải thích: vì\n1. một\n2. hai\nCâu 2. ${two}`;
    expect(read(source).questions).toEqual([asRead, asRead]);
  });
});

describe('what stands around the options', () => {
  it('takes the rest of a key line and what follows as the explanation, up to the next question', () => {
    const { questions } = parseText(
      'Câu 1: Hỏi?\nA. Một\nB. Hai\nĐáp án B, căn cứ khoản 1 Điều 2 Quy định.\nXem thêm Điều 3.\nCâu 2: Nữa?\nA. x\nB. y\nĐáp án: A\nLời giải: vì thế.',
    );
    expect(questions.map(({ explanation }) => explanation)).toEqual([
      'căn cứ khoản 1 Điều 2 Quy định.\n\nXem thêm Điều 3.',
      'vì thế.',
    ]);
    expect(questions.map(({ line, untilLine, title }) => [line, untilLine, title])).toEqual([
      [1, 5, 'Câu 1'],
      [6, 10, 'Câu 2'],
    ]);
  });

  it('keeps words that go on: of the stem, of an option', () => {
    const source = 'Câu 1. Hỏi\ntiếp theo?\nA. Một\ncòn nữa\nB. Hai, theo điểm a) khoản 2\nĐáp án: A';
    expect(read(source)).toEqual({
      questions: ['Hỏi\n\ntiếp theo? => *Một\n\ncòn nữa | Hai, theo điểm a) khoản 2'],
      problems: [],
    });
  });

  it('knows parts, the head of a paper, and that HẾT ends it', () => {
    const { questions, problems } = parseText(
      'QUÂN ĐOÀN\nĐỀ KIỂM TRA\nPhần I. Nhận thức\nCâu 1. a?\nA. x\nB. y\nĐáp án: A\nPHẦN II\nCâu 1. b?\nA. x\nB. y\nĐáp án: B\nHẾT\nCán bộ coi thi không giải thích gì thêm',
    );
    expect(questions.map(({ category }) => category)).toEqual(['Phần I. Nhận thức', 'PHẦN II']);
    expect(problems).toEqual([]);
  });

  it('reads several right letters, statements with truths, true or false, typed answers and essays', () => {
    expect(
      read(
        [
          'Câu 1. Nhiều?\nA. x\nB. y\nC. z\nĐáp án: A, C',
          'Câu 2. Xét các ý:\na) Một\nb) Hai\nc) Ba\nĐáp án: a) Đúng, b) Sai, c) Đúng',
          'Câu 3. Mệnh đề.\nĐáp án: Sai',
          'Câu 4. Năm nào?\nĐáp án: 2018',
          'Câu 5. Trình bày.\nHướng dẫn giải: nêu bốn ý.',
        ].join('\n'),
      ),
    ).toEqual({
      questions: [
        'Nhiều? => *x | y | *z',
        'Xét các ý: => Một true | Hai false | Ba true',
        'Mệnh đề. => false',
        'Năm nào? => "2018"',
        'Trình bày. => essay',
      ],
      problems: [],
    });
  });

  it('keeps "Tất cả đáp án trên" in its place', () => {
    const [question] = parseText('Câu 1. Hỏi?\nA. Một\nB. Hai\nC. Tất cả các đáp án trên\nĐáp án: C').questions;
    expect(question?.body).toMatchObject({ options: [{ id: 'a' }, { id: 'b' }, { id: 'c', fixed: true }] });
  });
});

describe('doubts', () => {
  it.each([
    ['no key', 'Câu 1. Hỏi?\nA. x\nB. y', ['no-key']],
    ['a key that is no option', 'Câu 1. Hỏi?\nA. x\nB. y\nĐáp án: D', ['key-not-an-option']],
    ['one option', 'Câu 1. Hỏi?\nA. x\nĐáp án: A', ['one-option']],
    ['nothing but a stem', 'Câu 1. Hỏi?', ['no-options']],
    ['no stem', 'Câu 1.\nA. x\nB. y\nĐáp án: A', ['no-stem']],
    ['options alike', 'Câu 1. Hỏi?\nA. x\nB. x\nĐáp án: A', ['unsound']],
    ['no question at all', 'Kính gửi các đồng chí', ['empty-file']],
  ])('leaves a question out for %s', (_, source, problems) => {
    expect(read(source)).toEqual({ questions: [], problems });
  });

  it.each([
    ['the table says otherwise', 'Câu 1. Hỏi?\nA. x\nB. y\nĐáp án: A\nBẢNG ĐÁP ÁN\n1-B', ['key-differs']],
    ['a number twice', 'Câu 1. Hỏi?\nA. x\nB. y\nĐáp án: A\nCâu 1. Nữa?\nA. x\nB. y\nĐáp án: A', ['number-twice']],
    ['a key of no question', 'Câu 1. Hỏi?\nA. x\nB. y\nĐáp án: A\nBẢNG ĐÁP ÁN\n1-A 2-B', ['key-for-no-question']],
    ['a letter left out', 'Câu 1. Hỏi?\nA. x\nB. y\nD. z\nĐáp án: D', ['option-out-of-order']],
  ])('takes the question and says so: %s', (_, source, problems) => {
    const found = read(source);
    expect(found.questions.length).toBeGreaterThan(0);
    expect(found.problems).toEqual(problems);
  });

  it('names the line and the words of each', () => {
    const { problems } = parseText('Câu 1. Hỏi?\nA. x\nB. y\n\nCâu 2. Nữa?\nA. x\nB. y\nĐáp án: E');
    expect(problems).toMatchObject([
      { line: 1, code: 'no-key', excerpt: 'Hỏi?' },
      { line: 8, code: 'key-not-an-option', detail: 'E', excerpt: 'Nữa?' },
    ]);
  });
});

describe('the untidiness of real papers', () => {
  const two = (number: number | string, key = '') => `Câu ${number}. Hỏi ${number}?\nA. x\nB. y${key}`;

  it('reads keys by the parts of the paper, each numbered from 1', () => {
    const parts = `PHẦN I\n${two(1)}\n${two(2)}\nPHẦN II. Riêng\n${two(1)}`;
    const { questions, problems } = read(`${parts}\nHẾT\nĐÁP ÁN\nPhần I\n1-A 2-B\nPhần II\n1-B`);
    expect(questions).toEqual(['Hỏi 1? => *x | y', 'Hỏi 2? => x | *y', 'Hỏi 1? => x | *y']);
    expect(problems).toEqual([]);
  });

  it('takes answers and their reasons from behind the end', () => {
    const { questions, problems } = parseText(
      `${two(1)}\n${two(2)}\n--- HẾT ---\nĐÁP ÁN VÀ HƯỚNG DẪN GIẢI\nCâu 1: Chọn B.\nVì thế này.\nCâu 2. Đáp án A, căn cứ Điều 2.`,
    );
    expect(questions.map(({ body, explanation }) => [briefly(body), explanation])).toEqual([
      ['Hỏi 1? => x | *y', 'Vì thế này.'],
      ['Hỏi 2? => *x | y', 'căn cứ Điều 2.'],
    ]);
    expect(problems).toEqual([]);
  });

  it('passes over lines of pages, and knows levels and marks beside the number', () => {
    const { questions, problems } = parseText(
      'Câu 1 (0,25 điểm). [NB] Hỏi?\nA. x\nTrang 1/4 - Mã đề 101\nB. y\nĐáp án: A\nCâu 2 (VD): Nữa?\nA. x\nB. y\nĐáp án: B',
    );
    expect(questions.map(({ body, difficulty }) => [briefly(body), difficulty])).toEqual([
      ['Hỏi? => *x | y', 'easy'],
      ['Nữa? => x | *y', 'hard'],
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['a key at the end of the options', 'Câu 1. Hỏi?\nA. x  B. y  Đáp án: B', 'Hỏi? => x | *y'],
    [
      '"chọn đáp án đúng" in the stem',
      'Câu 1. Hỏi?\nChọn đáp án đúng:\nA. x\nB. y\nĐA: B',
      'Hỏi?\n\nChọn đáp án đúng: => x | *y',
    ],
    [
      'another question named in the stem',
      'Câu 1. Hỏi?\nCâu 1 và các câu khác đều vậy.\nA. x\nB. y\nĐA: B',
      'Hỏi?\n\nCâu 1 và các câu khác đều vậy. => x | *y',
    ],
    [
      'a point of an article in an option',
      'Câu 1. Hỏi?\na) theo điểm b) khoản 1\nb) y\nĐA: b',
      'Hỏi? => theo điểm b) khoản 1 | *y',
    ],
    ['options of two cases on one line', 'Câu 1. Hỏi?\nA. x\tb) y\nĐA: B', 'Hỏi? => x | *y'],
    [
      'eight options',
      `Câu 1. Hỏi?\n${[...'ABCDEFGH'].map((letter) => `${letter}. ${letter}1`).join('  ')}\nĐA: H`,
      'Hỏi? => A1 | B1 | C1 | D1 | E1 | F1 | G1 | *H1',
    ],
    ['truths behind statements', 'Câu 1. Xét:\na) x (Đúng)\nb) y (Sai)', 'Xét: => x true | y false'],
    ['truths in the table', 'Câu 1. Xét:\na) x\nb) y\nBẢNG ĐÁP ÁN\nCâu 1: Đ S', 'Xét: => x true | y false'],
    [
      'stars in a part of true or false',
      'PHẦN II. Trắc nghiệm đúng, sai\nCâu 1. Xét:\n*a) x\nb) y',
      'Xét: => x true | y false',
    ],
    ['a grid whose rows have names', 'Câu 1. Hỏi?\nA. x\nB. y\nBẢNG ĐÁP ÁN\nCâu\t1\n101\tB', 'Hỏi? => x | *y'],
    [
      'numbers that begin anew, by their options',
      '1. Hỏi?\nA. x\nB. y\nĐA: A\n1. Nữa?\nA. x\nB. y\nĐA: B',
      'Hỏi? => *x | y',
    ],
  ])('%s', (_, source, expected) => {
    expect(read(source).questions[0]).toBe(expected);
  });
});

describe('a look as the key', () => {
  const line = (...runs: Run[]) => runs;
  const paper = (...lines: Run[][]) => parseLines(lines.map((runs, index) => ({ line: index + 1, runs })));

  it.each(['isUnderlined', 'isMarked', 'isBold'] as const)('%s letter or words', (look) => {
    const { questions, problems } = paper(
      line({ text: 'Câu 1. ', isBold: true }, { text: 'Hỏi ' }, { text: 'điều', isBold: true }, { text: ' gì?' }),
      line({ text: 'A', [look]: true }, { text: '. Một' }),
      line({ text: 'B. Hai' }),
      line({ text: 'Câu 2. Nữa?' }),
      line({ text: 'A. Một' }),
      line({ text: 'B. ' }, { text: 'Hai', [look]: true }),
    );
    expect(questions.map(({ body }) => briefly(body))).toEqual([
      'Hỏi **điều** gì? => *Một | Hai',
      'Nữa? => Một | *Hai',
    ]);
    expect(problems).toEqual([]);
  });

  it('is none where all options look alike', () => {
    const { problems } = paper(
      line({ text: 'Câu 1. Hỏi?' }),
      line({ text: 'A. Một', isBold: true }),
      line({ text: 'B. Hai', isBold: true }),
    );
    expect(problems.map(({ code }) => code)).toEqual(['no-key']);
  });
});

describe('every way to write a question, with every other', () => {
  const texts = ['Số 34', 'Số 35', 'Số 36'];
  const heads = [
    'Câu 1. ',
    'Câu 1: ',
    'Câu 1) ',
    'CÂU 1. ',
    'Câu hỏi 1: ',
    'Bài 1. ',
    'Bài 1: ',
    'Bài 1\n',
    '1. ',
    '1) ',
    'Câu 1 (0,5 điểm). ',
    'Câu 1 [NB]: ',
  ];
  const signs = ['A.', 'A)', 'a)', 'a.', '(A)', '(a)', 'A/'];
  const layouts: Record<string, (options: string[]) => string> = {
    'a line each': (options) => `\n${options.join('\n')}`,
    'one line, spaces': (options) => `\n${options.join('    ')}`,
    'one line, tabs': (options) => `\n${options.join('\t')}`,
    'two lines': ([first, ...rest]) => `\n${first}\n${rest.join('   ')}`,
    'empty lines between': (options) => `\n\n${options.join('\n\n')}\n`,
  };
  const tails: Record<string, string> = {
    'Đáp án: B': '\nĐáp án: B',
    'Đáp án B': '\nĐáp án B',
    'ĐÁP ÁN: B.': '\nĐÁP ÁN: B.',
    'ĐA: B': '\nĐA: B',
    'ĐA: b': '\nĐA: b',
    'Chọn đáp án B': '\nChọn đáp án B.',
    'Đáp án: phương án B': '\nĐáp án: Phương án B',
    'Trả lời: B': '\nTrả lời: B',
    '[B]': '\nĐáp án: [B]',
    'Đáp án đúng là B': '\nĐáp án đúng là B',
    'a key and its reason': '\nĐáp án B, căn cứ khoản 1 Điều 2.',
    'Lời giải': '\nĐáp án: B\nLời giải: vì thế.',
    'Hướng dẫn giải': '\nĐáp án: B\nHướng dẫn giải: vì thế.',
    'Giải thích': '\nĐáp án: B\nGiải thích: vì thế.',
    'pairs at the end': '\nHẾT\nBẢNG ĐÁP ÁN\n1-B',
    'pairs with dots': '\n--- HẾT ---\nBẢNG ĐÁP ÁN:\n1.B',
    'pairs without sign': '\nBẢNG ĐÁP ÁN\n1B',
    'a grid at the end': '\nHẾT\n\nBẢNG ĐÁP ÁN\n\nCâu\t1\nĐáp án\tB',
  };
  const stars = ['*', '@', '#', '* ', '@ ', '# '];

  /** One paper; null where the layouts say something else: small letters in a part of their own are statements. */
  const paper = (head: string, sign: string, layout: string, tail: string, star = '') => {
    const letter = (at: number) => sign.replace(/[Aa]/, (one) => String.fromCharCode(one.charCodeAt(0) + at));
    const options = texts.map((text, at) => `${at === 1 ? star : ''}${letter(at)} ${text}`);
    return `${head}Nghị quyết nào?${layouts[layout]!(options)}${tail}\n`;
  };
  const wrong = (papers: readonly string[]) =>
    papers
      .filter((source) => {
        const found = read(source);
        return found.questions[0] !== one || found.questions.length > 1 || found.problems.length > 0;
      })
      .slice(0, 20);

  it('keys by a line or a table', () => {
    const papers = heads.flatMap((head) =>
      signs.flatMap((sign) =>
        Object.keys(layouts).flatMap((layout) => Object.values(tails).map((tail) => paper(head, sign, layout, tail))),
      ),
    );
    expect(papers).toHaveLength(12 * 7 * 5 * 18);
    expect(wrong(papers)).toEqual([]);
  });

  it('keys by a sign before the option', () => {
    const papers = heads.flatMap((head) =>
      signs.flatMap((sign) =>
        Object.keys(layouts).flatMap((layout) => stars.map((star) => paper(head, sign, layout, '', star))),
      ),
    );
    expect(wrong(papers)).toEqual([]);
  });

  it('two to eight options, each of them the right one', () => {
    for (let count = 2; count <= 8; count += 1) {
      for (let key = 0; key < count; key += 1) {
        const letters = [...'ABCDEFGH'].slice(0, count);
        const { questions, problems } = read(
          `Câu 1. Hỏi?\n${letters.map((letter, at) => `${letter}. ý ${at + 1}`).join('\n')}\nĐáp án: ${letters[key]}`,
        );
        expect(problems).toEqual([]);
        expect(questions).toEqual([
          `Hỏi? => ${letters.map((_, at) => `${at === key ? '*' : ''}ý ${at + 1}`).join(' | ')}`,
        ]);
      }
    }
  });

  it.each<[string, string]>([
    ['pairs of three kinds', '1-A 2.B 3C'],
    ['pairs on lines', '1-A\n2. B\n3C'],
    ['pairs with commas', 'Câu 1: A, Câu 2: B, Câu 3: C'],
    ['a grid of tabs', 'Câu\t1\t2\t3\nĐA\tA\tB\tC'],
    ['a grid of bars', '| Câu | 1 | 2 | 3 |\n| Đáp án | A | B | C |'],
    ['a grid without names', '1 2 3\nA B C'],
    ['a grid that runs down', 'Câu\tĐáp án\n1\tA\n2\tB\n3\tC'],
  ])('a table of keys: %s', (_, table) => {
    const questions = [1, 2, 3].map((number) => `Câu ${number}. Hỏi ${number}?\nA. x\nB. y\nC. z`).join('\n');
    expect(read(`${questions}\n-----HẾT-----\nBẢNG ĐÁP ÁN\n${table}\n`)).toEqual({
      questions: ['Hỏi 1? => *x | y | z', 'Hỏi 2? => x | *y | z', 'Hỏi 3? => x | y | *z'],
      problems: [],
    });
  });
});
