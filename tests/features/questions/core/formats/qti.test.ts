import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseQtiItem } from '#app/features/questions/core/formats/qti/parse-qti-item.ts';
import { parseQtiPackage } from '#app/features/questions/core/formats/qti/parse-qti-package.ts';
import { printQtiItem, printQtiPackage } from '#app/features/questions/core/formats/qti/print-qti.ts';
import type { ReadFile } from '#app/features/questions/core/formats/read-question.ts';
import { oneOfEach } from './print-questions.ts';

const folder = path.resolve(import.meta.dirname, '../../../../fixtures/question-files');
const partsOf = (name: string) => {
  const root = path.join(folder, name);
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    names.map((one) => {
      const full = path.join(one.parentPath, one.name);
      return [path.relative(root, full), new Uint8Array(readFileSync(full))] as const;
    }),
  );
};
const said = ({ problems }: ReadFile) =>
  problems.map(({ severity, line, code, detail, excerpt }) => `${line} ${severity} ${code} ${detail} | ${excerpt}`);
const encoder = new TextEncoder();

/** An item of QTI 2.2 of one response. */
const item = (
  body: string,
  { response = '', processing = 'match_correct', attributes = '', rest = '' }: Record<string, string> = {},
) => `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="i" title="Câu 1" ${attributes}>
${response}
<itemBody>${body}</itemBody>
${processing.startsWith('<') ? processing : `<responseProcessing template="http://www.imsglobal.org/question/qti_v2p2/rptemplates/${processing}"/>`}
${rest}
</assessmentItem>`;
const declared = (correct: string[], attributes = 'cardinality="single" baseType="identifier"', mapping = '') =>
  `<responseDeclaration identifier="R" ${attributes}><correctResponse>${correct.map((one) => `<value>${one}</value>`).join('')}</correctResponse>${mapping}</responseDeclaration>`;
const choices = (...texts: string[]) =>
  `<p>Hỏi?</p><choiceInteraction responseIdentifier="R" maxChoices="0">${texts.map((text, index) => `<simpleChoice identifier="${'ABCDE'[index]}">${text}</simpleChoice>`).join('')}</choiceInteraction>`;
const gap = '<textEntryInteraction responseIdentifier="R"/>';
const bodyOf = (xml: string) => parseQtiItem(xml).questions[0]?.body;

describe('a package as an editor of QTI 2.2 writes it', () => {
  const read = parseQtiPackage(partsOf('goi-qti-2.2'));

  it('gives the items of its test in order, with sections as categories, metadata, pictures and formulas', () => {
    const [first, second] = read.questions;
    expect(read.questions).toHaveLength(2);
    expect(first).toMatchObject({ category: 'Chương 1', tags: ['nq35'], difficulty: 'hard', title: 'Câu 1' });
    expect(first?.explanation).toBe('Ban hành ngày 22/10/2018.');
    expect(first?.body).toEqual({
      type: 'single',
      stem: 'Xem hình: ![Sơ đồ](attached:so-do.png)\n\nBiết $x^{2}$.\n\nNghị quyết số 35-NQ/TW được ban hành **ngày** nào?',
      options: [
        { id: 'choice_1', text: '22/10/2017', feedback: 'Xem lại bài 1.' },
        { id: 'choice_2', text: '22/10/2018' },
        { id: 'choice_3', text: 'Ngày khác', fixed: true },
      ],
      correct: 'choice_2',
    });
    expect(second).toMatchObject({ category: 'Chương 1/Bài 2', title: 'Ghép văn bản' });
    expect(second?.body).toMatchObject({ type: 'matching', pairs: { A: 'X', B: 'Y' }, scoring: 'proportional' });
    expect(read.attached?.map(({ name, bytes }) => [name, bytes.length])).toEqual([['so-do.png', 70]]);
  });

  it('names the file and the line of what it cannot take', () => {
    expect(said(read)).toEqual([
      '4 warning part-lost timeLimits | de.xml',
      '2 error unsupported hotspotInteraction | items/diem-nong.xml: Chỉ vị trí trên bản đồ.',
      '18 error file-missing items/khong-co.xml | items/khong-co.xml',
    ]);
  });
});

