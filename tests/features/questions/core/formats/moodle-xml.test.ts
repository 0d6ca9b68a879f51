import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseMoodleXml } from '#app/features/questions/core/formats/moodle-xml/parse-moodle-xml.ts';
import { printMoodleXml } from '#app/features/questions/core/formats/moodle-xml/print-moodle-xml.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { oneOfEach, plainly } from './print-questions.ts';

const sample = path.resolve(import.meta.dirname, '../../../../fixtures/question-files/moodle-4.xml');
const read = parseMoodleXml(readFileSync(sample, 'utf8'));
const titled = (title: string) => read.questions.find((one) => one.title === title)!;
const quiz = (...questions: string[]) => `<?xml version="1.0"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`;
const question = (type: string, inner: string, text = 'Hỏi') =>
  `<question type="${type}"><questiontext format="html"><text>${text}</text></questiontext>${inner}</question>`;

describe('an export of Moodle 4', () => {
  it('gives its questions with category, place, tags and explanation', () => {
    expect(read.questions).toHaveLength(12);
    expect(titled('Ngày ban hành')).toEqual({
      ...{ line: 15, untilLine: 62, title: 'Ngày ban hành', category: 'Nghị quyết 35-NQ∕TW/Bài 1' },
      ...{ tags: ['nq35', 'mốc thời gian'], difficulty: null, source: '', explanation: 'Ban hành ngày 22/10/2018.' },
      body: {
        type: 'single',
        stem: 'Nghị quyết số 35-NQ/TW được ban hành **ngày** nào?\n\n![Bìa nghị quyết](attached:so-do.png)',
        options: [
          { id: 'a', text: '22/10/2017', feedback: 'Xem lại bài 1.' },
          { id: 'b', text: '22/10/2018' },
        ],
        correct: 'b',
      },
    });
    expect(read.attached?.map(({ name, bytes }) => [name, bytes.length, bytes[1]])).toEqual([['so-do.png', 70, 0x50]]);
  });

  it.each<[string, Partial<QuestionBody>]>([
    ['Hai ý đúng', { type: 'multiple', correct: ['a', 'b'], scoring: 'right-minus-wrong' }],
    ['Đúng sai', { type: 'true-false', answer: true, feedbackFalse: 'Bộ Chính trị khóa XII.' }],
    [
      'Cơ quan',
      {
        type: 'short-answer',
        matching: { case: true, tones: 'exact', spelling: 'equivalent' },
        answers: [
          { text: 'Bộ Chính trị', fraction: 1 },
          { text: 'Trung ương', fraction: 1 / 3 },
        ],
      },
    ],
    [
      'Quãng đường',
      {
        type: 'numerical',
        stem: 'Diện tích bằng bao nhiêu m^2^ nếu $S = a \\times b$?',
        answers: [{ value: 12.5, tolerance: 0.5, toleranceKind: 'absolute', fraction: 1 }],
        units: [
          { name: 'km', factor: 1 },
          { name: 'm', factor: 0.001 },
        ],
        unitPolicy: 'required',
        unitPenalty: 0.1,
      },
    ],
    ['Ghép', { type: 'matching', pairs: { a: 'a', b: 'b' }, scoring: 'proportional' }],
    ['Tự luận', { type: 'essay', minWords: 100, maxWords: 500, maxFiles: 10, markerNotes: 'Chú ý **dẫn nguồn**.' }],
    [
      'Các bước',
      {
        type: 'ordering',
        scoring: 'in-place',
        items: [
          { id: 'a', text: 'Nghiên cứu' },
          { id: 'b', text: 'Thảo luận' },
          { id: 'c', text: 'Thực hành' },
        ],
      },
    ],
    ['Chọn từ', { type: 'blanks', stem: 'Nền tảng {{1}} của {{2}}.' }],
    ['Kéo thả', { type: 'blanks', stem: 'Học đi đôi với {{1}}, lý luận gắn với {{2}}.' }],
    ['Bốn mệnh đề', { type: 'cluster', scoring: 'all-or-nothing' }],
  ])('%s', (title, body) => {
    expect(titled(title).body).toMatchObject(body);
  });

  it('reads embedded answers as blanks', () => {
    expect(titled('Điền khuyết').body).toEqual({
      type: 'blanks',
      stem: 'Nghị quyết do {{1}} ban hành năm {{2}} tại {{3}}.',
      blanks: [
        {
          ...{ id: '1', kind: 'text', weight: 1, matching: { case: false, tones: 'exact', spelling: 'equivalent' } },
          answers: [
            { text: 'Bộ Chính trị', fraction: 1 },
            { text: 'Trung ương', fraction: 0.5 },
          ],
        },
        { id: '2', kind: 'number', weight: 2, answers: [{ value: 2018, tolerance: 0, fraction: 1 }] },
        {
          ...{ id: '3', kind: 'choice', weight: 1, correct: 'b' },
          options: [
            { id: 'a', text: 'Huế' },
            { id: 'b', text: 'Hà Nội & vùng' },
            { id: 'c', text: '50\\\\% }' },
          ],
        },
      ],
    });
  });

  it('names with its line what the product has no place for', () => {
    expect(
      read.problems.map(({ severity, line, code, detail }) => `${line} ${severity} ${code} ${detail}`.trim()),
    ).toEqual([
      '65 warning part-lost hint × 2',
      '65 warning feedback-lost correctfeedback',
      '65 hint part-lost penalty 0.5',
      '65 hint part-lost defaultgrade 2',
      '65 hint part-lost idnumber NQ35-02',
      '110 warning feedback-lost',
      '123 warning weights-changed unitgradingtype',
      '154 warning part-lost responsetemplate',
      '190 warning feedback-lost',
      '211 hint type-changed ddwtos',
      '239 warning not-a-question',
      '245 error unsupported ddmarker',
    ]);
  });
});

describe('what Moodle XML cannot be taken from is said with its line', () => {
  it.each<[string, string, string]>([
    ['no right option', question('multichoice', '<answer fraction="0"><text>a</text></answer>'), '3 error no-key'],
    ['no options', question('multichoice', ''), '3 error no-options'],
    [
      'two right options of one',
      question(
        'multichoice',
        '<single>true</single><answer fraction="100"><text>a</text></answer><answer fraction="100"><text>b</text></answer>',
      ),
      '3 error two-keys 2',
    ],
    [
      'part of the mark for a wrong option',
      question(
        'multichoice',
        '<answer fraction="100"><text>a</text></answer><answer fraction="50"><text>b</text></answer>',
      ),
      '3 warning partial-credit-lost',
    ],
    [
      'a number that is none',
      question('numerical', '\n<answer fraction="100"><text>mười</text></answer>'),
      '4 error bad-number',
    ],
    [
      'a star for any words',
      question(
        'shortanswer',
        '<answer fraction="100"><text>Bộ *</text></answer><answer fraction="100"><text>x</text></answer>',
      ),
      '3 warning wildcard-lost Bộ *',
    ],
    ['answers that nothing closes', question('cloze', '', '{1:SA:=x'), '3 error unclosed-answers'],
    ['several answers in one gap', question('cloze', '', 'x {1:MR:=a~b}'), '3 error unsupported MR'],
    [
      'a gap without its word',
      question('gapselect', '<selectoption><text>a</text></selectoption>', 'x [[2]]'),
      '3 error key-not-an-option [[2]]',
    ],
    [
      'a picture that did not come along',
      question(
        'truefalse',
        '<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer>',
        '&lt;img src="@@PLUGINFILE@@/x.png"&gt; Hỏi',
      ),
      '3 warning file-missing x.png',
    ],
    ['a calculated question', question('calculated', ''), '3 error unsupported calculated'],
    ['nothing at all', '', '1 error empty-file'],
  ])('%s', (_, xml, said) => {
    const { problems } = parseMoodleXml(quiz(xml));
    expect(
      problems.map(({ severity, line, code, detail }) => `${line} ${severity} ${code} ${detail}`.trim()),
    ).toContain(said);
  });

  it.each<[string, string, string, number]>([
    [
      'an entity of its own',
      '<!DOCTYPE quiz [<!ENTITY a SYSTEM "file:///etc/passwd">]><quiz>&a;</quiz>',
      'xml-entities',
      1,
    ],
    ['an entity that nobody declared', '<quiz>\n&la;</quiz>', 'xml-broken', 2],
    ['nesting without end', `<quiz>${'<a>'.repeat(100_000)}`, 'xml-too-deep', 1],
    ['too many elements', `<quiz>${'<a/>'.repeat(200_001)}</quiz>`, 'xml-too-large', 1],
    ['no end', '<quiz>\n<question type="essay">', 'xml-broken', 2],
    ['another root', '<html></html>', 'not-of-format', 1],
  ])('%s', (_, xml, code, line) => {
    const file = parseMoodleXml(xml);
    expect(file.questions).toEqual([]);
    expect(file.problems[0]).toMatchObject({ code, line, severity: 'error' });
  });

  it('reads what stands above the place where the file breaks', () => {
    const { text } = printMoodleXml(oneOfEach.slice(0, 2));
    const broken = parseMoodleXml(`${text.replace('</quiz>', '')}<question type="essay"><questiontext>`);
    expect(broken.questions).toHaveLength(2);
    expect(broken.problems.at(-1)).toMatchObject({ severity: 'error', code: 'xml-broken' });
  });
});