describe('an item as the samples of QTI 3 write it', () => {
  it('reads gaps with several right answers, each with its weight', () => {
    const read = parseQtiItem(readFileSync(path.join(folder, 'qti-3-hoi-dap.xml'), 'utf8'));
    expect(said(read)).toEqual([]);
    expect(read.questions[0]).toMatchObject({ line: 3, untilLine: 31, title: 'Điền khuyết' });
    expect(read.questions[0]?.body).toEqual({
      type: 'blanks',
      stem: 'Nghị quyết do {{1}} ban hành tại {{2}}.',
      blanks: [
        {
          ...{ id: '1', kind: 'text', weight: 2, matching: { case: false, tones: 'exact', spelling: 'equivalent' } },
          answers: [
            { text: 'Bộ Chính trị', fraction: 1 },
            { text: 'Trung ương', fraction: 0.5 },
          ],
        },
        {
          ...{ id: '2', kind: 'choice', weight: 1, correct: 'H' },
          options: [
            { id: 'G', text: 'Huế' },
            { id: 'H', text: 'Hà Nội' },
          ],
        },
      ],
    });
  });
});

describe('the interactions of QTI', () => {
  const several = 'cardinality="multiple" baseType="identifier"';
  const mapping = (entries: string, other = '0') => `<mapping defaultValue="${other}">${entries}</mapping>`;
  const entry = (key: string, value: number) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`;

  it('choice of several by what is right, by a mapping that takes back, by one that does not', () => {
    expect(bodyOf(item(choices('a', 'b', 'c'), { response: declared(['A', 'B'], several) }))).toMatchObject({
      ...{ type: 'multiple', correct: ['A', 'B'], scoring: 'all-or-nothing' },
    });
    const taking = mapping(entry('A', 1) + entry('B', 1), '-1');
    const mapped = { response: declared(['A', 'B'], several, taking), processing: 'map_response' };
    expect(bodyOf(item(choices('a', 'b', 'c'), mapped))).toMatchObject({ scoring: 'right-minus-wrong' });
    const giving = {
      response: declared(['A', 'B'], several, mapping(entry('A', 1) + entry('B', 1))),
      processing: 'map_response',
    };
    expect(bodyOf(item(choices('a', 'b', 'c'), giving))).toMatchObject({ scoring: 'proportional' });
  });

  it('true or false by its two words', () => {
    expect(bodyOf(item(choices('Đúng', 'Sai'), { response: declared(['B']) }))).toEqual({
      ...{ type: 'true-false', stem: 'Hỏi?', answer: false },
    });
  });

  it('order', () => {
    const body =
      '<orderInteraction responseIdentifier="R"><prompt>Xếp</prompt><simpleChoice identifier="A">một</simpleChoice><simpleChoice identifier="B">hai</simpleChoice></orderInteraction>';
    expect(
      bodyOf(item(body, { response: declared(['B', 'A'], 'cardinality="ordered" baseType="identifier"') })),
    ).toEqual({
      ...{ type: 'ordering', stem: 'Xếp', scoring: 'all-or-nothing' },
      items: [
        { id: 'B', text: 'hai' },
        { id: 'A', text: 'một' },
      ],
    });
  });

  it('associations and words for gaps become the nearest type, and that is said', () => {
    const associate = `<associateInteraction responseIdentifier="R"><prompt>Nối</prompt>${['A', 'B', 'C', 'D'].map((id) => `<simpleAssociableChoice identifier="${id}" matchMax="1">${id}</simpleAssociableChoice>`).join('')}</associateInteraction>`;
    const paired = parseQtiItem(
      item(associate, { response: declared(['A B', 'C D'], 'cardinality="multiple" baseType="pair"') }),
    );
    expect(paired.questions[0]?.body).toMatchObject({ type: 'matching', pairs: { A: 'B', C: 'D' } });
    expect(paired.problems.map(({ code }) => code)).toEqual(['type-changed']);
    const gaps =
      '<gapMatchInteraction responseIdentifier="R"><gapText identifier="W" matchMax="1">ngày</gapText><gapText identifier="X" matchMax="1">đêm</gapText><p>Học <gap identifier="G1"/> và <gap identifier="G2"/>.</p></gapMatchInteraction>';
    const filled = parseQtiItem(
      item(gaps, { response: declared(['W G1', 'X G2'], 'cardinality="multiple" baseType="directedPair"') }),
    );
    expect(filled.questions[0]?.body).toMatchObject({ type: 'blanks', stem: 'Học {{1}} và {{2}}.' });
  });

  it('a text behind its question, a number with its tolerance by rules, an essay with notes and a file', () => {
    const text = item(`<p>Ai ban hành? ${gap}</p>`, {
      response: declared(['Bộ Chính trị'], 'cardinality="single" baseType="string"'),
    });
    expect(bodyOf(text)).toEqual({
      ...{ type: 'short-answer', stem: 'Ai ban hành?', answers: [{ text: 'Bộ Chính trị', fraction: 1 }] },
      matching: { case: true, tones: 'exact', spelling: 'equivalent' },
    });
    const processing = `<responseProcessing><responseCondition>
<responseIf><equal toleranceMode="absolute" tolerance="0.5 0.5"><variable identifier="R"/><correct identifier="R"/></equal><setOutcomeValue identifier="SCORE"><baseValue baseType="float">2</baseValue></setOutcomeValue></responseIf>
<responseElseIf><equal toleranceMode="relative" tolerance="10 10"><variable identifier="R"/><baseValue baseType="float">12.5</baseValue></equal><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseElseIf>
</responseCondition></responseProcessing>`;
    const number = item(`<p>Bao xa? ${gap}</p>`, {
      processing,
      response: declared(['12.5'], 'cardinality="single" baseType="float"'),
    });
    expect(bodyOf(number)).toMatchObject({
      type: 'numerical',
      answers: [
        { value: 12.5, tolerance: 0.5, toleranceKind: 'absolute', fraction: 1 },
        { value: 12.5, tolerance: 0.1, toleranceKind: 'relative', fraction: 0.5 },
      ],
    });
    const essay = item(
      '<p>Trình bày.</p><rubricBlock view="scorer"><p>Dẫn nguồn.</p></rubricBlock><extendedTextInteraction responseIdentifier="R"/><uploadInteraction responseIdentifier="F"/>',
      { processing: '<responseProcessing/>' },
    );
    expect(bodyOf(essay)).toMatchObject({ type: 'essay', stem: 'Trình bày.', markerNotes: 'Dẫn nguồn.', maxFiles: 1 });
  });

  it.each<[string, string, string]>([
    ['a drawing', item('<drawingInteraction responseIdentifier="R"/>'), 'error unsupported drawingInteraction'],
    [
      'an interaction of its own',
      item('<customInteraction responseIdentifier="R"/>'),
      'error unsupported customInteraction',
    ],
    [
      'several interactions',
      item(`${choices('a', 'b')}${choices('c', 'd')}`, { response: declared(['A']) }),
      'error unsupported choiceInteraction × 2',
    ],
    [
      'a template',
      item(choices('a', 'b'), { response: `${declared(['A'])}<templateDeclaration identifier="T"/>` }),
      'error unsupported templateDeclaration',
    ],
    [
      'an adaptive item',
      item(choices('a', 'b'), { response: declared(['A']), attributes: 'adaptive="true"' }),
      'warning part-lost adaptive',
    ],
    ['no interaction', item('<p>Đọc.</p>'), 'warning not-a-question'],
    ['no key', item(choices('a', 'b'), { response: declared([]) }), 'error no-key'],
    ['a key of no option', item(choices('a', 'b'), { response: declared(['E']) }), 'error key-not-an-option E'],
    [
      'a processing that is not understood',
      item(choices('a', 'b'), {
        response: declared(['A']),
        processing: '<responseProcessing><lookupOutcomeValue identifier="SCORE"/></responseProcessing>',
      }),
      'warning part-lost responseProcessing',
    ],
    [
      'feedback that no choice is named by',
      item(choices('a', 'b'), {
        response: declared(['A']),
        rest: '<modalFeedback identifier="incorrect">Sai</modalFeedback>',
      }),
      'warning feedback-lost incorrect',
    ],
    [
      'a picture from elsewhere',
      item(`<p><img src="https://a.vn/x.png" alt="x"/></p>${choices('a', 'b')}`, { response: declared(['A']) }),
      'warning file-missing https://a.vn/x.png',
    ],
    ['a file of version 1', '<questestinterop/>', 'error unsupported QTI 1.2'],
    ['a document type', '<!DOCTYPE x><assessmentItem/>', 'error xml-entities'],
    ['a file that breaks', '<assessmentItem><itemBody>', 'error xml-broken'],
  ])('says what it cannot take: %s', (_, xml, wanted) => {
    expect(
      parseQtiItem(xml)
        .problems.map(({ severity, code, detail }) => `${severity} ${code} ${detail}`.trim())
        .join('\n'),
    ).toContain(wanted);
  });
});

describe('a package', () => {
  const [first] = oneOfEach;
  const bytes = new Uint8Array([1, 2, 3]);
  const withPicture = { ...first!, body: { ...first!.body, stem: 'Xem ![hình](media:abc) $\\frac{a}{b}$' } };

  it('takes pictures along, each listed once, and formulas as MathML with their source', () => {
    const { parts, losses } = printQtiPackage([withPicture, withPicture], {
      fileOf: () => ({ name: 'Sơ đồ.png', bytes }),
    });
    expect(losses).toEqual([]);
    expect([...parts.keys()]).toEqual([
      'imsmanifest.xml',
      'test.xml',
      'items/cau-1.xml',
      'items/cau-2.xml',
      'media/So-do.png',
    ]);
    expect(new TextDecoder().decode(parts.get('items/cau-1.xml'))).toContain(
      '<math xmlns="http://www.w3.org/1998/Math/MathML">',
    );
    const back = parseQtiPackage(parts);
    expect(back.attached).toEqual([{ name: 'So-do.png', bytes }]);
    expect(back.questions[0]?.body.stem).toBe('Xem ![hình](attached:So-do.png) $\\frac{a}{b}$');
    expect(printQtiItem(withPicture).losses).toEqual([{ index: 0, lost: ['pictures'], isLeftOut: false }]);
  });

  it('is read without a manifest, and with a text that several items share', () => {
    const stimulus =
      '<qti-assessment-stimulus><qti-stimulus-body><p>Đoạn chung.</p></qti-stimulus-body></qti-assessment-stimulus>';
    const shared = item(choices('a', 'b'), {
      response: `${declared(['A'])}<assessmentStimulusRef identifier="s" href="../chung.xml"/>`,
    });
    const parts = new Map([
      ['bai/1.xml', encoder.encode(shared)],
      ['chung.xml', encoder.encode(stimulus)],
    ]);
    const read = parseQtiPackage(parts);
    expect(read.questions[0]?.body.stem).toBe('Đoạn chung.\n\nHỏi?');
    expect(said(read)).toEqual(['1 hint file-missing imsmanifest.xml | ']);
  });

  it('never looks outside itself', () => {
    const outside = item(`<p><img src="../../../etc/passwd" alt="x"/></p>${choices('a', 'b')}`, {
      response: declared(['A']),
    });
    const read = parseQtiPackage(new Map([['1.xml', encoder.encode(outside)]]));
    expect(read.attached).toBeUndefined();
    expect(read.problems.map(({ code, detail }) => `${code} ${detail}`)).toContain('file-missing ../../../etc/passwd');
  });

  it('ends where sections name each other', () => {
    const manifest = '<manifest><resources><resource type="imsqti_test_xmlv2p2" href="t.xml"/></resources></manifest>';
    const section = '<assessmentSection title="s"><assessmentSectionRef href="s.xml"/></assessmentSection>';
    const test = '<assessmentTest><testPart><assessmentSectionRef href="s.xml"/></testPart></assessmentTest>';
    const parts = new Map(
      Object.entries({ 'imsmanifest.xml': manifest, 't.xml': test, 's.xml': section }).map(([name, text]) => [
        name,
        encoder.encode(text),
      ]),
    );
    expect(said(parseQtiPackage(parts))).toEqual(['1 error empty-file  | imsmanifest.xml']);
  });
});

describe('packages of other writers', () => {
  const single = (head: string, end: string, prefix = '') => {
    const p = prefix === '' ? '' : `${prefix}:`;
    return `${head}<${p}responseDeclaration identifier="R" cardinality="single" baseType="identifier"><${p}correctResponse><${p}value>B</${p}value></${p}correctResponse></${p}responseDeclaration><${p}itemBody><p>Hỏi?</p><${p}choiceInteraction responseIdentifier="R" maxChoices="1"><${p}simpleChoice identifier="A">x</${p}simpleChoice><${p}simpleChoice identifier="B">y</${p}simpleChoice></${p}choiceInteraction></${p}itemBody>${end}`;
  };
  const plain = single('<assessmentItem identifier="i" title="a">', '</assessmentItem>');
  const prefixed = single(
    '<q:assessmentItem xmlns:q="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="a">',
    '</q:assessmentItem>',
    'q',
  );
  const third =
    '<?xml version="1.0" encoding="UTF-8"?>\n<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="a"><qti-response-declaration identifier="R" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>B</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><p class="qti-fullwidth">Hỏi?</p><qti-choice-interaction response-identifier="R" max-choices="1" class="qti-labels-upper-alpha"><qti-simple-choice identifier="A">x</qti-simple-choice><qti-simple-choice identifier="B">y</qti-simple-choice></qti-choice-interaction></qti-item-body></qti-assessment-item>';
  const manifest = (resources: string, attributes = '') =>
    `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources ${attributes}>${resources}</resources></manifest>`;
  const readPackage = (files: Record<string, string>) =>
    parseQtiPackage(new Map(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)])));

  it.each<[string, Record<string, string>]>([
    [
      'with a prefix',
      { 'imsmanifest.xml': manifest('<resource type="imsqti_item_xmlv2p1" href="a.xml"/>'), 'a.xml': prefixed },
    ],
    [
      'of QTI 3',
      { 'imsmanifest.xml': manifest('<resource type="imsqti_item_xmlv3p0" href="a.xml"/>'), 'a.xml': third },
    ],
    [
      'in folders, each with its own file',
      {
        'imsmanifest.xml': manifest('<resource type="imsqti_item_xmlv2p2" href="i123/qti.xml"/>'),
        'i123/qti.xml': plain,
      },
    ],
    [
      'below a folder of their own',
      {
        'goi/imsmanifest.xml': manifest('<resource type="imsqti_item_xmlv2p2" href="i/qti.xml"/>'),
        'goi/i/qti.xml': plain,
      },
    ],
    [
      'from a base',
      {
        'imsmanifest.xml': manifest('<resource type="imsqti_item_xmlv2p2" href="qti.xml"/>', 'xml:base="items/"'),
        'items/qti.xml': plain,
      },
    ],
    [
      'by their file alone',
      {
        'imsmanifest.xml': manifest('<resource type="imsqti_item_xmlv2p2"><file href="a.xml"/></resource>'),
        'a.xml': plain,
      },
    ],
    [
      'of a type made up',
      { 'imsmanifest.xml': manifest('<resource type="imsqti_apipitem_xmlv2p1" href="a.xml"/>'), 'a.xml': plain },
    ],
    [
      'called web content',
      { 'imsmanifest.xml': manifest('<resource type="webcontent" href="a.xml"/>'), 'a.xml': plain },
    ],
    [
      'with a prefix in the manifest, and names with spaces',
      {
        'imsmanifest.xml':
          '<cp:manifest xmlns:cp="u"><cp:resources><cp:resource type="imsqti_item_xmlv2p1" href="c%C3%A2u%201.xml"/></cp:resources></cp:manifest>',
        'câu 1.xml': plain,
      },
    ],
  ])('items %s', (_, files) => {
    const read = readPackage(files);
    expect(said(read)).toEqual([]);
    expect(read.questions.map(({ body }) => [body.stem, body.type])).toEqual([['Hỏi?', 'single']]);
  });

  it('of the old QTI are refused with the reason, whatever their type is called', () => {
    const old = '<questestinterop><assessment/></questestinterop>';
    for (const type of ['imsqti_xmlv1p2', 'webcontent']) {
      const read = readPackage({
        'imsmanifest.xml': manifest(`<resource type="${type}" href="a.xml"/>`),
        'a.xml': old,
      });
      expect(read.problems.map(({ code, detail }) => [code, detail])).toEqual([['unsupported', 'QTI 1.2']]);
    }
  });
});