describe('a file of ours', () => {
  const [first] = oneOfEach;
  const bytes = new Uint8Array([1, 2, 3]);
  const withPicture = {
    ...first!,
    body: { ...first!.body, stem: 'Xem ![hình](media:abc) và ![audio: bài hát](media:def)' },
  };

  it('takes pictures and sounds along', () => {
    const fileOf = (address: string) => ({ name: address === 'media:abc' ? 'sơ đồ.png' : 'bài hát.mp3', bytes });
    const { text, losses } = printMoodleXml([withPicture, withPicture], { fileOf });
    expect(losses).toEqual([]);
    const back = parseMoodleXml(text);
    expect(back.attached).toEqual([
      { name: 'so-do.png', bytes },
      { name: 'bai-hat.mp3', bytes },
    ]);
    expect(back.questions[1]?.body.stem).toBe(
      'Xem ![hình](attached:so-do.png) và ![audio: bài hát](attached:bai-hat.mp3)',
    );
  });

  it('says which pictures did not come along', () => {
    expect(printMoodleXml([withPicture]).losses).toEqual([{ index: 0, lost: ['pictures'], isLeftOut: false }]);
  });

  it('yields to whoever edited it elsewhere, and says so', () => {
    const { text } = printMoodleXml([first!]);
    const edited = parseMoodleXml(text.replace('<text>25/10/2018</text>', '<text>26/10/2018</text>'));
    expect(edited.problems.map(({ code }) => code)).toEqual(['extras-stale']);
    const { body } = edited.questions[0]!;
    expect(body.type === 'single' && body.options.map(({ text: words, fixed }) => [words, fixed])).toContainEqual([
      '26/10/2018',
      undefined,
    ]);
  });

  it.each([
    ['no JSON', 'x'],
    ['another shape', '{"body.options":{"value":[{"id":1}],"of":"1ajnynq"}}'],
    ['another type', '{"body":{"value":{"type":"constructor","stem":""},"of":"x"}}'],
    ['fields of no question', '{"__proto__":{"value":1,"of":"x"},"line":{"value":9,"of":"x"}}'],
  ])('is not believed where what stands beside a question is forged: %s', (_, json) => {
    const { text } = printMoodleXml([oneOfEach[1]!]);
    const forged = parseMoodleXml(text.replace('</question>', () => `<?hoctap35 ${json}?></question>`));
    expect(forged.questions.map(plainly)).toEqual([oneOfEach[1]]);
    expect(forged.problems.map(({ code }) => code)).toContain('extras-stale');
  });
});
